package doctor

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/gotool"
)

// A finding is a line of the doctor's table. If ok is false, the course needs what next
// says.
type finding struct {
	what string
	ok   bool
	is   string // what is there
	next string
}

// Examine prints what is there, what is missing and what to do. It makes nothing.
func Examine(ctx context.Context, root string, w io.Writer) error {
	findings := []finding{examineGo(ctx, root)}
	e, err := environment.New(ctx, root)
	if err == nil {
		findings = append(findings, examineC(ctx, e))
	}
	findings = append(findings, examinePython(ctx))
	if err == nil {
		findings = append(findings, examineEnvironment(e), examineKernel(e))
		findings = append(findings, examineLesson(ctx, e)...)
	} else if findings[0].ok {
		findings = append(findings, finding{what: "environment", is: "has no place", next: err.Error()})
	}
	arrow := "→"
	if !course.UTF8() {
		arrow = "->"
	}
	missing := 0
	for _, f := range findings {
		state := "ok"
		if !f.ok {
			state = "missing"
			missing++
		}
		fmt.Fprintf(w, "%-12s %-8s %s\n", f.what, state, f.is)
		if f.next != "" {
			fmt.Fprintf(w, "%21s %s %s\n", "", arrow, strings.ReplaceAll(f.next, "\n", "\n"+strings.Repeat(" ", 24)))
		}
	}
	if missing > 0 {
		return fmt.Errorf("%d missing", missing)
	}
	return nil
}

func examineGo(ctx context.Context, root string) finding {
	version, err := gotool.Run(ctx, root, "version")
	if err != nil {
		return finding{what: "Go", is: "does not run", next: err.Error()}
	}
	is := strings.TrimSpace(strings.TrimPrefix(version, "go version "))
	if _, err := gotool.Run(ctx, root, "list", "-m"); err != nil { // too old for go.mod
		return finding{what: "Go", is: is, next: err.Error()}
	}
	if _, ok := gotool.WithSIMD(ctx, root); ok {
		return finding{what: "Go", ok: true, is: is + ", with SIMD"}
	}
	return finding{what: "Go", ok: true, is: is + ", without SIMD", next: "pure Go trains about five times as fast with SIMD: Go 1.26 has it for amd64"}
}

func examineC(ctx context.Context, e *environment.Environment) finding {
	if cc := e.CCompiler(ctx); cc != "" {
		return finding{what: "C compiler", ok: true, is: cc}
	}
	return finding{what: "C compiler", ok: true, is: "none: the course runs in pure Go", next: "XLA needs one: " + environment.InstallHint("gcc", "gcc")}
}

func examinePython(ctx context.Context) finding {
	path, version, err := environment.FindPython(ctx)
	if err != nil {
		return finding{what: "Python", is: "none", next: err.Error()}
	}
	if exec.CommandContext(ctx, path, "-c", "import venv, ensurepip").Run() != nil {
		return finding{what: "Python", is: version + " without the venv module", next: environment.InstallHint("python3-venv", "python")}
	}
	return finding{what: "Python", ok: true, is: version + ", " + path}
}

func examineEnvironment(e *environment.Environment) finding {
	if e.Ready() {
		return finding{what: "environment", ok: true, is: e.Folder}
	}
	return finding{what: "environment", is: "not made", next: "go run ./notebooks -prepare, with a network, makes it; so does the first start"}
}

func examineKernel(e *environment.Environment) finding {
	gonb := filepath.Join(e.Bin(), "gonb")
	if out, err := exec.Command(gonb, "-V").CombinedOutput(); err != nil {
		return finding{what: "kernel", is: "not built", next: "it is made with the environment"}
	} else {
		return finding{what: "kernel", ok: true, is: "gonb " + strings.TrimSpace(string(out))}
	}
}

// examineLesson runs a program as a cell would run, and asks it for backend and digits.
func examineLesson(ctx context.Context, e *environment.Environment) []finding {
	folder := os.Getenv("MNIST_DIR")
	if folder == "" {
		cache, _ := os.UserCacheDir()
		folder = filepath.Join(cache, "convnet", "mnist") // where digits.Open keeps it
	}
	out, err := probe(ctx, e, folder)
	if err != nil {
		return []finding{{what: "backend", is: "a cell does not run", next: err.Error()}}
	}
	device, digits, _ := strings.Cut(strings.TrimSpace(out), "\n")
	backend := finding{what: "backend", ok: device != "no backend", is: device}
	if strings.HasPrefix(device, "pure Go") && runtime.GOOS != "windows" {
		backend.next = "XLA trains faster: go run ./lesson/xla installs it"
	}
	data := finding{what: "data", ok: true, is: digits}
	switch {
	case strings.HasPrefix(digits, "MNIST"):
	case strings.HasPrefix(digits, "IDX files"):
		data.is += ": not MNIST, but usable"
	case os.Getenv("MNIST_DIR") != "":
		data = finding{what: "data", is: "MNIST_DIR is not usable", next: digits}
	default:
		data = finding{what: "data", ok: true, is: "no MNIST yet: the first cell that needs it downloads 11 MB",
			next: "offline, the course draws its own digits; or set MNIST_DIR to a folder with MNIST's four files"}
	}
	return []finding{backend, data}
}
