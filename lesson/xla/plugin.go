package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/gomlx/go-xla/installer"
)

// plugin is something that can be installed.
type plugin struct {
	name, what, from, size string
	host                   string                    // the server that the files come from
	backend                string                    // the GOMLX_BACKEND that asks for it
	warning                string                    // what the user should know before, if not empty
	file                   string                    // the file that must be there afterwards, in the go-xla folder
	install                func(folder string) error // puts everything in an empty go-xla folder
}

// choose returns the plugin of this name, or an error if this machine cannot have it.
func choose(name string) (plugin, error) {
	switch name {
	case "", "cpu":
		return cpuPlugin()
	case "cuda12", "cuda13":
		return cudaPlugin(name)
	}
	return plugin{}, fmt.Errorf("there is no plugin %q: want cpu, cuda12 or cuda13", name)
}

func cpuPlugin() (plugin, error) {
	platform := runtime.GOOS + "_" + runtime.GOARCH
	if !slices.Contains(installer.CPUSupportedPlatforms, platform) {
		return plugin{}, fmt.Errorf("XLA's plugin is made for %v, not for %s: use pure Go, GOMLX_BACKEND=go",
			installer.CPUSupportedPlatforms, platform)
	}
	file := "pjrt_c_api_cpu_plugin.so"
	if runtime.GOOS == "windows" {
		file = "pjrt_c_api_cpu_plugin.dll"
	}
	return plugin{
		name: "cpu", what: "the processor (" + platform + ")", backend: "xla:cpu", file: file,
		host: "github.com", from: "https://github.com/" + installer.BinaryCPUReleasesRepo,
		size: "shown as soon as GitHub answers",
		install: func(folder string) error {
			// In an empty folder this always installs, and the version that this
			// go-xla was tested with. CPUInstall has no name for that version.
			return installer.CPUAutoInstall(folder, true, installer.Quiet)
		},
	}, nil
}

func cudaPlugin(name string) (plugin, error) {
	if cudaInstall == nil {
		return plugin{}, fmt.Errorf("XLA's %s plugin is made for Linux on x86-64, not for %s/%s: try cpu", name, runtime.GOOS, runtime.GOARCH)
	}
	p := plugin{
		name: name, what: "NVIDIA GPUs (" + name + ")", backend: "xla:cuda",
		host: "pypi.org", from: "https://pypi.org, the packages that JAX uses, under NVIDIA's licence",
		size: "2.6 GB to download when this was written",
		file: filepath.Join("nvidia", "pjrt_c_api_cuda_plugin.so"),
		install: func(folder string) error {
			return cudaInstall(name, "latest", folder, true, installer.Quiet)
		},
	}
	if name == "cuda12" {
		p.size = "3.2 GB to download when this was written"
	}
	if !installer.HasNvidiaGPU() {
		p.warning = "no NVIDIA GPU to be seen here. Programs will not try the plugin until there is one."
	}
	return p, nil
}
