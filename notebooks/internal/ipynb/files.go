package ipynb

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Read reads a file.
func Read(path string) (*Notebook, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	n := &Notebook{}
	if err := json.Unmarshal(text, n); err != nil {
		return nil, fmt.Errorf("%s is no notebook: %w", path, err)
	}
	n.normalize()
	return n, nil
}

// Write writes the file, in the normalized form.
func (n *Notebook) Write(path string) error {
	n.normalize()
	return WriteJSON(path, n)
}

// Encode is JSON as notebooks have it: letters of all languages as they are, and a final
// newline if it is indented.
func Encode(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	err := e.Encode(v)
	if indent == "" {
		b.Truncate(max(0, b.Len()-1))
	}
	return b.Bytes(), err
}

// WriteJSON writes a value as notebooks are written, and makes its folder.
func WriteJSON(path string, v any) error {
	text, err := Encode(v, " ")
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o644)
}
