package pages

import (
	"bytes"
	_ "embed"
	"html/template"
	"os"
	"path/filepath"
	"strings"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
)

//go:embed page.html.tmpl
var pageText string

var pageHTML = template.Must(template.New("page").Parse(pageText))

// A page is a lesson's, or an index.
type page struct {
	Lang, Title    string
	Root           string // leads from the page to the site's folder: "" or ../
	Index          string // leads to the index; "" on the index
	Previous, Next *link
	Other          *link // the page in the other language
	Program        string
	Body           template.HTML

	name     string // en/03-window
	live     bool
	notebook *ipynb.Notebook
}

// A link leads to another page. Short is its text where there is little room.
type link struct{ URL, Title, Short, Lang string }

// Say chooses the words of the page's language.
func (p *page) Say(en, zh string) string { return course.Say(p.Lang, en, zh) }

// Site is the name of the whole.
func (p *page) Site() string { return siteTitle(p.Lang) }

func siteTitle(lang string) string {
	return course.Say(lang, "Convolutional networks in Go", "用 Go 学卷积神经网络")
}

// file is the page's in the site, with this extension.
func (p *page) file(extension string) string { return filepath.FromSlash(p.name) + extension }

// write puts what was converted into the template, and writes the page.
func (p *page) write(work, folder string) error {
	body, err := os.ReadFile(filepath.Join(work, p.file(".html")))
	if err != nil {
		return err
	}
	p.Body = template.HTML(body)
	var b bytes.Buffer
	if err := pageHTML.Execute(&b, p); err != nil {
		return err
	}
	return writeFile(filepath.Join(folder, p.file(".html")), b.Bytes())
}

// newLink leads to a lesson of the same language.
func newLink(l *lesson) *link {
	return &link{URL: l.name + ".html", Title: plain(l.title), Short: l.number()}
}

// otherLink leads to a page of the other language.
func otherLink(lang, url string) *link {
	name := course.Say(lang, "English", "中文")
	return &link{URL: url, Title: name, Short: name, Lang: lang}
}

// plain is Markdown without its marks, for where no HTML can be.
func plain(markdown string) string { return strings.NewReplacer("`", "", "*", "").Replace(markdown) }

func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

// other is the course's other language.
func other(lang string) string { return course.Say(lang, "zh", "en") }
