package ipynb

import "slices"

// A Notebook is a file .ipynb, as the course writes it. Fields are in the order of the
// file, by name.
type Notebook struct {
	Cells         []Cell   `json:"cells"`
	Metadata      metadata `json:"metadata"`
	NBFormat      int      `json:"nbformat"`
	NBFormatMinor int      `json:"nbformat_minor"`
}

type metadata struct {
	Kernel   kernelSpec   `json:"kernelspec"`
	Language languageInfo `json:"language_info"`
}

type kernelSpec struct {
	DisplayName string `json:"display_name"`
	Language    string `json:"language"`
	Name        string `json:"name"`
}

type languageInfo struct {
	CodeMirrorMode    string `json:"codemirror_mode"`
	FileExtension     string `json:"file_extension"`
	MIMEType          string `json:"mimetype"`
	Name              string `json:"name"`
	NBConvertExporter string `json:"nbconvert_exporter"`
	PygmentsLexer     string `json:"pygments_lexer"`
	Version           string `json:"version"`
}

// Kernel is the kernel of all notebooks.
var Kernel = kernelSpec{"Go (gonb)", "go", "gonb"}

// KernelVersion is the version of Go that the kernel says it was built with. It says the
// same wherever it is built: see language.
const KernelVersion = "go1.26"

// language is what the kernel says about its language. It is in the committed notebooks word
// by word: JupyterLab writes it into a notebook that is opened, and so a notebook that is
// only opened stays as it is.
var language = languageInfo{FileExtension: ".go", MIMEType: "text/x-go", Name: Kernel.Language, Version: KernelVersion}

// A Cell is Markdown or code.
type Cell struct {
	Type     string       `json:"cell_type"`
	ID       string       `json:"id"`
	Metadata CellMetadata `json:"metadata"`
	Outputs  []Output     `json:"outputs"`
	Source   Lines        `json:"source"`
}

// CellMetadata holds the tags: exercise, training, mnist, time, fails.
type CellMetadata struct {
	Jupyter jupyterMetadata `json:"jupyter,omitzero"`
	Tags    []string        `json:"tags,omitempty"`
}

// jupyterMetadata says how JupyterLab shows a cell.
type jupyterMetadata struct {
	SourceHidden bool `json:"source_hidden,omitempty"`
}

// An Output is what a cell printed (stream), showed (display_data) or failed with (error).
type Output struct {
	Type      string
	Name      string // of the stream
	Text      Lines
	Data      MimeBundle // by type: text/plain, image/png
	Metadata  map[string]any
	EName     string
	EValue    string
	Traceback []string
}

func (c Cell) Code() bool          { return c.Type == "code" }
func (c Cell) Has(tag string) bool { return slices.Contains(c.Metadata.Tags, tag) }

// Speaks tells whether the cell's output is in the reader's language: what an exercise
// finds, or an error of the lesson.
func (c Cell) Speaks() bool { return c.Has("exercise") || c.Has("speaks") }

// Failure returns the error among outputs, or nil.
func Failure(outputs []Output) *Output {
	for i, o := range outputs {
		if o.Type == "error" {
			return &outputs[i]
		}
	}
	return nil
}

// MarshalJSON writes a cell with the fields that its type has.
func (c Cell) MarshalJSON() ([]byte, error) {
	if !c.Code() {
		return Encode(struct {
			Type     string       `json:"cell_type"`
			ID       string       `json:"id"`
			Metadata CellMetadata `json:"metadata"`
			Source   Lines        `json:"source"`
		}{c.Type, c.ID, c.Metadata, c.Source}, "")
	}
	if c.Outputs == nil {
		c.Outputs = []Output{}
	}
	return Encode(struct {
		Type     string       `json:"cell_type"`
		Count    any          `json:"execution_count"`
		ID       string       `json:"id"`
		Metadata CellMetadata `json:"metadata"`
		Outputs  []Output     `json:"outputs"`
		Source   Lines        `json:"source"`
	}{c.Type, nil, c.ID, c.Metadata, c.Outputs, c.Source}, "")
}
