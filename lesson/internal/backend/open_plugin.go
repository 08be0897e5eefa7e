package backend

import (
	"debug/elf"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"

	"convnet.example/lesson/internal/file"
	"convnet.example/lesson/plugins"
	"convnet.example/lesson/say"
	"github.com/gomlx/compute"
	"github.com/janpfeifer/gonb/gonbui"
)

const xlaName = "xla"

// installed returns the plugins that this program can use, CUDA before CPU.
func installed() []plugins.Plugin {
	if !slices.Contains(compute.List(), xlaName) {
		return nil
	}
	return plugins.Installed()
}

// bestBackend tries the installed plugins and falls back to pure Go.
func bestBackend() (compute.Backend, string, error) {
	for _, p := range installed() {
		backend, device, err := openPlugin(p)
		if err == nil {
			return backend, device, nil
		}
		notice(say.Text("The XLA plugin %s does not load (%v): passed over.", "XLA 插件 %s 加载不了（%v），先跳过它。"), p.Path, err)
	}
	adviseRestart()
	advise(say.Text("Computing in pure Go. %s", "用纯 Go 计算。%s"), withXLA())
	adviseSIMD()
	return openGo(pureGo)
}

// openInstalled opens the best installed plugin with that name; "" means any.
func openInstalled(name string) (compute.Backend, string, error) {
	var failed error
	for _, p := range installed() {
		if name != "" && p.Name != name {
			continue
		}
		backend, device, err := openPlugin(p)
		if err == nil {
			return backend, device, nil
		}
		failed = errors.Join(failed, say.Errorf("the XLA plugin %s does not load: %w",
			"XLA 插件 %s 加载不了：%w", p.Path, err))
	}
	if failed == nil {
		failed = say.Errorf("no XLA plugin%s is installed: go run ./lesson/xla installs one, and the backend go needs none",
			"没有安装 XLA 插件%s：go run ./lesson/xla 可以安装；后端 go 不需要插件", quoted(name))
	}
	if why := withoutXLA(); why != "" {
		failed = say.Errorf("there is no XLA in this program: %s; the backend go needs none",
			"这个程序里没有 XLA：%s；后端 go 不需要它", why)
	}
	return nil, "", failed
}

func quoted(name string) string {
	if name == "" {
		return ""
	}
	return fmt.Sprintf(" %q", name)
}

func openPlugin(p plugins.Plugin) (compute.Backend, string, error) {
	config := xlaName + ":" + p.Path
	if p.Name == "cuda" {
		config += sameNumbers()
	}
	backend, err := newBackend(config)
	return backend, fmt.Sprintf("XLA on %s (%s)", strings.ToUpper(p.Name), p.Path), err
}

// sameNumbers returns the options with which a GPU computes what other backends do, to
// rounding, and the same at each run. By default go-xla lets it multiply in TF32, of 11
// significant bits, which puts this network's logits off by 2 in 1000; and XLA times several
// ways of each product and takes the fastest, a choice that differs from run to run and costs
// half of the start. At this size neither makes a step faster.
func sameNumbers() (options string) {
	const deterministic = "--xla_gpu_deterministic_ops"
	if flags := os.Getenv("XLA_FLAGS"); !strings.Contains(flags, deterministic) {
		os.Setenv("XLA_FLAGS", strings.TrimSpace(flags+" "+deterministic+"=true")) // read when the plugin is loaded
	}
	return ",tf32=false"
}

// checkLibrary tells whether a file is a whole library: loading one that is cut short
// can end the program.
func checkLibrary(path string) error {
	if info, err := os.Stat(path); err != nil {
		return err
	} else if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a file but a %s", path, file.Kind(info))
	}
	if runtime.GOOS != "linux" {
		return nil
	}
	library, err := elf.Open(path) // its table of sections is at the end
	if err != nil {
		return say.Errorf("%s is no library: %w",
			"%s 不是动态库：%w", path, err)
	}
	return library.Close()
}

// withXLA says what XLA would bring, or why this program cannot use it.
func withXLA() string {
	if why := withoutXLA(); why != "" {
		return say.Text("There is no XLA in this program: ", "这个程序里没有 XLA：") + why + say.Text(".", "。")
	}
	return say.Text("XLA would be faster, most of all for a network of your own: go run ./lesson/xla installs it.",
		"用 XLA 会更快，训练自己设计的网络时尤其如此：go run ./lesson/xla 可以安装。")
}

// adviseRestart says in a notebook that XLA has been installed since its kernel was
// started. Kernels that had none to use compile their cells without cgo, which is faster.
func adviseRestart() {
	if withoutXLA() == restart() {
		notice(say.Text("XLA is installed (%s), but %s.", "XLA 已安装（%s），但是%s。"), plugins.Installed()[0].Path, restart())
	}
}

// restart is why a cell has no XLA.
func restart() string {
	return say.Text("the course was started without it: close the course and start it again",
		"课程启动时还没有它：请关闭课程，再启动一次")
}

// withoutXLA explains why this program was built without XLA, if it was.
func withoutXLA() string {
	if slices.Contains(compute.List(), xlaName) {
		return ""
	}
	switch runtime.GOOS + "/" + runtime.GOARCH {
	case "linux/amd64", "linux/arm64", "darwin/arm64":
		if gonbui.IsNotebook && len(plugins.Installed()) == 0 {
			return "" // once it is installed, a new kernel will have it
		}
		if gonbui.IsNotebook {
			return restart()
		}
		return say.Text("it was built without cgo (install a C compiler, and do not set CGO_ENABLED=0)",
			"编译时没有用 cgo（请安装 C 编译器，并且不要设 CGO_ENABLED=0）")
	}
	return say.Text("GoMLX has none for ", "GoMLX 没有它的版本，平台是 ") + runtime.GOOS + "/" + runtime.GOARCH
}
