package lesson

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"convnet.example/lesson/digits"
	"convnet.example/lesson/digits/mnist"
	"github.com/janpfeifer/must"
)

// Digits that a course does not have, but a reader may: blank and full images, a class that
// never occurs, a batch of one, a last batch of half the size.
func TestOddDigits(t *testing.T) {
	even := digits.Draw(5, 96)
	for i := range even.Labels {
		even.Labels[i] &^= 1 // no odd ones
	}
	same := &mnist.Set{Labels: []byte{0, 1, 2, 3}}
	for _, grey := range []byte{0, 255, 128, 1} {
		same.Pixels = append(same.Pixels, bytes.Repeat([]byte{grey}, mnist.Pixels)...)
	}
	for name, test := range map[string]struct {
		digits *mnist.Set
		config Config
	}{
		"no odd class":       {even, Config{}},
		"equal pixels":       {same, Config{}},
		"a batch of one":     {even.First(10), Config{Batch: 1}},
		"a last batch of 32": {even, Config{Batch: 64}},
	} {
		c := must.M1(NewClassifier(Net, 1))
		trainer := must.M1(NewTrainer(c, test.digits, test.config))
		for _, loss := range epoch(t, trainer) {
			if !finite(loss) || loss < 0 {
				t.Errorf("%s: a loss of %v", name, loss)
			}
		}
		for i, logits := range must.M1(c.Logits(test.digits)) {
			for _, v := range logits {
				if !finite(float64(v)) {
					t.Errorf("%s: image %d has the logits %v", name, i, fmt.Sprint(logits))
				}
			}
		}
	}
}

// A weight that becomes infinite ends the training in the step that makes it so, though the loss of
// that step is a number, and the weights are those from before the epoch.
func TestLostWeightsAreMetAtOnce(t *testing.T) {
	c := must.M1(NewClassifier(Net, 1))
	before := c.arrays()
	trainer := must.M1(NewTrainer(c, digits.Draw(1, 640), Config{SGD: SGD{LearningRate: 1e40}})) // infinite in 32 bits
	steps := 0
	for step, err := range trainer.Epoch() {
		if steps++; !errors.Is(err, ErrDiverged) || step.Step != 1 {
			t.Fatalf("step %d: %v", step.Step, err)
		}
	}
	if steps != 1 || !reflect.DeepEqual(c.arrays(), before) {
		t.Errorf("after %d steps the weights are not those from before", steps)
	}
}
