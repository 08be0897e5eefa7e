package docker

import (
	"strings"
	"testing"
)

// Compilers of a class take turns: where another has the only one, go build waits and all else
// does not; and without turns nothing waits.
func TestCompileTurns(t *testing.T) {
	needImage(t)
	const script = `
mkdir /tmp/turns /tmp/hello && touch /tmp/turns/1 && cd /tmp/hello
echo 'package main; func main() {}' >main.go && go mod init hello 2>/dev/null
flock /tmp/turns/1 sh -c 'echo held; sleep 4; echo left' &
sleep 1
go build -o alone && echo "no turns"
export COMPILE_TURNS=/tmp/turns
go version >/dev/null && echo version
go build -o hello && echo built
mkdir /tmp/none && COMPILE_TURNS=/tmp/none go build && echo "an empty folder"
`
	out := run(t, "run", "--rm", "--network", "none", image, "bash", "-c", script)
	if want := "held, no turns, version, left, built, an empty folder"; strings.Join(strings.Split(strings.TrimSpace(out), "\n"), ", ") != want {
		t.Errorf("it prints\n%s\nwant %s", out, want)
	}
}
