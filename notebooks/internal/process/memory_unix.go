//go:build unix

package process

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Resident returns the bytes of memory that these processes hold, together. What they share
// counts for each.
func Resident(family []Process) (bytes int64) {
	var ids []string
	for _, p := range family {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", p.ID))
		if err != nil {
			ids = append(ids, fmt.Sprint(p.ID))
			continue
		}
		var size, resident int64 // Linux: in pages
		fmt.Sscan(string(text), &size, &resident)
		bytes += resident * int64(os.Getpagesize())
	}
	if _, err := os.Stat("/proc/self"); err == nil || len(ids) == 0 {
		return bytes
	}
	out, _ := exec.Command("ps", "-o", "rss=", "-p", strings.Join(ids, ",")).Output() // macOS: in kB
	for field := range strings.FieldsSeq(string(out)) {
		var kilobytes int64
		fmt.Sscan(field, &kilobytes)
		bytes += kilobytes << 10
	}
	return bytes
}
