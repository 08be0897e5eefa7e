package pages

import (
	"context"
	_ "embed"
	"os"
	"path/filepath"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/process"
)

var (
	//go:embed pages.py
	pagesPy string
	//go:embed body.html.j2
	bodyTemplate string
	//go:embed style.css
	styleCSS string
)

// convert makes HTML of the notebooks in the folder, next to each, and the colours of code.
func (s *site) convert(ctx context.Context, work string) error {
	out, err := s.e.RunPython(ctx, s.e.Python(), "-c", environment.WithoutSystem+pagesPy, work, bodyTemplate, filepath.Join(s.e.Root, "notebooks"))
	if err != nil {
		return say.Errorf("the pages could not be made: %w\n%s", "网页导出失败：%w\n%s", err, process.LastLines(out, 6))
	}
	return nil
}

// writeStyle writes the style of all pages.
func writeStyle(work, folder string) error {
	colours, err := os.ReadFile(filepath.Join(work, "code.css"))
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(folder, "style.css"), append([]byte(styleCSS), colours...))
}
