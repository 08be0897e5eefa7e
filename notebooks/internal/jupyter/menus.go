package jupyter

import (
	"os"
	"path/filepath"

	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/ipynb"
)

// chooseLanguage sets the language of JupyterLab's menus, once: the reader may change it.
func chooseLanguage(e *environment.Environment, lang string) error {
	path := filepath.Join(e.Jupyter("settings-"+lang), "@jupyterlab", "translation-extension", "plugin.jupyterlab-settings")
	if _, err := os.Stat(path); lang != "zh" || err == nil {
		return nil
	}
	return ipynb.WriteJSON(path, map[string]string{"locale": "zh_CN"})
}
