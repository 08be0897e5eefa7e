// Package say has the course speak the reader's language: in a notebook that of its
// folder, in a command what the command gives to [In]. Another program that imports the
// lesson gets English.
package say

import (
	"fmt"
	"os"
	"runtime"
	"strings"
)

var chinese = os.Getenv("GONB_DIR") != "" && Reader() == "zh" // JupyterLab can show it

// In sets the language, en or zh. Where the terminal cannot show Chinese it stays English.
func In(lang string) { chinese = lang == "zh" && Unicode() }

// Language returns the language that is spoken, zh or en.
func Language() string {
	if chinese {
		return "zh"
	}
	return "en"
}

// Text chooses the words.
func Text(en, zh string) string {
	if chinese {
		return zh
	}
	return en
}

// Errorf is [fmt.Errorf] with a format in each language. Both take the same arguments.
func Errorf(en, zh string, args ...any) error { return fmt.Errorf(Text(en, zh), args...) }

// Unicode tells whether the locale says that the terminal shows more than ASCII. A browser
// always does.
func Unicode() bool {
	if runtime.GOOS == "js" {
		return true
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := strings.ToLower(os.Getenv(name)); value != "" {
			return strings.Contains(value, "utf-8") || strings.Contains(value, "utf8")
		}
	}
	return runtime.GOOS == "darwin"
}
