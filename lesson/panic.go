package lesson

import "fmt"

// panicf panics with an error, never with a string: GoMLX turns errors that a
// graph-building function panics with into errors of the call, and anything else
// leaves a lock of its executor closed.
func panicf(format string, args ...any) {
	panic(fmt.Errorf("lesson: "+format, args...))
}

// try returns what build panics with as an error.
func try(build func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = r
		default:
			err = fmt.Errorf("%v", r)
		}
	}()
	build()
	return nil
}
