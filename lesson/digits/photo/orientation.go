package photo

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
)

// orientation returns how a JPEG's pixels have to be turned, from 1, not at all, to 8, as
// its EXIF data says: the tag 0x0112 in the standard JEITA CP-3451. Phones store what the
// sensor saw, and write there how they were held.
func orientation(jpeg []byte) int {
	_, exif, found := bytes.Cut(jpeg[:min(len(jpeg), 1<<16)], []byte("Exif\x00\x00"))
	if !found || len(exif) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if bytes.HasPrefix(exif, []byte("II")) {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(exif[4:]))
	if at < 8 || at+2 > len(exif) {
		return 1
	}
	for n := int(order.Uint16(exif[at:])); n > 0; n-- {
		entry := at + 2 + 12*(n-1)
		if entry+12 > len(exif) || order.Uint16(exif[entry:]) != 0x0112 {
			continue
		}
		if o := int(order.Uint16(exif[entry+8:])); 1 <= o && o <= 8 {
			return o
		}
	}
	return 1
}

// turned is a picture as it looks after its orientation is taken into account.
type turned struct {
	image.Image
	orientation int
}

// Bounds is the frame of the turned picture, from 0, 0.
func (t turned) Bounds() image.Rectangle {
	b := t.Image.Bounds()
	if t.orientation >= 5 {
		return image.Rect(0, 0, b.Dy(), b.Dx())
	}
	return image.Rect(0, 0, b.Dx(), b.Dy())
}

// At is the colour at a place of the turned picture.
func (t turned) At(x, y int) color.Color {
	b := t.Image.Bounds()
	w, h := b.Dx()-1, b.Dy()-1
	switch t.orientation {
	case 2:
		x = w - x
	case 3:
		x, y = w-x, h-y
	case 4:
		y = h - y
	case 5:
		x, y = y, x
	case 6:
		x, y = y, h-x
	case 7:
		x, y = w-y, h-x
	case 8:
		x, y = w-y, x
	}
	return t.Image.At(b.Min.X+x, b.Min.Y+y)
}
