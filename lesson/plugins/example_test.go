package plugins_test

import (
	"fmt"
	"os"

	"convnet.example/lesson/plugins"
)

// Where there is no plugin, programs compute in pure Go.
func ExampleInstalled() {
	os.Setenv("PJRT_PLUGIN_LIBRARY_PATH", os.DevNull)
	defer os.Unsetenv("PJRT_PLUGIN_LIBRARY_PATH")
	fmt.Println(plugins.Installed())
	// Output: []
}
