package lesson

import (
	"github.com/gomlx/compute"

	"convnet.example/lesson/internal/backend"
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
// GoMLX's options may follow, as in go:ops_sequential.
func UseBackend(config string) error { return backend.Use(config) }

// Device says in a few words what this process computes with.
func Device() string { return backend.Device() }
