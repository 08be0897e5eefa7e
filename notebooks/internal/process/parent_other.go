//go:build unix && !linux

package process

import "syscall"

// endWithParent does nothing: only Linux ends programs with their parent.
func endWithParent(*syscall.SysProcAttr) {}
