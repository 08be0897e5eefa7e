package picture

import "fmt"

// panicf panics with an error, never with a string: see graph_errors.go of package lesson.
func panicf(format string, args ...any) { panic(fmt.Errorf("lesson: "+format, args...)) }
