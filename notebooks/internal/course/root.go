package course

import (
	"os"
	"path/filepath"

	"convnet.example/lesson/say"
)

// Root returns the folder of the course: the working folder, or one above it.
func Root() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for folder := start; ; folder = filepath.Dir(folder) {
		_, noModule := os.Stat(filepath.Join(folder, "go.mod"))
		_, noCourse := os.Stat(filepath.Join(folder, "notebooks", "main.go"))
		if noModule == nil && noCourse == nil {
			return folder, nil
		}
		if folder == filepath.Dir(folder) {
			return "", say.Errorf("%s is not in a clone of the course: change into the clone, and start again",
				"%s 不在课程的目录里：请先进入克隆下来的目录，再启动", start)
		}
	}
}
