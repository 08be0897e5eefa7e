package main

import (
	"context"
	"regexp"
	"strings"
)

// setupCell is the second cell of every notebook: it has the kernel compile cells with
// this clone's module, in the versions of its go.mod.
const setupCell = `!*rm -f go.work && go work init && go work use . ${COURSE_ROOT:-${GONB_DIR}/../..}
%goworkfix
%noautoget`

var (
	cellProgram = regexp.MustCompile(`(/\S*/)?gonb_[0-9a-f]{8}/?`) // where the kernel compiles cells
	offsets     = regexp.MustCompile(`(?m) \+0x[0-9a-f]+$`)        // in the stack of a panic
	arguments   = regexp.MustCompile(`(?m)\((\{?0x[0-9a-f].*)\)$`)
)

// A scrubber takes out of outputs what is this machine's or this run's alone: folders, and
// addresses in memory.
type scrubber struct{ paths *strings.Replacer }

func (e *environment) scrubber(ctx context.Context) (scrubber, error) {
	goroot, err := goEnv(ctx, e.root, "GOROOT")
	if err != nil {
		return scrubber{}, err
	}
	modules, err := goEnv(ctx, e.root, "GOMODCACHE")
	return scrubber{strings.NewReplacer(goroot+"/bin/", "", goroot+"/src/", "", modules+"/", "", e.root+"/", "", e.root, "convnet")}, err
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
func (s scrubber) outputs(outputs []output) []output {
	for i := range outputs {
		o := &outputs[i]
		o.Text, o.EValue = lines(s.text(string(o.Text))), s.text(o.EValue)
		for k := range o.Traceback {
			o.Traceback[k] = s.text(o.Traceback[k])
		}
	}
	return outputs
}
