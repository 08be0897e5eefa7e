package backend

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"

	"convnet.example/lesson/internal/byhand"
	"convnet.example/lesson/say"
	"github.com/gomlx/gomlx/support/exceptions"

	"github.com/gomlx/compute"
	"github.com/gomlx/compute/gobackend"
	"github.com/janpfeifer/gonb/gonbui"
	"golang.org/x/sys/cpu"
	"k8s.io/klog/v2"
)

// pureGo is the pure-Go backend as this package uses it. Without a limit on its
// workers no product waits for a worker that another waiting product holds; with
// the default limit, compute v0.1.6 can stop for ever on a machine with few cores: each of
// several products side by side holds a worker and waits in WaitToStart for the next, and
// none comes free (https://github.com/gomlx/compute/blob/v0.1.6/internal/gobackend/workerspool/workerspool.go).
// The lesson's TestNoHang watches that this setting never does.
const pureGo = "go:parallelism=-1"

var chosen struct {
	sync.Mutex
	backend compute.Backend
	device  string
}

// Current returns what this process computes with. The first call chooses it:
// $GOMLX_BACKEND, else XLA where a plugin is installed (CUDA before CPU), else
// pure Go.
func Current() (compute.Backend, error) {
	chosen.Lock()
	defer chosen.Unlock()
	if chosen.backend != nil {
		return chosen.backend, nil
	}
	return choose(os.Getenv(compute.ConfigEnvVar))
}

// Use chooses what this process computes with from now on:
//
//	go           pure Go, in the setting that is fast and cannot stop
//	xla          XLA's best installed plugin: CUDA before CPU
//	xla:cpu      one plugin by name, or by the path of its file
//	""           as [Current] does
//
// GoMLX's options may follow, as in go:ops_sequential.
func Use(config string) error {
	chosen.Lock()
	defer chosen.Unlock()
	if config == "" {
		config = os.Getenv(compute.ConfigEnvVar)
	}
	_, err := choose(config)
	return err
}

// Device says in a few words what this process computes with.
func Device() string {
	if _, err := Current(); err != nil {
		return "no backend"
	}
	chosen.Lock()
	defer chosen.Unlock()
	return chosen.device
}

// OnCUDA tells whether a backend computes on NVIDIA GPUs.
func OnCUDA(b compute.Backend) bool {
	xla, ok := b.(interface{ IsCUDA() bool })
	return ok && xla.IsCUDA()
}

func choose(config string) (compute.Backend, error) {
	name, options, _ := strings.Cut(config, ":")
	var backend compute.Backend
	var device string
	var err error
	switch {
	case config == "":
		backend, device, err = bestBackend()
	case config == gobackend.BackendName:
		adviseSIMD()
		backend, device, err = openGo(pureGo)
	case name == gobackend.BackendName:
		backend, device, err = openGo(config)
	case name == xlaName && (options == "" || options == "cpu" || options == "cuda"):
		backend, device, err = openInstalled(options)
	case slices.Contains(compute.List(), name):
		backend, err = newBackend(config)
		device = fmt.Sprintf("%s (%s)", strings.ToUpper(name), options)
	case name == xlaName: // by path, in a program without XLA
		backend, device, err = openInstalled(options)
	default:
		err = say.Errorf("no backend is called %q: use go, xla, xla:cpu, xla:cuda or xla:/path/to/plugin.so",
			"没有叫 %q 的后端：可用 go、xla、xla:cpu、xla:cuda 或 xla:/插件的路径.so", config)
	}
	if err != nil {
		return nil, err
	}
	chosen.backend, chosen.device = backend, device
	return backend, nil
}

// openGo keeps the line that the pure-Go backend prints about its parallelism off
// the standard output, where the lecture's lines go.
func openGo(config string) (compute.Backend, string, error) {
	stdout := os.Stdout
	if null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0); err == nil {
		os.Stdout = null
		defer func() { os.Stdout = stdout; null.Close() }()
	}
	backend, err := newBackend(config)
	if byhand.SIMD() {
		return backend, "pure Go with SIMD", err
	}
	return backend, "pure Go", err
}

// adviseSIMD says what the program misses if it was built without SIMD for a processor
// that has it.
func adviseSIMD() {
	if !byhand.SIMD() && runtime.GOARCH == "amd64" && cpu.X86.HasAVX2 {
		advise(say.Text("Built without SIMD: set GOEXPERIMENT=simd before go run, and pure Go is about five times as fast.",
			"编译时没有开 SIMD：在 go run 之前设 GOEXPERIMENT=simd，纯 Go 的速度约为原来的 5 倍。"))
	}
}

// newBackend is GoMLX's constructor with its panics as errors.
func newBackend(config string) (backend compute.Backend, err error) {
	klog.LogToStderr(false) // go-xla also logs the errors that it returns
	klog.SetOutput(io.Discard)
	defer klog.LogToStderr(true)
	if file, ok := strings.CutPrefix(config, xlaName+":/"); ok {
		file, _, _ = strings.Cut("/"+file, ",")
		if err := checkLibrary(file); err != nil {
			return nil, err
		}
	}
	failed := exceptions.TryCatch[error](func() { backend, err = compute.NewWithConfig(config) })
	if err = errors.Join(failed, err); err != nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		return nil, errors.New(first)
	}
	return backend, nil
}

// notices is where the user reads what is neither output nor an error.
var notices io.Writer = os.Stderr

func notice(format string, args ...any) { fmt.Fprintf(notices, format+"\n", args...) }

// advise is notice, except in a notebook, where each cell is a program of its own and
// would say it again: there [Device] tells.
func advise(format string, args ...any) {
	if !gonbui.IsNotebook {
		notice(format, args...)
	}
}
