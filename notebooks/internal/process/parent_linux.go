package process

import "syscall"

// endWithParent has the system end the program if the launcher is killed, and so cannot
// do it.
func endWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGTERM }
