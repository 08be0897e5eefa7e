package environment

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Where packages come from stays the user's; where they go, and which versions, does not.
func TestPipKeepsSourcesOnly(t *testing.T) {
	python, _, err := FindPython(t.Context())
	if err != nil {
		t.Skip(err)
	}
	file := filepath.Join(t.TempDir(), "pip.conf")
	config := "[global]\nindex-url = https://example.com/a%%20b\nconstraint = /etc/pip/constraint.txt\nextra-index-url =\n  https://example.com/1\n  https://example.com/2\n" +
		"[install]\nuser = true\ntarget = /tmp/elsewhere\nindex-url = https://example.com/install\n"
	if err := os.WriteFile(file, []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PIP_CONFIG_FILE", file)
	t.Setenv("PIP_CONSTRAINT", "/nowhere")
	t.Setenv("PIP_PROXY", "http://127.0.0.1:3128")
	t.Setenv("PYTHONPATH", "/nowhere")
	vars := pipVars(t.Context(), python)
	for _, want := range []string{"PIP_INDEX_URL=https://example.com/install", "PIP_EXTRA_INDEX_URL=https://example.com/1 https://example.com/2",
		"PIP_PROXY=http://127.0.0.1:3128", "PIP_CONFIG_FILE=" + os.DevNull} {
		if !slices.Contains(vars, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, v := range vars {
		for _, bad := range []string{"PIP_CONSTRAINT", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PYTHONPATH"} {
			if strings.HasPrefix(v, bad) {
				t.Errorf("%s is kept", v)
			}
		}
	}
}

func TestUnreachable(t *testing.T) {
	for said, want := range map[string]bool{
		"ERROR: Could not find a version that satisfies the requirement anyio==4.16.0 (from versions: none)": true,
		"Retrying after connection broken by NewConnectionError(...)":                                        true,
		"ERROR: Cannot install jupyterlab because these package versions have conflicting dependencies.":     false,
		"ERROR: THESE PACKAGES DO NOT MATCH THE HASHES":                                                      false,
	} {
		if unreachable(said) != want {
			t.Errorf("%q: %v", said, !want)
		}
	}
}
