package course

import (
	"fmt"
	"os"
	"path/filepath"
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
			return "", fmt.Errorf("%s is not in a clone of the course: change into the clone, and start again", start)
		}
	}
}
