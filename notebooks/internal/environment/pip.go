package environment

import (
	"context"
	"os"
	"os/exec"
	"strings"

	"convnet.example/notebooks/internal/process"
)

// pipsOwn are pip's settings that stay the user's own: where packages come from, and how
// to get there. Others put packages elsewhere (target, prefix, user), or keep versions from
// being installed that this course needs (constraint, as images of NVIDIA's have).
var pipsOwn = []string{"index-url", "extra-index-url", "find-links", "no-index", "trusted-host",
	"proxy", "cert", "client-cert", "retries", "default-timeout", "timeout", "cache-dir", "no-cache-dir"}

// pipVars returns variables for pip with those settings, and no others, from the user's
// variables and files.
func pipVars(ctx context.Context, python string) []string {
	list := exec.CommandContext(ctx, python, "-m", "pip", "config", "list")
	list.Env = process.With(os.Environ(), "PYTHONUTF8=1")
	out, _ := list.Output() // without pip there is nothing to keep
	vars := process.With(alone(os.Environ()), "PIP_CONFIG_FILE="+os.DevNull, "PIP_DISABLE_PIP_VERSION_CHECK=1", "PIP_NO_INPUT=1")
	for _, name := range pipsOwn {
		if value := pipSetting(string(out), name); value != "" {
			vars = process.With(vars, "PIP_"+strings.ToUpper(strings.ReplaceAll(name, "-", "_"))+"="+value)
		}
	}
	return vars
}

// pipSetting finds a setting in what pip config list prints: lines such as
// global.index-url='https://…'. A variable goes before a file, and what concerns pip
// install before what concerns all of pip.
func pipSetting(list, name string) (value string) {
	for _, section := range []string{"global", "install", ":env:"} {
		for line := range strings.Lines(list) {
			key, quoted, _ := strings.Cut(strings.TrimSpace(line), "=")
			if key == section+"."+name {
				value = unquote(quoted)
			}
		}
	}
	return value
}

// unquote reads a string as Python writes it. A value of several lines becomes one: pip
// takes a list with spaces.
func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '\'' || s[0] == '"') && s[len(s)-1] == s[0] {
		s = s[1 : len(s)-1]
	}
	s = strings.NewReplacer(`\n`, " ", `\\`, `\`, `\'`, `'`).Replace(s)
	return strings.TrimSpace(s)
}

// unreachable tells whether pip failed because of the network.
func unreachable(said string) bool {
	for _, sign := range []string{"Failed to establish a new connection", "NewConnectionError", "ConnectTimeoutError", "Connection refused",
		"Temporary failure in name resolution", "Name or service not known", "Read timed out", "ProxyError", "(from versions: none)"} {
		if strings.Contains(said, sign) {
			return true
		}
	}
	return false
}
