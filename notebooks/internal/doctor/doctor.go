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

	"convnet.example/lesson/say"
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
		findings = append(findings, finding{what: say.Text("environment", "环境"), is: say.Text("has no place", "没有地方放"), next: err.Error()})
	}
	arrow := "→"
	if !say.Unicode() {
		arrow = "->"
	}
	missing := 0
	for _, f := range findings {
		state := say.Text("ok", "正常")
		if !f.ok {
			state = say.Text("missing", "缺少")
			missing++
		}
		fmt.Fprintf(w, "%-12s %-8s %s\n", f.what, state, f.is)
		if f.next != "" {
			fmt.Fprintf(w, "%21s %s %s\n", "", arrow, strings.ReplaceAll(f.next, "\n", "\n"+strings.Repeat(" ", 24)))
		}
	}
	if missing > 0 {
		return say.Errorf("%d missing", "缺 %d 项", missing)
	}
	return nil
}

func examineGo(ctx context.Context, root string) finding {
	version, err := gotool.Run(ctx, root, "version")
	if err != nil {
		return finding{what: "Go", is: say.Text("does not run", "无法运行"), next: err.Error()}
	}
	is := strings.TrimSpace(strings.TrimPrefix(version, "go version "))
	if _, err := gotool.Run(ctx, root, "list", "-m"); err != nil { // too old for go.mod
		return finding{what: "Go", is: is, next: err.Error()}
	}
	if _, ok := gotool.WithSIMD(ctx, root); ok {
		return finding{what: "Go", ok: true, is: is + say.Text(", with SIMD", "，启用 SIMD")}
	}
	return finding{what: "Go", ok: true, is: is + say.Text(", without SIMD", "，没有 SIMD"),
		next: say.Text("pure Go trains about five times as fast with SIMD: Go 1.26 has it for amd64", "启用 SIMD 后纯 Go 训练大约快五倍：Go 1.26 在 amd64 上支持")}
}

func examineC(ctx context.Context, e *environment.Environment) finding {
	if cc := e.CCompiler(ctx); cc != "" {
		return finding{what: say.Text("C compiler", "C 编译器"), ok: true, is: cc}
	}
	return finding{what: say.Text("C compiler", "C 编译器"), ok: true, is: say.Text("none: the course runs in pure Go", "没有：课程用纯 Go 运行"),
		next: say.Text("XLA needs one: ", "XLA 需要它：") + environment.InstallHint("gcc", "gcc")}
}

func examinePython(ctx context.Context) finding {
	path, version, err := environment.FindPython(ctx)
	if err != nil {
		return finding{what: "Python", is: say.Text("none", "没有"), next: err.Error()}
	}
	if exec.CommandContext(ctx, path, "-c", "import venv, ensurepip").Run() != nil {
		return finding{what: "Python", is: version + say.Text(" without the venv module", "，缺 venv 模块"), next: environment.InstallHint("python3-venv", "python")}
	}
	return finding{what: "Python", ok: true, is: version + ", " + path}
}

func examineEnvironment(e *environment.Environment) finding {
	if e.Ready() {
		return finding{what: say.Text("environment", "环境"), ok: true, is: e.Folder}
	}
	return finding{what: say.Text("environment", "环境"), is: say.Text("not made", "还没建"),
		next: say.Text("go run ./notebooks -prepare, with a network, makes it; so does the first start", "联网时运行 go run ./notebooks -prepare 来建；第一次启动时也会建")}
}

func examineKernel(e *environment.Environment) finding {
	gonb := filepath.Join(e.Bin(), "gonb")
	if out, err := exec.Command(gonb, "-V").CombinedOutput(); err != nil {
		return finding{what: say.Text("kernel", "内核"), is: say.Text("not built", "还没编译"), next: say.Text("it is made with the environment", "建环境时一起编译")}
	} else {
		return finding{what: say.Text("kernel", "内核"), ok: true, is: "gonb " + strings.TrimSpace(string(out))}
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
		return []finding{{what: say.Text("backend", "计算后端"), is: say.Text("a cell does not run", "单元格运行不了"), next: err.Error()}}
	}
	device, digits, _ := strings.Cut(strings.TrimSpace(out), "\n")
	backend := finding{what: say.Text("backend", "计算后端"), ok: device != "no backend", is: device}
	if strings.HasPrefix(device, "pure Go") && runtime.GOOS != "windows" {
		backend.next = say.Text("XLA trains faster: go run ./lesson/xla installs it", "XLA 训练更快：用 go run ./lesson/xla 安装")
	}
	data := finding{what: say.Text("data", "数据"), ok: true, is: digits}
	switch {
	case strings.HasPrefix(digits, "MNIST"):
	case strings.HasPrefix(digits, "IDX files"):
		data.is += say.Text(": not MNIST, but usable", "：不是 MNIST，但可以用")
	case os.Getenv("MNIST_DIR") != "":
		data = finding{what: say.Text("data", "数据"), is: say.Text("MNIST_DIR is not usable", "MNIST_DIR 用不了"), next: digits}
	default:
		data = finding{what: say.Text("data", "数据"), ok: true, is: say.Text("no MNIST yet: the first cell that needs it downloads 11 MB", "还没有 MNIST：第一个用到它的单元格会下载 11 MB"),
			next: say.Text("offline, the course draws its own digits; or set MNIST_DIR to a folder with MNIST's four files", "不联网时，课程自己画数字；也可以把 MNIST_DIR 设为放着 MNIST 四个文件的文件夹")}
	}
	return []finding{backend, data}
}
