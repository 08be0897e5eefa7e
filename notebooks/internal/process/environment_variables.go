package process

import (
	"slices"
	"strings"
)

// With returns vars with NAME=value set, and NAME alone removed.
func With(vars []string, changes ...string) []string {
	for _, change := range changes {
		name, _, keep := strings.Cut(change, "=")
		vars = slices.DeleteFunc(slices.Clone(vars), func(v string) bool { return strings.HasPrefix(v, name+"=") })
		if keep {
			vars = append(vars, change)
		}
	}
	return vars
}
