package process

import (
	"slices"
	"testing"
)

func TestSet(t *testing.T) {
	got := With([]string{"A=1", "B=2", "AB=3"}, "A=4", "B")
	if want := []string{"AB=3", "A=4"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
