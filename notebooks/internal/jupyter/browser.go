package jupyter

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"

	"convnet.example/notebooks/internal/process"
)

// openBrowser shows the page in the user's browser.
func openBrowser(url string) error {
	program := "xdg-open"
	switch {
	case runtime.GOOS == "darwin":
		program = "open"
	case os.Getenv("WSL_DISTRO_NAME") != "" && process.Found("wslview"):
		program = "wslview"
	case os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "":
		return fmt.Errorf("there is no screen")
	}
	cmd := exec.Command(program, url)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait()
	return nil
}
