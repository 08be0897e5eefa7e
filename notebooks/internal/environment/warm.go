package environment

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/liveprogram"
	"convnet.example/notebooks/internal/process"
)

// Imported are the packages that cells import; the others come with them. docker/Dockerfile
// compiles the same.
var Imported = []string{
	"./lesson", "./lesson/digits/...", "./lesson/exercise", "./lesson/ladder", "./lesson/live", "./lesson/watch",
	"gonum.org/v1/gonum/dsp/fourier",
}

// warm compiles what cells import, so that the first cell need not, and the live figures'
// program. It takes a moment if nothing has changed. The course opens even if package lesson
// does not compile: its reader may be changing it.
func (e *Environment) warm(ctx context.Context, log io.Writer) {
	vars, err := e.Vars(ctx)
	if err != nil {
		return // the kernel will say so
	}
	if _, err := os.Stat(filepath.Join(e.Root, "lesson", "doc.go")); err != nil {
		return // an image makes the environment before the lessons are in it
	}
	slow := time.AfterFunc(3*time.Second, func() { fmt.Fprintln(log, say.Text("Compiling package lesson ...", "正在编译 lesson 包……")) })
	defer slow.Stop()
	cmd := process.Command(ctx, "go", append([]string{"build"}, Imported...)...)
	cmd.Dir, cmd.Env = e.Root, process.With(vars, "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil && ctx.Err() == nil {
		fmt.Fprintf(log, say.Text("Cells will fail, as package lesson does not compile:\n%s\nNext: if you have changed it, correct it; if modules are missing, go mod download\n",
			"lesson 包编译不过，单元格会出错：\n%s\n怎么办：如果改过它，请改正；如果缺模块，运行 go mod download\n"), process.LastLines(string(out), 10))
	}
	if err := liveprogram.Build(ctx, e.Root, e.Live(), vars); err != nil && ctx.Err() == nil {
		fmt.Fprintf(log, say.Text("The live figures stay pictures: %v\n", "交互图只能显示为图片：%v\n"), err)
	}
}
