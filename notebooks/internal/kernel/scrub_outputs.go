package kernel

import (
	"context"
	"regexp"
	"strings"

	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/gotool"
	"convnet.example/notebooks/internal/ipynb"
)

var (
	cellProgram = regexp.MustCompile(`(/\S*/)?gonb_[0-9a-f]{8}/?`) // where the kernel compiles cells
	offsets     = regexp.MustCompile(`(?m) \+0x[0-9a-f]+$`)        // in the stack of a panic
	arguments   = regexp.MustCompile(`(?m)\((\{?0x[0-9a-f].*)\)$`)
)

// A scrubber takes out of outputs what is this machine's or this run's alone: folders, and
// addresses in memory.
type scrubber struct{ paths *strings.Replacer }

func newScrubber(ctx context.Context, e *environment.Environment) (scrubber, error) {
	goroot, err := gotool.Env(ctx, e.Root, "GOROOT")
	if err != nil {
		return scrubber{}, err
	}
	modules, err := gotool.Env(ctx, e.Root, "GOMODCACHE")
	return scrubber{strings.NewReplacer(goroot+"/bin/", "", goroot+"/src/", "", modules+"/", "", e.Root+"/", "", e.Root, "convnet")}, err
}

func (s scrubber) text(text string) string {
	text = cellProgram.ReplaceAllStringFunc(s.paths.Replace(text), func(found string) string {
		if strings.HasSuffix(found, "/") {
			return ""
		}
		return "cell"
	})
	return arguments.ReplaceAllString(offsets.ReplaceAllString(text, ""), "(...)")
}

// outputs scrubs text and errors. What a program shows is its own.
func (s scrubber) outputs(outputs []ipynb.Output) []ipynb.Output {
	for i := range outputs {
		o := &outputs[i]
		o.Text, o.EValue = ipynb.Lines(s.text(string(o.Text))), s.text(o.EValue)
		for k := range o.Traceback {
			o.Traceback[k] = s.text(o.Traceback[k])
		}
	}
	return outputs
}
