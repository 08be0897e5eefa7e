package pages

import (
	"context"
	_ "embed"
	"os"
	"path/filepath"
	"sync"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/process"
)

var (
	//go:embed pages.py
	pagesPy string
	//go:embed colours.py
	coloursPy string
	//go:embed body.html.j2
	bodyTemplate string
	//go:embed style.css
	styleCSS string
)

// convert makes HTML of the pages' notebooks, next to each, and the colours of code. Python
// computes on one core: each language has one of its own.
func (s *site) convert(ctx context.Context, work string, pages []*page) error {
	jobs := [][]string{{coloursPy, s.colours(work)}}
	for _, lang := range course.Languages {
		job := []string{environment.WithoutSystem + pagesPy, work, bodyTemplate, filepath.Join(s.e.Root, "notebooks")}
		for _, p := range pages {
			if p.Lang == lang {
				job = append(job, p.file(".ipynb"))
			}
		}
		jobs = append(jobs, job)
	}
	errs := make([]error, len(jobs))
	var all sync.WaitGroup
	for i, job := range jobs {
		all.Go(func() { errs[i] = s.python(ctx, job) })
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// python runs a program with its arguments.
func (s *site) python(ctx context.Context, program []string) error {
	out, err := s.e.RunPython(ctx, s.e.Python(), append([]string{"-c"}, program...)...)
	if err != nil {
		return say.Errorf("the pages could not be made: %w\n%s", "网页导出失败：%w\n%s", err, process.LastLines(out, 6))
	}
	return nil
}

// colours is the file with the colours of code.
func (s *site) colours(work string) string { return filepath.Join(work, "code.css") }

// writeStyle writes the style of all pages.
func (s *site) writeStyle(work string) error {
	colours, err := os.ReadFile(s.colours(work))
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(s.folder, "style.css"), append([]byte(styleCSS), colours...))
}
