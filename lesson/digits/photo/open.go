package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // the formats that Open knows
	_ "image/jpeg"
	_ "image/png"
	"os"
)

// largest is the number of pixels of a picture that is read: a file of a few bytes can
// claim any size.
const largest = 120_000_000

// Open reads a picture from a PNG, JPEG or GIF file, turned as the camera says that it was
// held.
func Open(path string) (image.Image, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat):
		return nil, fmt.Errorf("%s is no PNG, JPEG or GIF picture: save it as one of them (a phone may write HEIC)", path)
	case err != nil:
		return nil, fmt.Errorf("%s cannot be read: %w", path, err)
	case config.Width*config.Height > largest || config.Width < 1 || config.Height < 1:
		return nil, fmt.Errorf("%s has %d×%d pixels: make it smaller", path, config.Width, config.Height)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", path, err)
	}
	if format == "jpeg" {
		picture = turned{picture, orientation(data)}
	}
	return picture, nil
}
