package conv

import "fmt"

// panicf panics with an error, never with a string: see panic.go of package lesson.
func panicf(format string, args ...any) { panic(fmt.Errorf("lesson: "+format, args...)) }
