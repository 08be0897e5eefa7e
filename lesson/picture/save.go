package picture

import (
	"image"
	"image/png"
	"io"

	"convnet.example/lesson/internal/file"
)

// Save writes a picture. A file of that name is replaced, in one go.
func Save(path string, picture image.Image) error {
	return file.Replace(path, func(w io.Writer) error { return png.Encode(w, picture) })
}
