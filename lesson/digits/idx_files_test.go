package digits

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"convnet.example/lesson/digits/internal/fakes"
	"convnet.example/lesson/digits/mnist"
	"github.com/janpfeifer/must"
)

// Each case damages one file of a good folder. The error must name it and say what is wrong.
func TestReadFolderBad(t *testing.T) {
	zip := fakes.Zips[0]
	flipped := bytes.Clone(zip)
	flipped[len(flipped)/2] ^= 1
	badSum := bytes.Clone(zip)
	badSum[len(badSum)-5] ^= 1
	tests := map[string]struct {
		file int
		data []byte
		want string
	}{
		"cut short":        {0, fakes.Files[0][:1000], "cut short: 984 of 31360"},
		"cut short gzip":   {0, zip[:1000], "unexpected EOF"},
		"flipped":          {0, flipped, "damaged after"},
		"bad checksum":     {0, badSum, "gzip: invalid checksum"},
		"goes on":          {2, append(bytes.Clone(fakes.Files[2]), 0), "goes on after"},
		"goes on gzip":     {0, append(bytes.Clone(zip), "ten bytes or more"...), "gzip: invalid header"},
		"gzip header only": {0, zip[:5], "unexpected EOF"},
		"empty":            {3, nil, "header cannot be read"},
		"labels as images": {0, fakes.Files[1], "does not hold images: its dimensions are [40], not [n 28 28]; is it swapped"},
		"images as labels": {3, fakes.Files[2], "does not hold labels: its dimensions are [10 28 28], not [n]; is it swapped"},
		"no images":        {2, fakes.IDX(nil, 0, mnist.Side, mnist.Side), "has no images"},
		"32×32":            {2, fakes.IDX(nil, 1<<20, 32, 32), "images have 32×32"}, // before it looks for the data
		"letters":          {3, fakes.IDX([]byte{0, 1, 2, 10}, 4), "label 3 is 10"},
		"one label less":   {3, fakes.IDX(make([]byte, 9), 9), "has 10 images"},
	}
	for name, test := range tests {
		dir := fakes.Folder(t)
		path := filepath.Join(dir, fakes.FileSet[test.file].Name+".gz")
		must.M(os.WriteFile(path, test.data, 0o666))
		_, _, err := readFolder(dir, fakes.FileSet)
		if err == nil {
			t.Errorf("%s: got no error", name)
		}
		fakes.WantError(t, err, path, test.want)
	}
}

func TestReadFolderMissing(t *testing.T) {
	dir := fakes.Folder(t)
	must.M(os.Remove(filepath.Join(dir, fakes.FileSet[2].Name+".gz")))
	_, _, err := readFolder(dir, fakes.FileSet)
	fakes.WantError(t, err, dir+" has no file "+fakes.FileSet[2].Name, "the files needed are")
}

// A folder of its name is no file.
func TestReadFolderOfFolders(t *testing.T) {
	dir := fakes.Folder(t)
	path := filepath.Join(dir, fakes.FileSet[1].Name+".gz")
	must.M(os.Remove(path))
	must.M(os.Mkdir(path, 0o777))
	_, _, err := readFolder(dir, fakes.FileSet)
	fakes.WantError(t, err, dir+" has no file "+fakes.FileSet[1].Name)
}

func TestReadFolderOfDevices(t *testing.T) {
	dir := fakes.Folder(t)
	path := filepath.Join(dir, fakes.FileSet[1].Name+".gz")
	must.M(os.Remove(path))
	if err := os.Symlink(os.DevNull, path); err != nil {
		t.Skip("this test needs a file system with symbolic links:", err)
	}
	_, _, err := readFolder(dir, fakes.FileSet)
	fakes.WantError(t, err, path, "special file")
}

func TestReadFolderUnreadable(t *testing.T) {
	dir := fakes.Folder(t)
	path := filepath.Join(dir, fakes.FileSet[1].Name+".gz")
	must.M(os.Chmod(path, 0))
	if f, err := os.Open(path); err == nil {
		f.Close()
		t.Skip("this test needs a user who may not read every file, unlike root")
	}
	_, _, err := readFolder(dir, fakes.FileSet)
	fakes.WantError(t, err, path, "permission denied")
}

// A small gzip that claims a million images gets no more room than it could fill.
func TestClaimsMakeNoRoom(t *testing.T) {
	dir := fakes.Folder(t)
	path := filepath.Join(dir, fakes.FileSet[0].Name+".gz")
	must.M(os.WriteFile(path, fakes.Gzip(fakes.IDX([]byte{1, 2, 3}, 1_000_000, mnist.Side, mnist.Side)), 0o666))
	bytes := allocated(func() {
		_, _, err := readFolder(dir, fakes.FileSet)
		fakes.WantError(t, err, "cut short: 3 of 784000000")
	})
	if bytes > 1<<20 {
		t.Errorf("%d bytes were allocated", bytes)
	}
}
