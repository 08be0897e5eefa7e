//go:build unix

package process

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A Process is a running program.
type Process struct{ ID, Parent, Group int }

// Processes returns all processes by their id.
func Processes() map[int]Process {
	all := map[int]Process{}
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range stats { // Linux: id (name) state parent group …
		text, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		var p Process
		var state string
		name := strings.LastIndex(string(text), ")") // a name may have spaces
		fmt.Sscan(string(text), &p.ID)
		fmt.Sscan(string(text[name+1:]), &state, &p.Parent, &p.Group)
		if state != "Z" { // a zombie has ended
			all[p.ID] = p
		}
	}
	if len(stats) == 0 { // macOS
		out, _ := exec.Command("ps", "-axo", "pid=,ppid=,pgid=").Output()
		for line := range strings.Lines(string(out)) {
			var p Process
			fmt.Sscan(line, &p.ID, &p.Parent, &p.Group)
			all[p.ID] = p
		}
	}
	return all
}

// Descendants returns a process's children, their children, and so on.
func Descendants(id int) (family []Process) {
	all := Processes()
	family = []Process{{ID: id}}
	for i := 0; i < len(family); i++ {
		for _, p := range all {
			if p.Parent == family[i].ID && p.ID != id {
				family = append(family, p)
			}
		}
	}
	return family[1:]
}

// alive tells whether a process runs.
func alive(id int) bool {
	_, ok := Processes()[id]
	return ok
}
