package photo

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convnet.example/lesson/internal/fakephoto"
	"github.com/janpfeifer/must"
)

// Every picture becomes what MNIST's images are: strokes that fill 20×20 pixels one way,
// their centre of mass in the middle, black around them.
func TestDigitHasMNISTsForm(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, s := range fakephoto.Scenes {
		for digit := range 10 {
			img, err := Digit(s.Paint(digit, r))
			if err != nil {
				t.Errorf("%s, a %d: %v", s.Name, digit, err)
				continue
			}
			checkForm(t, fmt.Sprintf("%s, a %d", s.Name, digit), img)
		}
	}
}

func checkForm(t *testing.T, name string, img []byte) {
	t.Helper()
	var mass, mx, my float64
	box := image.Rectangle{}
	darkest := byte(0)
	for i, v := range img {
		x, y := i%28, i/28
		mass += float64(v)
		mx += float64(v) * (float64(x) + 0.5)
		my += float64(v) * (float64(y) + 0.5)
		darkest = max(darkest, v)
		if v > 25 {
			box = box.Union(image.Rect(x, y, x+1, y+1))
		}
	}
	if w, h := box.Dx(), box.Dy(); max(w, h) < 18 || max(w, h) > 20 {
		t.Errorf("%s: the ink is %d×%d", name, w, h)
	}
	if x, y := mx/mass, my/mass; math.Abs(x-14.5) > 1.5 || math.Abs(y-14.5) > 1.5 {
		t.Errorf("%s: the centre of mass is %.1f, %.1f", name, x, y)
	}
	if ink := mass / 255; darkest != 255 || ink < 25 || ink > 200 {
		t.Errorf("%s: darkest %d, ink of %.0f pixels", name, darkest, ink)
	}
}

// The same drawing gives the same digit, whichever way it is stored.
func TestDigitKnowsNoPolarityAndNoFormat(t *testing.T) {
	s := fakephoto.Scenes[0]
	s.Shade, s.Noise = 0, 0
	s.Ink, s.Paper = color.NRGBA{0, 0, 0, 255}, color.NRGBA{255, 255, 255, 255}
	want := must.M1(Digit(s.Paint(3, still())))
	variants := map[string]image.Image{}
	inverse := s
	inverse.Ink, inverse.Paper = s.Paper, s.Ink
	variants["light on dark"] = inverse.Paint(3, still())
	clear := s
	clear.Paper = color.NRGBA{}
	variants["black on a clear ground"] = clear.Paint(3, still())
	white := clear
	white.Ink = color.NRGBA{255, 255, 255, 255}
	variants["white on a clear ground"] = white.Paint(3, still())
	grey := image.NewGray(image.Rect(0, 0, s.Width, s.Height))
	draw.Draw(grey, grey.Bounds(), s.Paint(3, still()), image.Point{}, draw.Src)
	variants["grey"] = grey
	moved := image.NewNRGBA(image.Rect(-50, 70, s.Width-50, s.Height+70))
	draw.Draw(moved, moved.Bounds(), s.Paint(3, still()), image.Point{}, draw.Src)
	variants["with other bounds"] = moved
	for name, picture := range variants {
		got := must.M1(Digit(picture))
		nearest := 256 // rounding may move the centre of mass over to the next pixel
		for _, shift := range []int{0, -1, 1, -28, 28, -29, 29, -27, 27} {
			nearest = min(nearest, difference(got, want, shift))
		}
		if nearest > 12 {
			t.Errorf("%s: a pixel differs by %d", name, nearest)
		}
	}
}

// difference is how far pixels differ at most, if one image is shifted.
func difference(a, b []byte, shift int) (most int) {
	for i := range a {
		if j := i + shift; 0 <= j && j < len(b) {
			most = max(most, int(a[i])-int(b[j]), int(b[j])-int(a[i]))
		}
	}
	return most
}

func still() *rand.Rand { return rand.New(rand.NewPCG(0, 0)) }

// A sheet of paper that lies on a table, a little askew.
func TestSheetOnATable(t *testing.T) {
	s := fakephoto.Scenes[0]
	for digit := range 10 {
		sheet := s.Paint(digit, still())
		table := image.NewNRGBA(image.Rect(0, 0, 1000, 800))
		draw.Draw(table, table.Bounds(), image.NewUniform(color.NRGBA{90, 60, 40, 255}), image.Point{}, draw.Src)
		for y := range s.Height {
			for x := range s.Width {
				table.Set(150+x+y/20, 120+y+x/30, sheet.At(x, y))
			}
		}
		img, err := Digit(table)
		if err != nil {
			t.Errorf("a %d: %v", digit, err)
			continue
		}
		checkForm(t, fmt.Sprintf("a %d", digit), img)
	}
}

