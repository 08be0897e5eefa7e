package pages

import (
	"context"
	_ "embed"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/ipynb"
	"convnet.example/notebooks/internal/process"
)

//go:embed pages.py
var pagesPy string

const indexPage = `<!DOCTYPE html>
<html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<style>body { font: 18px/1.8 sans-serif; max-width: 40em; margin: 2em auto; padding: 0 1em }</style></head>
<body><h1>%[2]s</h1>
<ul>
%[3]s</ul></body></html>
`

// Write writes the language's notebooks as web pages, and an index.html with links to
// them. They need no network.
func Write(ctx context.Context, e *environment.Environment, folder, lang string, names []string) error {
	paths, err := course.Notebooks(e.Root, lang, names...)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	out, err := e.RunPython(ctx, e.Python(), append([]string{"-c", environment.WithoutSystem + pagesPy, lang, folder}, paths...)...)
	if err != nil {
		return say.Errorf("the pages could not be made: %w\n%s", "网页导出失败：%w\n%s", err, process.LastLines(out, 6))
	}
	var items strings.Builder
	for _, path := range paths {
		n, err := ipynb.Read(path)
		if err != nil {
			return err
		}
		page := strings.TrimSuffix(filepath.Base(path), ".ipynb") + ".html"
		fmt.Fprintf(&items, "<li><a href=\"%s\">%s</a></li>\n", page, html.EscapeString(title(n)))
	}
	title := course.Say(lang, "Convolutional networks in Go", "用 Go 学卷积神经网络")
	index := filepath.Join(folder, "index.html")
	if err := os.WriteFile(index, fmt.Appendf(nil, indexPage, lang, title, items.String()), 0o644); err != nil {
		return err
	}
	fmt.Println(index)
	return nil
}

// title is the first line of the notebook.
func title(n *ipynb.Notebook) string {
	if len(n.Cells) == 0 {
		return ""
	}
	first, _, _ := strings.Cut(string(n.Cells[0].Source), "\n")
	return strings.TrimLeft(first, "# ")
}
