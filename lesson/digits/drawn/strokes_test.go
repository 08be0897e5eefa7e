package drawn

import (
	"reflect"
	"testing"
)

func TestParseStyles(t *testing.T) {
	got := parseStyles(`
		2.5  0,0 50,100! 100,50
		1    50,50 75,0 / 100,25 25,75
	`)
	want := []style{
		{2.5, []stroke{{
			{{-0.5, -0.5}, {0, 0.5}},
			{{0, 0.5}, {0.5, 0}},
		}}},
		{1, []stroke{
			{{{0, 0}, {0.25, -0.5}}},
			{{{0.5, -0.25}, {-0.25, 0.25}}},
		}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestParseStylesPanics(t *testing.T) {
	for _, text := range []string{"1  0,0 x,1", "0,0 1,1", "1  0,0 5"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is accepted", text)
				}
			}()
			parseStyles(text)
		}()
	}
}

// Every style has a weight, and strokes of at least two points in about the box.
func TestFigures(t *testing.T) {
	for digit, f := range figures {
		if len(f.styles) < 4 {
			t.Errorf("%d has only %d styles", digit, len(f.styles))
		}
		for k, s := range f.styles {
			if !(s.weight > 0) {
				t.Errorf("%d in style %d has weight %g", digit, k, s.weight)
			}
			for _, stroke := range s.strokes {
				checkStroke(t, digit, k, stroke)
			}
		}
	}
}

func checkStroke(t *testing.T, digit, k int, s stroke) {
	t.Helper()
	for _, curve := range s {
		if len(curve) < 2 {
			t.Errorf("%d in style %d has a curve of %d points", digit, k, len(curve))
		}
		for _, p := range curve {
			if !(p.x >= -0.6 && p.x <= 0.6 && p.y >= -0.6 && p.y <= 0.6) {
				t.Errorf("%d in style %d passes %v", digit, k, p)
			}
		}
	}
}
