package say

import (
	"os"
	"path/filepath"
	"strings"
)

// Reader returns the reader's language, zh or en: that of COURSE_LANG; else that of the
// folder whose notebook is running; else that of the system's settings.
func Reader() string {
	for _, language := range []string{os.Getenv("COURSE_LANG"), filepath.Base(os.Getenv("GONB_DIR")), system()} {
		switch {
		case strings.HasPrefix(language, "zh"):
			return "zh"
		case strings.HasPrefix(language, "en"):
			return "en"
		}
	}
	return "en"
}

// system is the locale of messages, by the rules of POSIX.
func system() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			return value
		}
	}
	return ""
}
