package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// readNotebook reads a file.
func readNotebook(path string) (*notebook, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	n := &notebook{}
	if err := json.Unmarshal(text, n); err != nil {
		return nil, fmt.Errorf("%s is no notebook: %w", path, err)
	}
	n.normalize()
	return n, nil
}

// write writes the file, in the normalized form.
func (n *notebook) write(path string) error {
	n.normalize()
	return writeJSON(path, n)
}

// encode is JSON as notebooks have it: letters of all languages as they are, and a final
// newline if it is indented.
func encode(v any, indent string) ([]byte, error) {
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

// notebooks returns the paths of a language's notebooks: all, or those with these names.
func notebooks(root, lang string, names ...string) ([]string, error) {
	folder := filepath.Join(root, "notebooks", lang)
	paths, err := filepath.Glob(filepath.Join(folder, "*.ipynb"))
	if err != nil || len(names) == 0 {
		return paths, err
	}
	var chosen []string
	for _, name := range names {
		i := slices.IndexFunc(paths, func(p string) bool { return strings.HasPrefix(filepath.Base(p), name) })
		if i < 0 {
			return nil, fmt.Errorf("%s has no notebook %s", folder, name)
		}
		chosen = append(chosen, paths[i])
	}
	return chosen, nil
}
