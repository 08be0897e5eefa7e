package photo

import (
	"bytes"
	"errors"
	"image"
	_ "image/gif" // the formats that Open knows
	_ "image/jpeg"
	_ "image/png"
	"os"

	"convnet.example/lesson/say"
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
		return nil, say.Errorf("%s is no PNG, JPEG or GIF picture: save it as one of them (a phone may write HEIC)",
			"%s 不是 PNG、JPEG 或 GIF 图片：请另存为其中一种（手机可能存成 HEIC）", path)
	case err != nil:
		return nil, say.Errorf("%s cannot be read: %w",
			"%s 读不出来：%w", path, err)
	case config.Width*config.Height > largest || config.Width < 1 || config.Height < 1:
		return nil, say.Errorf("%s has %d×%d pixels: make it smaller",
			"%s 有 %d×%d 像素：请缩小", path, config.Width, config.Height)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, say.Errorf("%s cannot be read: %w",
			"%s 读不出来：%w", path, err)
	}
	if format == "jpeg" {
		picture = turned{picture, orientation(data)}
	}
	return picture, nil
}
