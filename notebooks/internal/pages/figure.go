package pages

import (
	"bytes"
	"encoding/base64"
	"html/template"
	"image"
	_ "image/png" // also animated: browsers play those
	"strings"
	"unicode"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
)

// A figure is a picture, a live figure, or a live one with the picture that stands for it
// where its program does not run.
type figure struct {
	Live    string // its kind
	Lang    string
	Picture *picture
}

type picture struct {
	URL           template.URL
	Width, Height int
	Alt           string
	English       bool // the words, on a Chinese page
}

// The program of the live figures looks for class and attributes.
var figureHTML = template.Must(template.New("figure").Parse(`
{{- with .Live}}<div class="convnet-live" data-live="{{.}}" lang="{{$.Lang}}">{{end}}
{{- with .Picture}}<img src="{{.URL}}" alt="{{.Alt}}" width="{{.Width}}" height="{{.Height}}"{{if .English}} lang="en"{{end}}>{{end}}
{{- if .Live}}</div>{{end}}`))

// newFigure returns what is to be seen of an output.
func newFigure(o ipynb.Output, lang string) (*figure, error) {
	f := &figure{Live: liveKind(o), Lang: lang}
	data := strings.ReplaceAll(o.Data.Text("image/png"), "\n", "")
	if data == "" {
		return f, nil
	}
	png, err := base64.StdEncoding.DecodeString(data)
	if err != nil {
		return nil, say.Errorf("a picture that cannot be read: %w; run the cell again", "图片无法读取：%w；请重新运行这个单元格", err)
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(png))
	if err != nil {
		return nil, say.Errorf("a picture that cannot be read: %w; run the cell again", "图片无法读取：%w；请重新运行这个单元格", err)
	}
	alt, _ := o.Metadata["alt"].(string)
	english := lang != course.Languages[0] && !strings.ContainsFunc(alt, isHan)
	f.Picture = &picture{template.URL("data:image/png;base64," + data), size.Width, size.Height, alt, english}
	return f, nil
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// output returns the figure as the output of a cell: HTML, or else the text of the output,
// if it has any.
func (f *figure) output(o ipynb.Output) (ipynb.Output, bool) {
	mime, form := "text/plain", o.Data.Text("text/plain")
	if f.Live != "" || f.Picture != nil {
		var html strings.Builder
		if err := figureHTML.Execute(&html, f); err != nil {
			panic(err) // a mistake in the template
		}
		mime, form = "text/html", html.String()
	}
	return ipynb.Output{Type: "display_data", Data: ipynb.MimeBundle{mime: form}}, form != ""
}
