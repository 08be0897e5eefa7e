package file

import (
	"os"
)

// Kind says what is there instead of a file.
func Kind(info os.FileInfo) string {
	if info.IsDir() {
		return "folder"
	}
	return "special file"
}
