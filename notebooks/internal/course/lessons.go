package course

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Notebooks returns the paths of a language's notebooks: all, or those with these names.
func Notebooks(root, lang string, names ...string) ([]string, error) {
	folder := filepath.Join(root, "notebooks", lang)
	files, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, f := range files {
		if filepath.Ext(f.Name()) == ".ipynb" {
			paths = append(paths, filepath.Join(folder, f.Name()))
		}
	}
	if len(names) == 0 {
		return paths, nil
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

// Say chooses the words of a language; English ones where Chinese cannot be shown.
func Say(lang, en, zh string) string {
	if lang == "zh" && UTF8() {
		return zh
	}
	return en
}

// UTF8 tells whether the locale says that the terminal shows all of Unicode.
func UTF8() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := os.Getenv(name); value != "" {
			value = strings.ToLower(value)
			return strings.Contains(value, "utf-8") || strings.Contains(value, "utf8")
		}
	}
	return runtime.GOOS == "darwin"
}
