package lesson

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"convnet.example/lesson/conv"
	"convnet.example/lesson/digits"
	"convnet.example/lesson/digits/mnist"
	"convnet.example/lesson/safetensors"
	"github.com/janpfeifer/must"
)

// trainedOn returns a classifier after one epoch of n drawn digits.
func trainedOn(t testing.TB, n int, config Config) (*Classifier, *Trainer) {
	t.Helper()
	c := must.M1(NewClassifier(Net, 1))
	trainer := must.M1(NewTrainer(c, digits.Draw(1, n), config))
	epoch(t, trainer)
	return c, trainer
}

func epoch(t testing.TB, trainer *Trainer) (losses []float64) {
	t.Helper()
	for step, err := range trainer.Epoch() {
		if err != nil {
			t.Fatal(err)
		}
		losses = append(losses, step.Loss)
	}
	return losses
}

func TestPredictInAnyNumber(t *testing.T) {
	c, _ := trainedOn(t, 640, Config{})
	d := digits.Draw(2, evalBatch+3)
	all := must.M1(c.Predict(d))
	for i := range 3 {
		if one := must.M1(c.Predict(&mnist.Set{Pixels: d.Image(i), Labels: d.Labels[i : i+1]})); one[0] != all[i] {
			t.Errorf("image %d alone is a %d, among others a %d", i, one[0], all[i])
		}
	}
	if none := must.M1(c.Predict(d.First(0))); len(none) != 0 {
		t.Errorf("%d predictions of no image", len(none))
	}
	confusion, right := Confusion(d.Labels, all), 0
	for i := range confusion {
		right += confusion[i][i]
	}
	if accuracy := must.M1(c.Test(d)); accuracy.Correct != right || accuracy.Total != d.Len() {
		t.Errorf("accuracy %v, but %d on the diagonal of the confusion matrix", accuracy, right)
	}
}

func TestFeatureMaps(t *testing.T) {
	c := must.M1(NewClassifier(Net, 1))
	image := digits.Draw(1, 1).Image(0)
	x := make([][]float64, mnist.Side)
	for i := range x {
		x[i] = make([]float64, mnist.Side)
		for j := range x[i] {
			x[i][j] = float64(mnist.Normalize(image[i*mnist.Side+j]))
		}
	}
	weights := c.arrays()
	conv1 := must.M1(c.FeatureMaps("conv1", image))
	for k, channel := range conv1 {
		kernel := make([][]float64, 5)
		for i := range 25 {
			kernel[i/5] = append(kernel[i/5], float64(weights["conv1.weight"].Data[25*k+i]))
		}
		want := conv.Correlate(x, kernel, conv.Window{})
		for i := range want {
			for j := range want[i] {
				if v := want[i][j] + float64(weights["conv1.bias"].Data[k]); math.Abs(channel[i][j]-v) > 1e-4 {
					t.Fatalf("channel %d at %d, %d: %v, by plain loops %v", k, i, j, channel[i][j], v)
				}
			}
		}
	}
	pooled := must.M1(c.FeatureMaps("pool1", image))
	if want := conv.MaxPool(conv1[3], conv.Window{Kernel: 2}); !slices.EqualFunc(pooled[3], want, slices.Equal) {
		t.Error("pool1 is not the maximum of conv1")
	}
	if fc := must.M1(c.FeatureMaps("fc", image)); len(fc) != 1 || len(fc[0]) != 1 || len(fc[0][0]) != 10 {
		t.Errorf("fc: %v", fc)
	}
	weights["conv1.bias"].Data[0] += 1
	must.M(c.SetWeights(withoutVelocities(weights)))
	if now := must.M1(c.FeatureMaps("conv1", image))[0][0][0] - conv1[0][0][0]; math.Abs(now-1) > 1e-5 {
		t.Errorf("with a bias 1 larger the map is larger by %v", now)
	}
	if _, err := c.FeatureMaps("conv3", image); err == nil || !strings.Contains(err.Error(), "conv2") {
		t.Errorf("a layer that is not there: error %v", err)
	}
	if _, err := c.FeatureMaps("conv1", image[1:]); err == nil {
		t.Error("an image of 783 pixels: no error")
	}
}

func TestWeightsComeBack(t *testing.T) {
	c, _ := trainedOn(t, 320, Config{})
	file := filepath.Join(t.TempDir(), "w.safetensors")
	must.M(c.SaveWeights(file))
	names := []string{}
	arrays, _, err := safetensors.ReadFile(file)
	must.M(err)
	for name := range arrays {
		names = append(names, name)
	}
	slices.Sort(names)
	if got := strings.Join(names, " "); got != "conv1.bias conv1.weight conv2.bias conv2.weight fc.bias fc.weight" {
		t.Errorf("the file has %s", got)
	}
	d := digits.Draw(2, 20)
	want := must.M1(c.Logits(d))
	got := must.M1(must.M1(Restore(Net, file)).Logits(d))
	for i := range want {
		near(t, "logits", got[i], want[i], 1e-6)
	}
}

