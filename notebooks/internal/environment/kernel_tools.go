package environment

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/gotool"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/process"
)

// A tool is a program of go.mod's tool lines, and the version of its module.
type tool struct{ Path, Version string }

// kernelTools returns the kernel and the programs that it calls, as go.mod names them.
func kernelTools(ctx context.Context, root string) (tools []tool, err error) {
	out, err := gotool.Run(ctx, root, "mod", "edit", "-json")
	if err != nil {
		return nil, err
	}
	var module struct {
		Require []tool
		Tool    []tool
	}
	if err := json.Unmarshal([]byte(out), &module); err != nil {
		return nil, fmt.Errorf("go mod edit -json: %w", err)
	}
	for _, t := range module.Tool {
		if !slices.Contains([]string{"gonb", "goimports", "gopls"}, path.Base(t.Path)) {
			continue
		}
		longest := ""
		for _, m := range module.Require {
			if len(m.Path) > len(longest) && strings.HasPrefix(t.Path+"/", m.Path+"/") {
				longest, t.Version = m.Path, m.Version
			}
		}
		tools = append(tools, t)
	}
	if len(tools) != 3 {
		return nil, fmt.Errorf("%s/go.mod: the tool lines name only %v of gonb, goimports and gopls", root, tools)
	}
	return tools, nil
}

// buildTools builds the kernel and its helpers. They need no C compiler.
func (e *Environment) buildTools(ctx context.Context) error {
	settings, err := gotool.ReadSettings(ctx, e.Root)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(e.Bin(), 0o755); err != nil {
		return err
	}
	for _, t := range e.tools {
		ldflags := "-ldflags=-s -w"
		if path.Base(t.Path) == ipynb.Kernel.Name {
			ldflags += " -X runtime.buildVersion=" + ipynb.KernelVersion
		}
		cmd := process.Command(ctx, "go", "build", "-trimpath", ldflags, "-o", e.Bin()+string(filepath.Separator), t.Path)
		cmd.Dir, cmd.Env = e.Root, process.With(settings.Vars(), "CGO_ENABLED=0", "GOWORK=off")
		out, err := cmd.CombinedOutput()
		if err == nil {
			continue
		}
		return say.Errorf("the Go kernel could not be built:\n%s\nNext: see that this machine reaches the Go module proxy (go mod download), and start again",
			"Go 内核编译失败：\n%s\n怎么办：确认这台机器能访问 Go 模块代理（go mod download），再启动；国内可设 GOPROXY=https://goproxy.cn,direct", process.LastLines(string(out), 6))
	}
	return e.wrapGopls()
}
