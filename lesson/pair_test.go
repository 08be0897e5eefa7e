package lesson

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// Each case damages one file of a good folder. The error must name it and say what is wrong.
func TestReadFolderBad(t *testing.T) {
	zip := fakeZips[0]
	flipped := bytes.Clone(zip)
	flipped[len(flipped)/2] ^= 1
	badSum := bytes.Clone(zip)
	badSum[len(badSum)-5] ^= 1
	tests := map[string]struct {
		file int
		data []byte
		want string
	}{
		"cut short":        {0, fakeFiles[0][:1000], "cut short: 984 of 31360"},
		"cut short gzip":   {0, zip[:1000], "unexpected EOF"},
		"flipped":          {0, flipped, "damaged after"},
		"bad checksum":     {0, badSum, "gzip: invalid checksum"},
		"goes on":          {2, append(bytes.Clone(fakeFiles[2]), 0), "goes on after"},
		"goes on gzip":     {0, append(bytes.Clone(zip), "ten bytes or more"...), "gzip: invalid header"},
		"gzip header only": {0, zip[:5], "unexpected EOF"},
		"empty":            {3, nil, "header cannot be read"},
		"labels as images": {0, fakeFiles[1], "does not hold images: its dimensions are [40], not [n 28 28]; is it swapped"},
		"images as labels": {3, fakeFiles[2], "does not hold labels: its dimensions are [10 28 28], not [n]; is it swapped"},
		"no images":        {2, idx(nil, 0, Side, Side), "has no images"},
		"32×32":            {2, idx(nil, 1<<20, 32, 32), "images have 32×32"}, // before it looks for the data
		"letters":          {3, idx([]byte{0, 1, 2, 10}, 4), "label 3 is 10"},
		"one label less":   {3, idx(make([]byte, 9), 9), "has 10 images"},
	}
	for name, test := range tests {
		dir := fakeFolder(t)
		path := filepath.Join(dir, fakeSet[test.file].name+".gz")
		Check(os.WriteFile(path, test.data, 0o666))
		_, _, err := readFolder(dir, fakeSet)
		if err == nil {
			t.Errorf("%s: got no error", name)
		}
		wantError(t, err, path, test.want)
	}
}

func TestReadFolderMissing(t *testing.T) {
	dir := fakeFolder(t)
	Check(os.Remove(filepath.Join(dir, fakeSet[2].name+".gz")))
	_, _, err := readFolder(dir, fakeSet)
	wantError(t, err, dir+" has no file "+fakeSet[2].name, "the files needed are")
}

// Some archives unpack each file into a folder of its name.
func TestReadFolderOfFolders(t *testing.T) {
	dir := fakeFolder(t)
	path := filepath.Join(dir, fakeSet[1].name+".gz")
	Check(os.Remove(path))
	Check(os.Mkdir(path, 0o777))
	_, _, err := readFolder(dir, fakeSet)
	wantError(t, err, path, "not a file but a folder")
}

func TestReadFolderOfDevices(t *testing.T) {
	dir := fakeFolder(t)
	path := filepath.Join(dir, fakeSet[1].name+".gz")
	Check(os.Remove(path))
	if err := os.Symlink(os.DevNull, path); err != nil {
		t.Skip("this test needs a file system with symbolic links:", err)
	}
	_, _, err := readFolder(dir, fakeSet)
	wantError(t, err, path, "special file")
}

func TestReadFolderUnreadable(t *testing.T) {
	dir := fakeFolder(t)
	path := filepath.Join(dir, fakeSet[1].name+".gz")
	Check(os.Chmod(path, 0))
	if f, err := os.Open(path); err == nil {
		f.Close()
		t.Skip("this test needs a user who may not read every file, unlike root")
	}
	_, _, err := readFolder(dir, fakeSet)
	wantError(t, err, path, "permission denied")
}
