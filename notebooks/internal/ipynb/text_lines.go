package ipynb

import (
	"encoding/json"
	"strings"
)

// Lines is a text that the file holds as a list of its lines.
type Lines string

// UnmarshalJSON reads a text, or a list of its pieces.
func (l *Lines) UnmarshalJSON(b []byte) error {
	var whole string
	if err := json.Unmarshal(b, &whole); err == nil {
		*l = Lines(whole)
		return nil
	}
	var pieces []string
	err := json.Unmarshal(b, &pieces)
	*l = Lines(strings.Join(pieces, ""))
	return err
}

// MarshalJSON writes the lines, each with its end.
func (l Lines) MarshalJSON() ([]byte, error) { return Encode(splitLines(string(l)), "") }

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

// A MimeBundle is one thing in several forms. Text in it is kept as lines.
type MimeBundle map[string]any

// Text returns the form of this type, or "".
func (m MimeBundle) Text(mime string) string {
	s, _ := m[mime].(string)
	return s
}

// UnmarshalJSON joins lines.
func (m *MimeBundle) UnmarshalJSON(b []byte) error {
	var forms map[string]json.RawMessage
	if err := json.Unmarshal(b, &forms); err != nil {
		return err
	}
	*m = MimeBundle{}
	for mime, form := range forms {
		var text Lines
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
func (m MimeBundle) MarshalJSON() ([]byte, error) {
	forms := map[string]any{}
	for mime, form := range m {
		text, ok := form.(string)
		if ok && (strings.HasPrefix(mime, "text/") || mime == "image/svg+xml" || mime == "application/javascript") {
			form = Lines(text)
		}
		forms[mime] = form
	}
	return Encode(forms, "")
}
