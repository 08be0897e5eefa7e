package drawn

import (
	"math/rand/v2"
	"testing"
)

func TestLoops(t *testing.T) {
	s := sheetOf(
		"#######....####....#",
		"#.###.#....##.#....#", // left: 9 pixels, right: 3
		"#.###.#....#..#....#",
		"#.....#....####....#",
		"#######............#",
		"....................",
		"###........#.....###",
		"#.##.......#.....#..", // left: 1 and 1, which touch at a corner; right: open
		"##.#.......#######..",
		"####................",
	)
	for least, want := range map[int]int{1: 4, 2: 2, 3: 2, 4: 1, 9: 1, 10: 0} {
		if got := s.loops(least); got != want {
			t.Errorf("%d loops of at least %d pixels, want %d", got, least, want)
		}
	}
}

// sheetOf returns a sheet with ink where the rows say "#".
func sheetOf(rows ...string) *sheet {
	s := new(sheet)
	for y, row := range rows {
		for x, c := range row {
			if c == '#' {
				s[y*inkBox+x] = 1
			}
		}
	}
	return s
}

// Pixel by pixel the loops are the same, on sheets from nearly white to nearly black.
func TestLoopsPixelByPixel(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	found := 0
	for i := range 4000 {
		s, share := new(sheet), float64(i%100)/100
		for i := range s {
			if r.Float64() < share {
				s[i] = 0.5
			}
		}
		for _, least := range []int{1, 2, 6} {
			want := loopsPixelByPixel(s, least)
			if got := s.loops(least); got != want {
				t.Fatalf("%d loops of at least %d pixels, want %d: %v", got, least, want, s)
			}
			found += want
		}
	}
	if found < 10_000 {
		t.Errorf("only %d loops in all", found)
	}
}

// loopsPixelByPixel is the plain form of loops.
func loopsPixelByPixel(s *sheet, least int) (n int) {
	const wide = inkBox + 2
	var paper [wide * wide]bool
	for y := range wide {
		for x := range wide {
			rim := x == 0 || y == 0 || x > inkBox || y > inkBox
			paper[y*wide+x] = rim || s[(y-1)*inkBox+x-1] < 0.5
		}
	}
	erasePixels(paper[:], wide, 0)
	for i := range paper {
		if paper[i] && erasePixels(paper[:], wide, i) >= least {
			n++
		}
	}
	return n
}

// erasePixels removes the connected patch around i and returns its size.
func erasePixels(paper []bool, wide, i int) int {
	if i < 0 || i >= len(paper) || !paper[i] {
		return 0
	}
	paper[i] = false
	return 1 + erasePixels(paper, wide, i-1) + erasePixels(paper, wide, i+1) +
		erasePixels(paper, wide, i-wide) + erasePixels(paper, wide, i+wide)
}
