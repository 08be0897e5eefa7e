package safetensors_test

import (
	"bytes"
	"fmt"

	"convnet.example/lesson/safetensors"
	"github.com/janpfeifer/must"
)

// Write an array, and read it back.
func Example() {
	var file bytes.Buffer
	arrays := map[string]safetensors.Tensor{"fc.bias": {Shape: []int{2}, Data: []float32{0.5, -1}}}
	must.M(safetensors.Write(&file, arrays, map[string]string{"format": "pt"}))
	fmt.Println(file.Len(), "bytes")

	again, about, err := safetensors.Read(&file)
	fmt.Println(again["fc.bias"].Shape, again["fc.bias"].Data, about["format"], err)
	// Output:
	// 112 bytes
	// [2] [0.5 -1] pt <nil>
}
