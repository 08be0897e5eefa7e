package course

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Notebooks returns the paths of a language's notebooks: all, or those with these names.
func Notebooks(root, lang string, names ...string) ([]string, error) {
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

// Languages are those of the course. The first one's cells are executed for both.
var Languages = []string{"en", "zh"}

// Say chooses the words of a language.
func Say(lang, en, zh string) string {
	if lang == "zh" {
		return zh
	}
	return en
}
