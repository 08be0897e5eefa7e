package plots

import "fmt"

// panicf panics with an error, as all of the course's arithmetic does.
func panicf(format string, args ...any) { panic(fmt.Errorf("lesson: "+format, args...)) }