func TestLoadWeightsRefuses(t *testing.T) {
	folder := t.TempDir()
	c := must.M1(NewClassifier(Net, 1))
	before := must.M1(c.Logits(digits.Draw(2, 1)))[0]
	for want, change := range map[string]func(map[string]safetensors.Tensor){
		"there is no fc.bias, only": func(a map[string]safetensors.Tensor) { delete(a, "fc.bias") },
		"has no extra": func(a map[string]safetensors.Tensor) {
			a["extra"] = safetensors.Tensor{Shape: []int{1}, Data: []float32{1}}
		},
		"not all weights are numbers": func(a map[string]safetensors.Tensor) { a["fc.bias"].Data[3] = float32(math.NaN()) },
		"[10 320]": func(a map[string]safetensors.Tensor) {
			a["fc.weight"] = safetensors.Tensor{Shape: []int{320, 10}, Data: make([]float32, 3200)}
		},
	} {
		arrays := must.M1(NewClassifier(Net, 2)).arrays()
		change(arrays)
		file := filepath.Join(folder, "bad.safetensors")
		must.M(safetensors.WriteFile(file, arrays, nil))
		err := c.LoadWeights(file)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), file) {
			t.Errorf("want an error with %q and the file, got %v", want, err)
		}
	}
	if err := c.LoadWeights(filepath.Join(folder, "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if after := must.M1(c.Logits(digits.Draw(2, 1)))[0]; !slices.Equal(before, after) {
		t.Error("refused weights changed the network")
	}
}

// A state_dict of a module that was wrapped, compiled or both, and counts its batches.
func TestLoadWeightsOfWrappedModules(t *testing.T) {
	want := must.M1(NewClassifier(Net, 1)).Weights()
	file := filepath.Join(t.TempDir(), "wrapped.safetensors")
	for _, prefix := range []string{"module.", "_orig_mod.", "module._orig_mod.", "_orig_mod.module."} {
		wrapped := map[string]safetensors.Tensor{}
		for name, array := range want {
			wrapped[prefix+name] = array
		}
		must.M(safetensors.WriteFile(file, wrapped, nil))
		if got := must.M1(Restore(Net, file)).Weights(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: other weights", prefix)
		}
	}
	w, passedOver := unwrapped(weights{"a": {Integers: true}, "module.b": {Data: []float32{1}}, "c": {}})
	if len(w) != 2 || len(w["module.b"].Data) != 1 || len(passedOver) != 1 {
		t.Errorf("%v, %q; want module.b, as not all have the prefix, and c", w, passedOver)
	}
}

func TestConfusionCountsLabelsInRows(t *testing.T) {
	if counts := Confusion([]byte{4, 4, 9}, []byte{9, 4, 9}); counts[4][9] != 1 || counts[9][4] != 0 || counts[9][9] != 1 {
		t.Errorf("%v", counts)
	}
}

func TestKernels(t *testing.T) {
	c := must.M1(NewClassifier(Net, 1))
	weights := c.Weights()
	kernels := must.M1(c.Kernels("conv2"))
	if len(kernels) != 200 || len(kernels[0]) != 5 || kernels[7][3][1] != float64(weights["conv2.weight"].Data[7*25+16]) {
		t.Errorf("%d kernels", len(kernels))
	}
	if _, err := c.Kernels("fc"); err == nil {
		t.Error("fc has kernels")
	}
}

func TestSetWeights(t *testing.T) {
	c := must.M1(NewClassifier(Net, 1))
	weights := c.Weights()
	clear(weights["fc.weight"].Data)
	copy(weights["fc.bias"].Data, []float32{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
	must.M(c.SetWeights(weights))
	if row := must.M1(c.Logits(digits.Draw(1, 1)))[0]; !slices.Equal(row, []float32{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}) {
		t.Errorf("logits %v", row)
	}
	delete(weights, "fc.bias")
	if err := c.SetWeights(weights); err == nil {
		t.Error("without fc.bias: no error")
	}
}

func TestDigitsMadeByHandAreChecked(t *testing.T) {
	c := must.M1(NewClassifier(Net, 1))
	for _, d := range []*mnist.Set{{Pixels: make([]byte, mnist.Pixels)}, {Pixels: make([]byte, mnist.Pixels), Labels: []byte{10}}, {Labels: []byte{1}}} {
		if _, err := c.Logits(d); err == nil {
			t.Errorf("%d pixels, labels %v: no error", len(d.Pixels), d.Labels)
		}
		if _, err := NewTrainer(c, d, Config{}); err == nil {
			t.Errorf("%d pixels, labels %v: no error", len(d.Pixels), d.Labels)
		}
	}
}

func TestMoreSizesThanGoMLXKeepsGraphs(t *testing.T) {
	c, d := must.M1(NewClassifier(ownNet, 1)), digits.Draw(1, 40)
	for n := range 40 {
		must.M1(c.Logits(d.First(n)))
	}
}

// The mean loss is the first step's, before its update, and of weights that give equal logits
// it is log 10.
func TestLoss(t *testing.T) {
	d := digits.Draw(1, 64)
	c := must.M1(NewClassifier(Net, 1))
	got := must.M1(c.Loss(d))
	trainer := must.M1(NewTrainer(c, d, Config{FileOrder: true}))
	for step, err := range trainer.Epoch() {
		must.M(err)
		if math.Abs(step.Loss-got) > 1e-5 {
			t.Errorf("the loss is %v, and the step's %v", got, step.Loss)
		}
	}
	zero := c.Weights()
	for _, w := range zero {
		clear(w.Data)
	}
	must.M(c.SetWeights(zero))
	if got := must.M1(c.Loss(d)); math.Abs(got-math.Log(10)) > 1e-6 {
		t.Errorf("equal logits have the loss %v", got)
	}
}
