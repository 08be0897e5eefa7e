package course

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"convnet.example/lesson/say"
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
			return nil, say.Errorf("%s has no notebook %s", "%s 里没有笔记本 %s", folder, name)
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
