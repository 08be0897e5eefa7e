package lesson

// Must returns v, or panics with err. It is for notebook cells, where an error
// should stop the cell and be read.
func Must[T any](v T, err error) T {
	Check(err)
	return v
}

// Check panics with err unless it is nil. It is for notebook cells, like [Must].
func Check(err error) {
	if err != nil {
		panic(err)
	}
}
