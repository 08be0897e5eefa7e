//go:build (linux && amd64) || pjrt_all

package main

import "github.com/gomlx/go-xla/installer"

// cudaInstall installs the CUDA plugin. Its build constraint is that of the original.
var cudaInstall = installer.CudaInstall
