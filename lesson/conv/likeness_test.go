package conv_test

import (
	"fmt"
	"math"
	"testing"

	"convnet.example/lesson/conv"
)

// The correlation prefers the nines, the likeness what has the kernel's proportions.
func ExampleLikeness() {
	x, k := [][]float64{{9, 9, 0, 2, 1, 0}}, [][]float64{{4, 2}}
	fmt.Println(conv.Correlate(x, k, conv.Window{})[0])
	fmt.Printf("%.2f\n", conv.Likeness(x, k)[0])
	// Output:
	// [54 36 4 10 4]
	// [0.95 0.89 0.45 1.00 0.89]
}

func TestLikeness(t *testing.T) {
	k := [][]float64{{1, -2}, {0, 3}}
	for name, test := range map[string]struct {
		x    [][]float64
		want float64
	}{
		"itself":   {k, 1},
		"paler":    {[][]float64{{.1, -.2}, {0, .3}}, 1},
		"opposite": {[][]float64{{-1, 2}, {0, -3}}, -1},
		"across":   {[][]float64{{2, 1}, {5, 0}}, 0},
		"blank":    {[][]float64{{0, 0}, {0, 0}}, 0},
	} {
		if got := conv.Likeness(test.x, k)[0][0]; !(math.Abs(got-test.want) < 1e-12) {
			t.Errorf("%s: likeness %v, want %v", name, got, test.want)
		}
	}
	if got := conv.Likeness(red, [][]float64{{1, 0}}); len(got) != 5 || len(got[0]) != 4 {
		t.Errorf("5×5 and 1×2 give %d×%d, want 5×4", len(got), len(got[0]))
	}
}
