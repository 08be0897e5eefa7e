package film

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/png"
	"strings"
	"testing"
)

// threeFrames is an animation of a dot that moves over a grey ground.
func threeFrames() *gif.GIF {
	var frames []*image.RGBA
	for n := range 3 {
		f := image.NewRGBA(image.Rect(0, 0, 20, 10))
		draw.Draw(f, f.Rect, image.NewUniform(color.Gray{0xec}), image.Point{}, draw.Src)
		draw.Draw(f, image.Rect(2+5*n, 3, 6+5*n, 7), image.NewUniform(color.RGBA{0xff, 0xdd, 0x8f, 0xff}), image.Point{}, draw.Src)
		frames = append(frames, f)
	}
	return Animate(frames, 255, 30)
}

// The first frame is a PNG like any other, the rest follows in the order of the standard,
// and each frame has the pixels it had.
func TestEncodeAPNG(t *testing.T) {
	g := threeFrames()
	data, err := APNG(g)
	if err != nil {
		t.Fatal(err)
	}
	first, err := png.Decode(bytes.NewReader(data)) // which checks the sums of all chunks
	if err != nil {
		t.Fatal(err)
	}
	sameFrame(t, first, g.Image[0])
	if got, want := namesOf(data), "IHDR PLTE tRNS acTL fcTL IDAT fcTL fdAT fcTL fdAT IEND"; got != want {
		t.Fatalf("chunks %s, want %s", got, want)
	}
	frames := framesOf(t, data)
	for i, want := range []control{
		{20, 10, 0, 0, 30, 100, 0, 1}, {9, 4, 2, 3, 30, 100, 0, 1}, {9, 4, 7, 3, 200, 100, 0, 1},
	} {
		var got control
		if _, err := binary.Decode(frames[i][0].data[4:], binary.BigEndian, &got); err != nil || got != want {
			t.Errorf("frame %d: %+v, %v, want %+v", i, got, err, want)
		}
		if i > 0 {
			sameFrame(t, alone(t, data, frames[i]), g.Image[i])
		}
	}
}

// A control is what a fcTL chunk says of a frame, after its number.
type control struct {
	Width, Height, Left, Top uint32
	Delay, Unit              uint16 // Delay/Unit seconds
	Dispose, Blend           uint8
}

// namesOf returns the names of the chunks.
func namesOf(data []byte) string {
	var names []string
	for _, c := range parse(data) {
		names = append(names, c.name)
	}
	return strings.Join(names, " ")
}

// framesOf returns the chunks of each frame. There must be three, numbered and shown for ever.
func framesOf(t *testing.T, data []byte) (frames [][]chunk) {
	t.Helper()
	number := uint32(0)
	for _, c := range parse(data) {
		if c.name == "acTL" && !bytes.Equal(c.data, numbers(3, 0)) {
			t.Errorf("acTL is %v, want 3 frames for ever", c.data)
		}
		if c.name == "fcTL" || c.name == "fdAT" {
			if !bytes.HasPrefix(c.data, numbers(number)) {
				t.Errorf("%s has number %v, want %d", c.name, c.data[:4], number)
			}
			number++
		}
		if c.name == "fcTL" {
			frames = append(frames, nil)
		}
		if len(frames) > 0 {
			frames[len(frames)-1] = append(frames[len(frames)-1], c)
		}
	}
	return frames
}

// parse returns the chunks of a PNG.
func parse(data []byte) (chunks []chunk) {
	for rest := data[8:]; len(rest) > 0; {
		end := 8 + binary.BigEndian.Uint32(rest)
		chunks = append(chunks, chunk{string(rest[4:8]), rest[8:end]})
		rest = rest[end+4:]
	}
	return chunks
}

// alone returns a frame after the first, made a PNG of its own.
func alone(t *testing.T, data []byte, frame []chunk) image.Image {
	t.Helper()
	p := apng{data: []byte(signature)}
	all := parse(data)
	header := append(bytes.Clone(frame[0].data[4:12]), all[0].data[8:]...) // its size, the picture's colours
	p.chunk("IHDR", header)
	p.chunk("PLTE", all[1].data)
	p.chunk("tRNS", all[2].data)
	p.chunk("IDAT", frame[1].data[4:])
	p.chunk("IEND", nil)
	picture, err := png.Decode(bytes.NewReader(p.data))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

func sameFrame(t *testing.T, got image.Image, want *image.Paletted) {
	t.Helper()
	for y := range want.Rect.Dy() {
		for x := range want.Rect.Dx() {
			g, w := got.At(got.Bounds().Min.X+x, got.Bounds().Min.Y+y), want.At(want.Rect.Min.X+x, want.Rect.Min.Y+y)
			if color.RGBAModel.Convert(g) != color.RGBAModel.Convert(w) {
				t.Fatalf("pixel %d, %d is %v, want %v", x, y, g, w)
			}
		}
	}
}

func TestWhatIsNoAPNG(t *testing.T) {
	for want, spoil := range map[string]func(g *gif.GIF){
		"different palettes": func(g *gif.GIF) { g.Image[1].Palette = color.Palette{color.Black} },
		"fill the picture":   func(g *gif.GIF) { g.Image[0].Rect.Max.X -= 5 },
		"gif.DisposalNone":   func(g *gif.GIF) { g.Disposal[1] = gif.DisposalBackground },
	} {
		g := threeFrames()
		spoil(g)
		if _, err := APNG(g); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}
