package main

import "testing"

func TestTable(t *testing.T) {
	got := table("a machine, 2 cores", []program{
		{name: lecture, whole: []float64{40, 38, 39}, step: []float64{11, 10, 12}},
		{name: fastest, whole: []float64{9, 11, 10}, step: []float64{4, 3, 5}},
		{name: "Go", whole: []float64{13, 20, 11}, step: []float64{2.75, 5, 1}},
	})
	want := `| a machine, 2 cores | a step | of the fastest PyTorch's | three epochs, whole program | of the lecture's |
|---|---|---|---|---|
| PyTorch, the lecture's program | 11.00 ms | 2.75 | 39.0 s | 1.00 |
| PyTorch, images in memory, channels_last | 4.00 ms | 1.00 | 10.0 s | 0.26 |
| Go | 2.75 ms | 0.69 | 13.0 s | 0.33 |
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWithoutPyTorchThereAreNoRatios(t *testing.T) {
	got := table("m", []program{{name: "Go", whole: []float64{1, 3}, step: []float64{1}}})
	want := "| m | a step | of the fastest PyTorch's | three epochs, whole program | of the lecture's |\n|---|---|---|---|---|\n| Go | 1.00 ms |  | 2.0 s |  |\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
