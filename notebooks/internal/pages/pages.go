package pages

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
)

// Write writes the notebooks, all or those named, as pages into the folder. Its index.html
// is in the language lang.
func Write(ctx context.Context, e *environment.Environment, folder, lang string, names []string) error {
	s := &site{e, folder, lang, e.LiveProgram(), os.Stderr}
	if err := s.write(ctx, names); err != nil {
		return err
	}
	fmt.Println(filepath.Join(folder, "index.html"))
	return nil
}

// A site is the pages of one call of Write.
type site struct {
	e            *environment.Environment
	folder, lang string
	program      string // file of the live figures' program
	log          io.Writer
}

// write first makes everything in another folder, laid out as the site: a mistake in one
// notebook leaves no half of a site.
func (s *site) write(ctx context.Context, names []string) error {
	work, err := os.MkdirTemp("", "pages")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	pages, err := s.prepare(work, names)
	if err != nil {
		return err
	}
	if err := s.convert(ctx, work, pages); err != nil {
		return err
	}
	if err := s.addProgram(pages); err != nil {
		return err
	}
	for _, p := range pages {
		if err := p.write(work, s.folder); err != nil {
			return err
		}
	}
	return s.writeStyle(work)
}

// prepare writes what pages show as notebooks, and returns the pages.
func (s *site) prepare(work string, names []string) ([]*page, error) {
	lessons := map[string][]*lesson{}
	for _, lang := range course.Languages {
		all, err := readLessons(s.e.Root, lang, names)
		if err != nil {
			return nil, err
		}
		lessons[lang] = all
	}
	pages := s.pages(lessons)
	for _, p := range pages {
		if err := p.notebook.Write(filepath.Join(work, p.file(".ipynb"))); err != nil {
			return nil, say.Errorf("the page of %s could not be made: %w", "%s 的网页导出失败：%w", p.file(""), err)
		}
	}
	return pages, nil
}
