//go:build !((linux && amd64) || pjrt_all)

package main

import "github.com/gomlx/go-xla/installer"

// cudaInstall is nil where the installer has no CUDA plugin.
var cudaInstall func(plugin, version, folder string, useCache bool, verbosity installer.VerbosityLevel) error
