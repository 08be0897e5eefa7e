package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/png"

	"convnet.example/lesson/picture/internal/film"
	"github.com/janpfeifer/must"

	"github.com/janpfeifer/gonb/gonbui"
	"github.com/janpfeifer/gonb/gonbui/protocol"
)

// Show displays pictures side by side under the cell, with a description for those who
// cannot see them. Outside of a notebook it does nothing.
func Show(description string, pictures ...image.Image) {
	Update("", description, pictures...)
	gonbui.Sync() // a program that ends at once would lose it
}

// ShowGIF displays an animation under the cell, as Show does with pictures. It is displayed as
// an animated PNG: nbconvert, and with it code hosts, show no GIF.
func ShowGIF(description string, animation *gif.GIF) {
	if !gonbui.IsNotebook {
		return
	}
	send("", protocol.MIMEImagePNG, must.M1(film.APNG(animation)), description)
	gonbui.Sync()
}

// Update displays pictures as Show does, in the place of what was shown under that id
// before. It does not wait until they are there: after the last one call gonbui.Sync.
func Update(id, description string, pictures ...image.Image) {
	if !gonbui.IsNotebook {
		return
	}
	var b bytes.Buffer
	must.M(png.Encode(&b, film.Paletted(sideBySide(pictures))))
	send(id, protocol.MIMEImagePNG, b.Bytes(), description)
}

// UpdateText displays a line of text, as Update does with pictures.
func UpdateText(id, text string) {
	if gonbui.IsNotebook {
		send(id, "", nil, text)
	}
}

// send displays data under the cell, or a text alone if mime is empty. If it has an id, it
// takes the place of what was shown under that id before.
func send(id string, mime protocol.MIMEType, data any, text string) {
	d := &protocol.DisplayData{
		Data:      map[protocol.MIMEType]any{protocol.MIMETextPlain: text},
		DisplayID: id,
	}
	if mime != "" {
		d.Data[mime], d.Metadata = data, map[string]any{"alt": text}
	}
	gonbui.SendData(d)
}

// gap is the number of pixels between pictures.
const gap = 16

// sideBySide puts pictures in a row, on white, their tops aligned.
func sideBySide(pictures []image.Image) *image.RGBA {
	size := image.Pt(-gap, 0)
	for _, p := range pictures {
		size.X += p.Bounds().Dx() + gap
		size.Y = max(size.Y, p.Bounds().Dy())
	}
	row := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(row, row.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	x := 0
	for _, p := range pictures {
		b := p.Bounds()
		draw.Draw(row, image.Rect(x, 0, x+b.Dx(), b.Dy()), p, b.Min, draw.Src)
		x += b.Dx() + gap
	}
	return row
}
