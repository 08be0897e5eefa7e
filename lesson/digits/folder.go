package digits

import (
	"os"
	"slices"
	"sync"

	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/say"
)

func openFolder(dir string, files mnist.FileSet) (*Data, error) {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = say.Errorf("it is a file, not a folder",
			"它是文件，不是文件夹")
	}
	if err != nil {
		return nil, say.Errorf(`there are no digits called %q (%w): choose "auto", "mnist", "builtin", or a folder with the files %s`,
			`没有叫 %q 的数据（%w）：可用 "auto"、"mnist"、"builtin"，或一个放着这些文件的文件夹：%s`, dir, err, files)
	}
	data, _, err := readFolder(dir, files)
	return data, err
}

// readFolder reads the files in a folder, and names one that is not the set's, if any.
func readFolder(dir string, files mnist.FileSet) (data *Data, strange string, err error) {
	var paths [4]string
	for i, f := range files {
		if paths[i], err = mnist.Find(dir, f.Name); err != nil {
			return nil, "", say.Errorf("%w; the files needed are %s",
				"%w；需要的文件是 %s", err, files)
		}
	}
	var sets [2]*mnist.Set // to learn from, and to test on
	var sums [2][2]string
	var errs [2]error
	var both sync.WaitGroup
	for i := range sets {
		both.Go(func() { sets[i], sums[i], errs[i] = readPair(paths[2*i], paths[2*i+1]) })
	}
	both.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, "", err
		}
	}
	what := "MNIST"
	for i, sum := range slices.Concat(sums[0][:], sums[1][:]) {
		if sum != files[i].SHA256 {
			what, strange = "IDX files", paths[i]
			break
		}
	}
	return &Data{Train: sets[0], Test: sets[1], Source: what + " from " + dir}, strange, nil
}
