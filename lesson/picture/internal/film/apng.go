package film

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/gif"
	"image/png"
	"slices"
)

// APNG returns an animation as an animated PNG, which is a PNG of the first frame to
// viewers that know no animations (https://www.w3.org/TR/png-3/). It runs again and again. It
// is an error unless all frames have one palette, the first fills the picture, and the others
// are drawn over what is there, as Animate makes them.
func APNG(g *gif.GIF) ([]byte, error) {
	var a apng
	for i, frame := range g.Image {
		if err := fits(g, i); err != nil {
			return nil, err
		}
		chunks, err := chunksOf(frame)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			a.begin(chunks, len(g.Image))
		}
		a.control(frame.Rect, g.Delay[i])
		a.pixels(chunks, i == 0)
	}
	a.chunk("IEND", nil)
	return a.data, nil
}

// fits says what keeps a frame from being one of an animated PNG, if anything.
func fits(g *gif.GIF, i int) error {
	first, frame := g.Image[0], g.Image[i]
	switch {
	case !slices.Equal(frame.Palette, first.Palette):
		return fmt.Errorf("frames 0 and %d of the animation have different palettes: give them one", i)
	case !frame.Rect.In(first.Rect) || first.Rect.Min != image.Point{}:
		return fmt.Errorf("frame %d of the animation covers %v and frame 0 %v: let frame 0 fill the picture", i, frame.Rect, first.Rect)
	case i < len(g.Disposal) && g.Disposal[i] > gif.DisposalNone:
		return fmt.Errorf("frame %d of the animation is removed after it: use gif.DisposalNone", i)
	}
	return nil
}

// An apng is the beginning of a file.
type apng struct {
	data   []byte
	number uint32 // of the next chunk that belongs to a frame
}

// begin writes what stands before the frames: size, palette and their number.
func (a *apng) begin(first []chunk, frames int) {
	a.data = append(a.data, signature...)
	for _, c := range first {
		if c.name == "IHDR" || c.name == "PLTE" || c.name == "tRNS" {
			a.chunk(c.name, c.data)
		}
	}
	const forever = 0
	a.chunk("acTL", numbers(uint32(frames), forever))
}

// control writes where a frame is drawn and how long it is shown.
func (a *apng) control(r image.Rectangle, delay int) {
	data := numbers(a.number, uint32(r.Dx()), uint32(r.Dy()), uint32(r.Min.X), uint32(r.Min.Y))
	data = binary.BigEndian.AppendUint16(data, uint16(delay))
	data = binary.BigEndian.AppendUint16(data, 100)
	const keep, over = 0, 1 // until the next frame, which is drawn over it
	a.chunk("fcTL", append(data, keep, over))
	a.number++
}

// pixels writes the pixels of a frame. Those of the first are where any PNG has them.
func (a *apng) pixels(chunks []chunk, first bool) {
	for _, c := range chunks {
		switch {
		case c.name != "IDAT":
		case first:
			a.chunk(c.name, c.data)
		default:
			a.chunk("fdAT", append(numbers(a.number), c.data...))
			a.number++
		}
	}
}

// chunk writes length, name, data and checksum.
func (a *apng) chunk(name string, data []byte) {
	a.data = binary.BigEndian.AppendUint32(a.data, uint32(len(data)))
	start := len(a.data)
	a.data = append(append(a.data, name...), data...)
	a.data = binary.BigEndian.AppendUint32(a.data, crc32.ChecksumIEEE(a.data[start:]))
}

// numbers returns numbers as they are written, high byte first.
func numbers(list ...uint32) (data []byte) {
	for _, n := range list {
		data = binary.BigEndian.AppendUint32(data, n)
	}
	return data
}

// signature is what a PNG begins with.
const signature = "\x89PNG\r\n\x1a\n"

// A chunk is a part of a PNG.
type chunk struct {
	name string
	data []byte
}

// chunksOf returns the chunks of the PNG of a picture.
func chunksOf(picture image.Image) (chunks []chunk, err error) {
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, picture); err != nil {
		return nil, err
	}
	for rest := b.Bytes()[len(signature):]; len(rest) > 0; {
		end := 8 + int(binary.BigEndian.Uint32(rest))
		chunks = append(chunks, chunk{string(rest[4:8]), rest[8:end]})
		rest = rest[end+4:] // after the checksum
	}
	return chunks, nil
}
