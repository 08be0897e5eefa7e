package main

import "slices"

// A notebook is a file .ipynb, as the course writes it. Fields are in the order of the
// file, by name.
type notebook struct {
	Cells         []cell   `json:"cells"`
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
	Name string `json:"name"`
}

// kernelName is the kernel of all notebooks.
var kernelName = kernelSpec{"Go (gonb)", "go", "gonb"}

// A cell is Markdown or code.
type cell struct {
	Type     string       `json:"cell_type"`
	ID       string       `json:"id"`
	Metadata cellMetadata `json:"metadata"`
	Outputs  []output     `json:"outputs"`
	Source   lines        `json:"source"`
}

// cellMetadata holds the tags: exercise, training, mnist, time, fails.
type cellMetadata struct {
	Tags []string `json:"tags,omitempty"`
}

// An output is what a cell printed (stream), showed (display_data) or failed with (error).
type output struct {
	Type      string
	Name      string // of the stream
	Text      lines
	Data      mimeBundle // by type: text/plain, image/png
	Metadata  map[string]any
	EName     string
	EValue    string
	Traceback []string
}

func (c cell) code() bool          { return c.Type == "code" }
func (c cell) has(tag string) bool { return slices.Contains(c.Metadata.Tags, tag) }

// failure returns the error among outputs, or nil.
func failure(outputs []output) *output {
	for i, o := range outputs {
		if o.Type == "error" {
			return &outputs[i]
		}
	}
	return nil
}

// MarshalJSON writes a cell with the fields that its type has.
func (c cell) MarshalJSON() ([]byte, error) {
	if !c.code() {
		return encode(struct {
			Type     string       `json:"cell_type"`
			ID       string       `json:"id"`
			Metadata cellMetadata `json:"metadata"`
			Source   lines        `json:"source"`
		}{c.Type, c.ID, c.Metadata, c.Source}, "")
	}
	if c.Outputs == nil {
		c.Outputs = []output{}
	}
	return encode(struct {
		Type     string       `json:"cell_type"`
		Count    any          `json:"execution_count"`
		ID       string       `json:"id"`
		Metadata cellMetadata `json:"metadata"`
		Outputs  []output     `json:"outputs"`
		Source   lines        `json:"source"`
	}{c.Type, nil, c.ID, c.Metadata, c.Outputs, c.Source}, "")
}
