package pages

import (
	"regexp"
	"strings"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
)

// forReading leaves in a notebook what a page shows, and tells whether it has a live figure.
func forReading(n *ipynb.Notebook, lang string) (live bool, err error) {
	var cells []ipynb.Cell
	for i, c := range n.Cells {
		if c.ID == "setup" {
			continue
		}
		if i == 0 {
			c.Source = ipynb.Lines(strings.Join(append(withoutSetup(string(c.Source)), howToRun(lang)), "\n\n"))
		}
		var alive bool
		if c.Outputs, alive, err = shown(c.Outputs, lang); err != nil {
			return false, say.Errorf("cell %s: %w", "单元格 %s：%w", c.ID, err)
		}
		live = live || alive
		cells = append(cells, c)
	}
	n.Cells = cells
	return live, nil
}

func howToRun(lang string) string {
	return course.Say(lang,
		"This page is for reading; live figures work in it. To run the cells and solve the exercises, start `go run ./notebooks` in the course's folder.",
		"本页供阅读，交互图可以直接操作。要运行单元格、做练习，请在课程的目录里运行 `go run ./notebooks`。")
}

// shown returns outputs as pages have them: text as it is, pictures as HTML. Of other HTML
// nothing is left but the live figures, each joined with the picture before it.
func shown(outputs []ipynb.Output, lang string) (kept []ipynb.Output, live bool, err error) {
	for i := 0; i < len(outputs); i++ {
		o := outputs[i]
		if o.Type != "display_data" {
			kept = append(kept, o)
			continue
		}
		f, err := newFigure(o, lang)
		if err != nil {
			return nil, false, err
		}
		if f.Picture != nil && f.Live == "" && i+1 < len(outputs) && liveKind(outputs[i+1]) != "" {
			i++
			f.Live = liveKind(outputs[i])
		}
		live = live || f.Live != ""
		if o, ok := f.output(o); ok {
			kept = append(kept, o)
		}
	}
	return kept, live, nil
}

var liveAttribute = regexp.MustCompile(`\sdata-live="(window|kernel|descent|draw)"`)

// liveKind is the kind of live figure that an output is, or "".
func liveKind(o ipynb.Output) string {
	if m := liveAttribute.FindStringSubmatch(o.Data.Text("text/html")); m != nil {
		return m[1]
	}
	return ""
}
