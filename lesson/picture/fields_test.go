package picture

import (
	"image"
	"slices"
	"testing"

	"convnet.example/lesson/conv"
)

// What a number of the lecture's network has seen, worked out by hand: number 1, 2 behind the
// second pooling is made of numbers 2, 4 and following of the second convolution, whose middle
// is number 4, 6 of the first pooling, which is made of 8, 12 and following of the first map.
func TestFieldsOfTheLecture(t *testing.T) {
	windows := []conv.Window{{Kernel: 5}, conv.Pool(2), {Kernel: 5}, conv.Pool(2)}
	want := []image.Rectangle{
		image.Rect(12, 8, 12+5, 8+5), image.Rect(12, 8, 12+6, 8+6),
		image.Rect(8, 4, 8+14, 4+14), image.Rect(8, 4, 8+16, 4+16),
	}
	if got := fields(1, 2, windows); !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// Each field lies in the next, has the size that ReceptiveField says, and the last moves
// by the jump that it says.
func TestFields(t *testing.T) {
	for _, windows := range [][]conv.Window{
		{{Kernel: 3}},
		{{Kernel: 3, Padding: 1}, {Kernel: 3, Padding: 1}, conv.Pool(2)},
		{{Kernel: 3, Dilation: 2, Stride: 3, Padding: 2}, {Kernel: 2}, {Kernel: 2, Dilation: 3, Stride: 2}},
	} {
		list := fields(1, 2, windows)
		for n, f := range list {
			size, jump := conv.ReceptiveField(windows[:n+1]...)
			if f.Size() != image.Pt(size, size) {
				t.Errorf("%+v: field %d is %v, want %d×%[4]d", windows, n, f, size)
			}
			if n+1 < len(list) && !f.In(list[n+1]) {
				t.Errorf("%+v: field %d is %v and not in the next, %v", windows, n, f, list[n+1])
			}
			if n+1 == len(list) && fields(2, 2, windows)[n].Min.Y-f.Min.Y != jump {
				t.Errorf("%+v: the next field does not lie %d pixels below", windows, jump)
			}
		}
	}
}

// A square at the edge shows the padding it covers.
func TestFieldOverTheEdge(t *testing.T) {
	list := fields(0, 27, []conv.Window{{Kernel: 3, Padding: 1}, {Kernel: 3, Padding: 1}})
	if want := image.Rect(25, -2, 30, 3); list[1] != want {
		t.Errorf("got %v, want %v", list[1], want)
	}
	if got := overhang(list); got != 2 {
		t.Errorf("it reaches %d pixels over the edge, want 2", got)
	}
}
