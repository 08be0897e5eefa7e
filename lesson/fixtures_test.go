package lesson

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"

	"convnet.example/lesson/digits"
	"github.com/gomlx/compute"
	"github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"
)

// An array is a tensor as PyTorch's numbers are written in the fixtures.
type array struct {
	Shape []int     `json:"shape"`
	Data  []float32 `json:"data"`
}

func (a array) tensor() *tensors.Tensor {
	return tensors.FromFlatDataAndDimensions(a.Data, a.Shape...)
}

// fixture reads a file with PyTorch's numbers from $LESSON_FIXTURES, or else from
// the copy in testdata.
func fixture(t testing.TB, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(fixturePath(name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func fixturePath(name string) string {
	folder := os.Getenv("LESSON_FIXTURES")
	if folder == "" {
		folder = filepath.Join("testdata", "pytorch")
	}
	return filepath.Join(folder, name)
}

// testBackend returns the backend the tests run on: $GOMLX_BACKEND, else pure Go.
func testBackend(t testing.TB) compute.Backend {
	t.Helper()
	backend, err := Backend()
	if err != nil {
		t.Fatal(err)
	}
	return backend
}

func TestMain(m *testing.M) {
	if os.Getenv(compute.ConfigEnvVar) == "" {
		os.Setenv(compute.ConfigEnvVar, "go") // whatever is installed on this machine
	}
	os.Exit(m.Run())
}

// run computes the outputs of a graph, as flat numbers.
func run(t testing.TB, build func(inputs []*graph.Node) []*graph.Node, inputs ...*tensors.Tensor) [][]float32 {
	t.Helper()
	args := make([]any, len(inputs))
	for i, input := range inputs {
		args[i] = input
	}
	outputs, err := graph.CallOnceN(testBackend(t), build, args...)
	if err != nil {
		t.Fatalf("%+v", err)
	}
	flat := make([][]float32, len(outputs))
	for i, output := range outputs {
		flat[i] = tensors.MustCopyFlatData[float32](output)
	}
	return flat
}

// near fails unless the numbers agree within tolerance, relative to the largest
// that is wanted.
func near(t testing.TB, what string, got, want []float32, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d numbers, want %d", what, len(got), len(want))
	}
	largest := 0.0
	for _, v := range want {
		largest = max(largest, math.Abs(float64(v)))
	}
	for i := range want {
		if diff := math.Abs(float64(got[i] - want[i])); !(diff <= tolerance*largest) {
			t.Fatalf("%s: number %d is %v, want %v", what, i, got[i], want[i])
		}
	}
}

// realMNIST returns the digits in the folder $MNIST_DIR, or skips the test if that is not
// set.
func realMNIST(t testing.TB) *digits.Data {
	t.Helper()
	folder := os.Getenv("MNIST_DIR")
	if folder == "" {
		t.Skip("needs MNIST: set MNIST_DIR to a folder with its four files")
	}
	data, err := digits.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
