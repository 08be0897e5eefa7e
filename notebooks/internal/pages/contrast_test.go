package pages

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	variable  = regexp.MustCompile(`--(\w+): #([0-9a-f]{3,6});`)
	codeClass = regexp.MustCompile(`(?m)^\.highlight \.(\w+) \{[^}]*?color: #([0-9A-Fa-f]{3,6})`)
)

// checkContrast holds that text and code are readable in both modes: 4.5 is what WCAG asks for.
func checkContrast(t *testing.T, w written) {
	text, err := os.ReadFile(filepath.Join(w.folder, "style.css"))
	if err != nil {
		t.Fatal(err)
	}
	css := string(text)
	used := map[string]bool{}
	for _, page := range w.pages {
		for _, e := range find(page, "span") {
			used[e.attr["class"]] = true
		}
	}
	delete(used, "w") // spaces
	roots := strings.SplitN(css, ":root {", 3)
	lightCode, darkCode, found := strings.Cut(css[strings.Index(css, "@media print, (prefers"):], "@media screen and (prefers-color-scheme: dark)")
	if len(roots) < 3 || !found {
		t.Fatal("the style has no colours for light and dark")
	}
	for mode, part := range map[string]struct{ variables, code string }{
		"light": {roots[1], lightCode},
		"dark":  {strings.SplitN(roots[2], "}", 2)[0], darkCode},
	} {
		colours := map[string]string{}
		for _, m := range variable.FindAllStringSubmatch(part.variables, -1) {
			colours[m[1]] = m[2]
		}
		for _, name := range []string{"ink", "quiet", "link", "error"} {
			for _, ground := range []string{"paper", "box"} {
				needContrast(t, mode+" "+name+" on "+ground, colours[name], colours[ground])
			}
		}
		classes := 0
		for _, m := range codeClass.FindAllStringSubmatch(part.code, -1) {
			if used[m[1]] {
				classes++
				needContrast(t, mode+" code ."+m[1], m[2], colours["box"])
			}
		}
		if classes < 8 {
			t.Errorf("%s: only %d kinds of code have a colour", mode, classes)
		}
	}
}

func needContrast(t *testing.T, what, a, b string) {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	if c := (max(x, y) + 0.05) / (min(x, y) + 0.05); c < 4.5 {
		t.Errorf("%s: #%s and #%s have a contrast of %.2f, less than 4.5", what, a, b, c)
	}
}

// luminance is that of a colour, as WCAG defines it.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	if len(hex) == 3 {
		hex = strings.Repeat(hex[:1], 2) + strings.Repeat(hex[1:2], 2) + strings.Repeat(hex[2:], 2)
	}
	rgb, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 6 {
		t.Fatalf("%q is no colour", hex)
	}
	linear := func(v uint64) float64 {
		c := float64(v&255) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(rgb>>16) + 0.7152*linear(rgb>>8) + 0.0722*linear(rgb)
}
