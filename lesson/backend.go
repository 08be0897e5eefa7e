package lesson

import (
	"github.com/gomlx/compute"

	"convnet.example/lesson/internal/backend"
	"convnet.example/lesson/say"
)

// Backend returns what this process computes with. The first call chooses it:
// $GOMLX_BACKEND, else XLA where a plugin is installed (CUDA before CPU), else
// pure Go.
func Backend() (compute.Backend, error) { return backend.Current() }

// UseBackend chooses what this process computes with from now on:
//
//	go           pure Go, in the setting that is fast and cannot stop
//	xla          XLA's best installed plugin: CUDA before CPU
//	xla:cpu      one plugin by name, or by the path of its file
//	""           as [Backend] does
//
// GoMLX's options may follow, as in go:ops_sequential. They say nothing of a network of the
// lecture's kind, which pure Go computes without GoMLX, on as many cores as GOMAXPROCS allows.
func UseBackend(config string) error { return backend.Use(config) }

// Device says in a few words what this process computes with.
func Device() string { return backend.Device() }

// checkDevices tells whether what a classifier computes with has so many devices.
func (c *Classifier) checkDevices(n int) error {
	if have := c.backend.NumDevices(); n > have {
		return say.Errorf("%d devices are asked for, and the backend has %d (%s): ask for no more, or for XLA on the processor "+
			"set XLA_FLAGS=--xla_force_host_platform_device_count=%[1]d before the program starts, which divides it into %[1]d",
			"要用 %d 个设备，而这个后端只有 %d 个（%s）：请少用一些；若用处理器上的 XLA，可在启动程序之前设 XLA_FLAGS=--xla_force_host_platform_device_count=%[1]d，把它分成 %[1]d 个",
			n, have, Device())
	}
	return nil
}
