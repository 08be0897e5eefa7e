package main

import (
	"path/filepath"
	"runtime"
	"slices"

	"convnet.example/lesson/say"
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
	return plugin{}, say.Errorf("there is no plugin %q: want cpu, cuda12 or cuda13",
		"没有叫 %q 的插件：可用 cpu、cuda12 或 cuda13", name)
}

func cpuPlugin() (plugin, error) {
	platform := runtime.GOOS + "_" + runtime.GOARCH
	if !slices.Contains(installer.CPUSupportedPlatforms, platform) {
		return plugin{}, say.Errorf("XLA's plugin is made for %v, not for %s: use pure Go, GOMLX_BACKEND=go",
			"XLA 的插件有 %v 的，没有 %s 的：请用纯 Go，GOMLX_BACKEND=go",
			installer.CPUSupportedPlatforms, platform)
	}
	file := "pjrt_c_api_cpu_plugin.so"
	if runtime.GOOS == "windows" {
		file = "pjrt_c_api_cpu_plugin.dll"
	}
	return plugin{
		name: "cpu", what: say.Text("the processor", "处理器") + " (" + platform + ")", backend: "xla:cpu", file: file,
		host: "github.com", from: "https://github.com/" + installer.BinaryCPUReleasesRepo,
		size: say.Text("shown as soon as GitHub answers", "GitHub 一回答就会显示"),
		install: func(folder string) error {
			// In an empty folder this always installs, and the version that this
			// go-xla was tested with. CPUInstall has no name for that version.
			return installer.CPUAutoInstall(folder, true, installer.Quiet)
		},
	}, nil
}

func cudaPlugin(name string) (plugin, error) {
	if cudaInstall == nil {
		return plugin{}, say.Errorf("XLA's %s plugin is made for Linux on x86-64, not for %s/%s: try cpu",
			"XLA 的 %s 插件只有 x86-64 上的 Linux 的，没有 %s/%s 的：试试 cpu", name, runtime.GOOS, runtime.GOARCH)
	}
	p := plugin{
		name: name, what: say.Text("NVIDIA GPUs", " NVIDIA 显卡") + " (" + name + ")", backend: "xla:cuda",
		host: "pypi.org", from: say.Text("https://pypi.org, the packages that JAX uses, under NVIDIA's licence", "https://pypi.org，JAX 用的那些包，按 NVIDIA 的许可"),
		size: say.Text("2.6 GB to download when this was written", "写这段程序时要下载 2.6 GB"),
		file: filepath.Join("nvidia", "pjrt_c_api_cuda_plugin.so"),
		install: func(folder string) error {
			return cudaInstall(name, "latest", folder, true, installer.Quiet)
		},
	}
	if name == "cuda12" {
		p.size = say.Text("3.2 GB to download when this was written", "写这段程序时要下载 3.2 GB")
	}
	if !installer.HasNvidiaGPU() {
		p.warning = say.Text("no NVIDIA GPU to be seen here. Until there is one, programs pass the plugin over, and say so.",
			"这里没有看到 NVIDIA 显卡。没有显卡，程序会跳过这个插件，并且说明。")
	}
	return p, nil
}
