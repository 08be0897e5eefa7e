package environment

import (
	"path/filepath"

	"convnet.example/notebooks/internal/ipynb"
)

// writeSettings registers the kernel with the environment's JupyterLab, and has
// JupyterLab ask no questions about news.
func (e *Environment) writeSettings() error {
	share := filepath.Join(e.Folder, "venv", "share", "jupyter")
	kernel := map[string]any{
		// Errors as text: a code host shows the page that GoNB makes of them badly.
		"argv":         []string{filepath.Join(e.Bin(), "gonb"), "--raw_error", "--kernel", "{connection_file}"},
		"display_name": ipynb.Kernel.DisplayName,
		"language":     ipynb.Kernel.Language,
	}
	if err := ipynb.WriteJSON(filepath.Join(share, "kernels", ipynb.Kernel.Name, "kernel.json"), kernel); err != nil {
		return err
	}
	return ipynb.WriteJSON(filepath.Join(share, "lab", "settings", "overrides.json"), map[string]any{
		"@jupyterlab/apputils-extension:notification": map[string]any{"fetchNews": "false", "checkForUpdates": false},
	})
}
