package exercise

import "os"

// What a cell does: it hands its solution to the checker.
func ExampleCount() {
	output = os.Stdout // of the example
	os.Setenv("COURSE_LANG", "en")
	Count(func(n, c, h, w int) int { return n * c * h * w })
	// Output: ✓ 00.1 the numbers in a batch: right in 4 of 4 cases.
}
