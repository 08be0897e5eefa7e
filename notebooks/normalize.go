package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

// normalize brings a notebook into the form in which it is kept, so that only what was
// changed differs between two versions.
func (n *notebook) normalize() {
	n.Metadata = metadata{kernelName, languageInfo{kernelName.Language}}
	n.NBFormat, n.NBFormatMinor = 4, 5
	for i := range n.Cells {
		c := &n.Cells[i]
		if c.ID == "" {
			c.ID = fmt.Sprintf("cell-%d", i+1)
		}
		c.Outputs = merge(c.Outputs)
	}
}

// merge joins outputs to the same stream that follow each other: how a program's text is
// cut into messages is chance.
func merge(outputs []output) (merged []output) {
	for _, o := range outputs {
		if o.Type == "execute_result" {
			o.Type = "display_data"
		}
		if last := len(merged) - 1; last >= 0 && o.Type == "stream" && merged[last].Type == "stream" && merged[last].Name == o.Name {
			merged[last].Text += o.Text
			continue
		}
		merged = append(merged, o)
	}
	return merged
}

// lines is a text that the file holds as a list of its lines.
type lines string

// UnmarshalJSON reads a text, or a list of its pieces.
func (l *lines) UnmarshalJSON(b []byte) error {
	var whole string
	if err := json.Unmarshal(b, &whole); err == nil {
		*l = lines(whole)
		return nil
	}
	var pieces []string
	err := json.Unmarshal(b, &pieces)
	*l = lines(strings.Join(pieces, ""))
	return err
}

// MarshalJSON writes the lines, each with its end.
func (l lines) MarshalJSON() ([]byte, error) { return encode(splitLines(string(l)), "") }

// splitLines cuts a text after each line as Python's str.splitlines does, with which
// Jupyter writes notebooks.
func splitLines(text string) []string {
	all := []string{}
	start := 0
	for i, r := range text {
		switch r {
		case '\r':
			if strings.HasPrefix(text[i+1:], "\n") {
				continue
			}
		case '\n', '\v', '\f', '\x1c', '\x1d', '\x1e', '\u0085', '\u2028', '\u2029':
		default:
			continue
		}
		end := i + len(string(r))
		all = append(all, text[start:end])
		start = end
	}
	if start < len(text) {
		all = append(all, text[start:])
	}
	return all
}

// A mimeBundle is one thing in several forms. Text in it is kept as lines.
type mimeBundle map[string]any

// text returns the form of this type, or "".
func (m mimeBundle) text(mime string) string {
	s, _ := m[mime].(string)
	return s
}

// UnmarshalJSON joins lines.
func (m *mimeBundle) UnmarshalJSON(b []byte) error {
	var forms map[string]json.RawMessage
	if err := json.Unmarshal(b, &forms); err != nil {
		return err
	}
	*m = mimeBundle{}
	for mime, form := range forms {
		var text lines
		var other any
		if text.UnmarshalJSON(form) == nil {
			(*m)[mime] = string(text)
		} else if err := json.Unmarshal(form, &other); err != nil {
			return err
		} else {
			(*m)[mime] = other
		}
	}
	return nil
}

// MarshalJSON splits text, and no pictures but SVG.
func (m mimeBundle) MarshalJSON() ([]byte, error) {
	forms := map[string]any{}
	for mime, form := range m {
		text, ok := form.(string)
		if ok && (strings.HasPrefix(mime, "text/") || mime == "image/svg+xml" || mime == "application/javascript") {
			form = lines(text)
		}
		forms[mime] = form
	}
	return encode(forms, "")
}