// A picture without a digit gets a sentence.
func TestNoDigit(t *testing.T) {
	blank := func(c color.Color) *image.NRGBA {
		img := image.NewNRGBA(image.Rect(0, 0, 200, 200))
		draw.Draw(img, img.Bounds(), image.NewUniform(c), image.Point{}, draw.Src)
		return img
	}
	box := func(boxes ...image.Rectangle) image.Image {
		img := blank(color.White)
		for _, b := range boxes {
			draw.Draw(img, b, image.Black, image.Point{}, draw.Src)
		}
		return img
	}
	noise := blank(color.Gray{128})
	r := rand.New(rand.NewPCG(1, 1))
	for i := range noise.Pix {
		if i%4 < 3 {
			noise.Pix[i] = byte(r.IntN(256))
		}
	}
	var dots []image.Rectangle
	for i := range 9 {
		dots = append(dots, image.Rect(40+i%3*50, 40+i/3*50, 60+i%3*50, 60+i/3*50))
	}
	for name, test := range map[string]struct {
		picture image.Image
		want    string
	}{
		"white":        {blank(color.White), "no digit"},
		"black":        {blank(color.Black), "no digit"},
		"clear":        {blank(color.Transparent), "no digit"},
		"noise":        {noise, "no digit"},
		"a solid box":  {box(image.Rect(60, 60, 140, 140)), "solid shape"},
		"a long bar":   {box(image.Rect(20, 90, 180, 110)), "wider than any digit"},
		"a dot":        {box(image.Rect(98, 98, 103, 103)), "no digit"},
		"a larger dot": {box(image.Rect(90, 90, 106, 106)), "solid shape"},
		"nine dots":    {box(dots...), "9 places"},
		"a shadow":     {box(image.Rect(0, 0, 200, 8)), "no digit"},
		"a few pixels": {image.NewGray(image.Rect(0, 0, 5, 5)), "too few"},
		"a thin strip": {image.NewGray(image.Rect(0, 0, 5000, 9)), "strip"},
		"nothing":      {image.NewGray(image.Rect(0, 0, 0, 0)), "too few"},
	} {
		if img, err := Digit(test.picture); err == nil || img != nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
}

// A phone stores what its sensor saw, and how it was held.
func TestOpenTurnsPhotos(t *testing.T) {
	corner := image.NewGray(image.Rect(0, 0, 16, 8)) // white but for its top left
	for i := range corner.Pix {
		corner.Pix[i] = 255
	}
	for i := range 16 {
		corner.Pix[i/4*16+i%4] = 0
	}
	var plain bytes.Buffer
	must.M(jpeg.Encode(&plain, corner, nil))
	at := map[int]image.Point{1: {1, 1}, 2: {14, 1}, 3: {14, 6}, 4: {1, 6}, 5: {1, 1}, 6: {6, 1}, 7: {6, 14}, 8: {1, 14}}
	for o, p := range at {
		exif := "\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(o)) + "\x00\x00\x00\x00\x00\x00"
		path := filepath.Join(t.TempDir(), "photo.jpg")
		must.M(os.WriteFile(path, []byte(string(plain.Bytes()[:2])+exif+string(plain.Bytes()[2:])), 0o666))
		picture := must.M1(Open(path))
		if b := picture.Bounds(); (b.Dx() == 8) != (o >= 5) {
			t.Errorf("orientation %d: bounds %v", o, b)
		}
		if light, _, _, _ := picture.At(p.X, p.Y).RGBA(); light > 0x5000 {
			t.Errorf("orientation %d: the dark corner is not at %v", o, p)
		}
	}
}

func TestOpenSaysWhatItCannotRead(t *testing.T) {
	folder := t.TempDir()
	var b bytes.Buffer
	must.M(png.Encode(&b, image.NewGray(image.Rect(0, 0, 9, 9))))
	claim := bytes.Replace(b.Bytes(), []byte("\x00\x00\x00\x09\x00\x00\x00\x09"), []byte("\x00\x01\x00\x00\x00\x01\x00\x00"), 1)
	for name, test := range map[string]struct{ data, want string }{
		"a.heic": {"\x00\x00\x00\x18ftypheic", "no PNG, JPEG or GIF"},
		"b.png":  {b.String()[:40], "cannot be read"},
		"c.png":  {string(claim), "cannot be read"},
	} {
		path := filepath.Join(folder, name)
		must.M(os.WriteFile(path, []byte(test.data), 0o666))
		if _, err := Open(path); err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Open(filepath.Join(folder, "none.png")); err == nil {
		t.Error("a file that is not there")
	}
}
