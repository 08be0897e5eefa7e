package matrix

import "fmt"

func panicf(format string, args ...any) { panic(fmt.Errorf("lesson: "+format, args...)) }
