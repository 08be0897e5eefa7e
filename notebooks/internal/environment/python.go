package environment

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/process"
)

// pythons are the names to try, in this order, after $PYTHON.
var pythons = []string{"python3", "python", "python3.14", "python3.13", "python3.12", "python3.11"}

// FindPython returns the path and version of a Python that is new enough.
func FindPython(ctx context.Context) (path, version string, err error) {
	old := ""
	for _, name := range append([]string{os.Getenv("PYTHON")}, pythons...) {
		path, err := exec.LookPath(name)
		if name == "" || err != nil {
			continue
		}
		const ask = "import sys; print('%d.%d.%d' % sys.version_info[:3], sys.version_info >= (3, 11))"
		out, err := exec.CommandContext(ctx, path, "-c", ask).Output()
		version, fit, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
		switch {
		case err != nil:
		case fit == "True":
			return path, version, nil
		default:
			old = fmt.Sprintf(say.Text(": %s is Python %s", "（%s 是 Python %s）"), path, version)
		}
	}
	return "", "", say.Errorf("JupyterLab needs Python 3.11 or newer, and there is none%s.\nNext: install it (%s), or set PYTHON to the program, and start again",
		"JupyterLab 需要 Python 3.11 以上，这里没有%s。\n怎么办：安装它（%s），或用 PYTHON 指出程序的位置，再启动", old, InstallHint("python3 python3-venv", "python"))
}

// InstallHint is the command that installs packages on this system.
func InstallHint(debian, brew string) string {
	switch {
	case runtime.GOOS == "darwin":
		return "brew install " + brew
	case process.Found("apt-get"):
		return "sudo apt-get install " + debian
	case process.Found("dnf"):
		return "sudo dnf install python3"
	}
	return say.Text("with your system's package manager", "用系统的软件包管理器")
}

// installPython makes the virtual environment and installs the requirements into it.
func (e *Environment) installPython(ctx context.Context) error {
	python, version, err := FindPython(ctx)
	if err != nil {
		return err
	}
	venv := filepath.Join(e.Folder, "venv")
	if out, err := e.RunPython(ctx, python, "-m", "venv", venv); err != nil {
		if strings.Contains(out, "ensurepip") || strings.Contains(out, "No module named venv") {
			minor := version[:strings.LastIndex(version, ".")]
			return say.Errorf("%s has no venv module, which makes virtual environments.\nNext: install it (%s), and start again",
				"%s 没有 venv 模块，建不了虚拟环境。\n怎么办：安装它（%s），再启动",
				python, InstallHint("python"+minor+"-venv", "python"))
		}
		return say.Errorf("%s -m venv %s failed: %w\n%s", "%s -m venv %s 失败：%w\n%s", python, venv, err, process.LastLines(out, 10))
	}
	list := filepath.Join(e.Folder, "requirements.txt")
	if err := os.WriteFile(list, []byte(requirements), 0o644); err != nil {
		return err
	}
	out, err := run(ctx, pipVars(ctx, e.Python()), e.Python(), "-m", "pip", "install", "--no-deps", "--require-hashes", "--quiet", "-r", list)
	if err != nil && unreachable(out) {
		return say.Errorf("pip could not install JupyterLab:\n%s\nNext: see that this machine reaches PyPI, and start again.\nBehind a proxy, set HTTPS_PROXY; for a mirror, set PIP_INDEX_URL",
			"pip 没能装上 JupyterLab：\n%s\n怎么办：确认这台机器能访问 PyPI，再启动。\n在代理后面请设 HTTPS_PROXY；用镜像站请设 PIP_INDEX_URL", process.LastLines(out, 6))
	} else if err != nil {
		return say.Errorf("pip could not install JupyterLab. It says:\n%s", "pip 没能装上 JupyterLab。它说：\n%s", process.LastLines(out, 20))
	}
	return e.importAll(ctx)
}

//go:embed import_all.py
var importAllPy string

// importAll imports all that was to be installed, from where it belongs.
func (e *Environment) importAll(ctx context.Context) error {
	out, err := e.RunPython(ctx, e.Python(), "-c", importAllPy, filepath.Join(e.Folder, "requirements.txt"))
	if err != nil {
		return say.Errorf("JupyterLab was installed, but cannot be used:\n%s\nNext: go run ./notebooks -doctor looks at the Python of this machine",
			"JupyterLab 装上了，但用不了：\n%s\n怎么办：用 go run ./notebooks -doctor 检查这台机器的 Python", process.LastLines(out, 6))
	}
	return nil
}

// RunPython runs Python and returns all that it prints. The user's own packages and
// settings stay out.
func (e *Environment) RunPython(ctx context.Context, python string, args ...string) (string, error) {
	return run(ctx, alone(os.Environ()), python, args...)
}

func run(ctx context.Context, vars []string, program string, args ...string) (string, error) {
	cmd := process.Command(ctx, program, args...)
	cmd.Env = vars
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	if ctx.Err() != nil {
		err = errors.Join(ctx.Err(), err)
	}
	return out.String(), err
}
