package kernel

import (
	"strings"
	"testing"
)

func TestScrub(t *testing.T) {
	s := scrubber{strings.NewReplacer("/usr/local/go/bin/", "", "/usr/local/go/src/", "", "/home/i/go/pkg/mod/", "", "/home/i/course/", "")}
	const panicked = `panic: no
goroutine 1 [running]:
convnet.example/must.M({0x7b, 0xc000})
	/home/i/course/lesson/must.go:9 +0x52
main.main()
	 [[ Cell [5] Line 3 ]] /tmp/gonb_3f7f86c6/main.go:12 +0x1d
failed to run "/usr/local/go/bin/go build -o /tmp/gonb_3f7f86c6/gonb_3f7f86c6"
`
	const want = `panic: no
goroutine 1 [running]:
convnet.example/must.M(...)
	lesson/must.go:9
main.main()
	 [[ Cell [5] Line 3 ]] main.go:12
failed to run "go build -o cell"
`
	if got := s.text(panicked); got != want {
		t.Errorf("got %s", got)
	}
}
