//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A process is a running program.
type process struct{ id, parent, group int }

// processes returns all processes by their id.
func processes() map[int]process {
	all := map[int]process{}
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range stats { // Linux: id (name) state parent group …
		text, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		var p process
		var state string
		name := strings.LastIndex(string(text), ")") // a name may have spaces
		fmt.Sscan(string(text), &p.id)
		fmt.Sscan(string(text[name+1:]), &state, &p.parent, &p.group)
		if state != "Z" { // a zombie has ended
			all[p.id] = p
		}
	}
	if len(stats) == 0 { // macOS
		out, _ := exec.Command("ps", "-axo", "pid=,ppid=,pgid=").Output()
		for line := range strings.Lines(string(out)) {
			var p process
			fmt.Sscan(line, &p.id, &p.parent, &p.group)
			all[p.id] = p
		}
	}
	return all
}

// descendants returns a process's children, their children, and so on.
func descendants(id int) (family []process) {
	all := processes()
	family = []process{{id: id}}
	for i := 0; i < len(family); i++ {
		for _, p := range all {
			if p.parent == family[i].id && p.id != id {
				family = append(family, p)
			}
		}
	}
	return family[1:]
}

// alive tells whether a process runs.
func alive(id int) bool {
	_, ok := processes()[id]
	return ok
}
