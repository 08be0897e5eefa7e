package main

import "testing"

func TestTable(t *testing.T) {
	got := table("a machine, 2 cores", []program{
		{name: baseline, whole: []float64{40, 38, 39}, epoch: []float64{11, 10, 12}},
		{name: "Go", whole: []float64{13, 20, 11}, epoch: []float64{2.75, 5, 1}},
	})
	want := `| a machine, 2 cores | three epochs, whole program | of the lecture's | an epoch and its test | of the lecture's |
|---|---|---|---|---|
| PyTorch, the lecture's program | 39.0 s | 1.00 | 11.0 s | 1.00 |
| Go | 13.0 s | 0.33 | 2.8 s | 0.25 |
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWithoutPyTorchThereAreNoRatios(t *testing.T) {
	got := table("m", []program{{name: "Go", whole: []float64{1, 3}, epoch: []float64{1}}})
	want := "| m | three epochs, whole program | of the lecture's | an epoch and its test | of the lecture's |\n|---|---|---|---|---|\n| Go | 2.0 s |  | 1.0 s |  |\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
