package main

import (
	"os"
	"path/filepath"
)

// writeSettings registers the kernel with the environment's JupyterLab, and has
// JupyterLab ask no questions about news.
func (e *environment) writeSettings() error {
	share := filepath.Join(e.folder, "venv", "share", "jupyter")
	kernel := map[string]any{
		// Errors as text: a code host shows the page that GoNB makes of them badly.
		"argv":         []string{filepath.Join(e.bin(), "gonb"), "--raw_error", "--kernel", "{connection_file}"},
		"display_name": kernelName.DisplayName,
		"language":     kernelName.Language,
	}
	if err := writeJSON(filepath.Join(share, "kernels", kernelName.Name, "kernel.json"), kernel); err != nil {
		return err
	}
	return writeJSON(filepath.Join(share, "lab", "settings", "overrides.json"), map[string]any{
		"@jupyterlab/apputils-extension:notification": map[string]any{"fetchNews": "false", "checkForUpdates": false},
	})
}

func writeJSON(path string, v any) error {
	text, err := encode(v, " ")
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o644)
}

// chooseLanguage sets the language of JupyterLab's menus, once: the reader may change it.
func (e *environment) chooseLanguage(lang string) error {
	path := filepath.Join(e.jupyter("settings-"+lang), "@jupyterlab", "translation-extension", "plugin.jupyterlab-settings")
	if _, err := os.Stat(path); lang != "zh" || err == nil {
		return nil
	}
	return writeJSON(path, map[string]string{"locale": "zh_CN"})
}
