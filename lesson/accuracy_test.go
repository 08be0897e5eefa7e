package lesson

import (
	"math"
	"slices"
	"testing"

	"convnet.example/lesson/digits"
	"convnet.example/lesson/internal/byhand"
	"github.com/janpfeifer/must"
)

// The probabilities of notebook 07, and logits that exp alone could not take.
func TestSoftmax(t *testing.T) {
	for _, shift := range []float32{0, 1000, -1000} {
		for i, p := range Softmax([]float32{2 + shift, 1 + shift, shift}) {
			if want := []float64{0.665241, 0.244728, 0.090031}[i]; math.Abs(p-want) > 1e-6 {
				t.Errorf("shifted by %v, probability %d is %v, want %v", shift, i, p, want)
			}
		}
	}
}

// long skips a test of several epochs where one takes a minute.
func long(t *testing.T) {
	t.Helper()
	if testBackend(t).String() == "go" && !byhand.SIMD() {
		t.Skip("an epoch takes a minute here: set GOEXPERIMENT=simd, or GOMLX_BACKEND to XLA")
	}
	if testing.Short() {
		t.Skip("-short leaves out whole trainings")
	}
}

// TestLectureReachesItsAccuracy is the lecture's training, ten epochs of real MNIST.
func TestLectureReachesItsAccuracy(t *testing.T) {
	data := realMNIST(t)
	long(t)
	for seed := range int64(3) {
		trainer := must.M1(NewTrainer(must.M1(NewClassifier(Net, seed+1)), data.Train, Config{Seed: seed + 1}))
		for !trainer.Done() {
			epoch(t, trainer)
			must.M1(trainer.Test(data.Test))
		}
		first, final := trainer.History[0].Accuracy, trainer.History[9].Accuracy
		t.Logf("seed %d: %v after one epoch, %v after ten", seed+1, first, final)
		if first.Rate() < 0.955 || final.Rate() < 0.983 {
			t.Errorf("seed %d: want 95.5 %% and 98.3 %%", seed+1)
		}
	}
}

// TestBuiltinCarriesOver trains on the built-in digits alone and reads real MNIST.
func TestBuiltinCarriesOver(t *testing.T) {
	data := realMNIST(t)
	long(t)
	builtin := digits.Builtin()
	var test, train []float64
	for seed := range int64(3) {
		c := must.M1(NewClassifier(Net, seed+1))
		trainer := must.M1(NewTrainer(c, builtin.Train, Config{Seed: seed + 1}))
		for range 3 {
			epoch(t, trainer)
		}
		test = append(test, must.M1(c.Test(data.Test)).Rate())
		train = append(train, must.M1(c.Test(data.Train)).Rate())
	}
	t.Logf("MNIST's test images %.4f, its training images %.4f", test, train)
	if slices.Sort(test); test[1] < 0.95 {
		t.Errorf("the median on MNIST's test images is %v, want 0.95", test[1])
	}
	if slices.Sort(train); train[1] < 0.945 {
		t.Errorf("the median on MNIST's training images is %v, want 0.945", train[1])
	}
}
