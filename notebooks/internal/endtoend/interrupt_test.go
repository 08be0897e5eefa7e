package endtoend

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/environment"
	"convnet.example/notebooks/internal/prepared"
	"convnet.example/notebooks/internal/process"
)

const trainingCell = `import (
	"fmt"

	"convnet.example/lesson"
	"convnet.example/lesson/digits"
	"github.com/janpfeifer/must"
)

%%
data := digits.Builtin()
c := must.M1(lesson.NewClassifier(lesson.Net, 1))
t := must.M1(lesson.NewTrainer(c, data.Train, lesson.Config{}))
for step, err := range t.Epoch() {
	must.M(err)
	fmt.Println("step", step.Step)
}`

const shortCell = `import "fmt"

%%
fmt.Println("alive")`

// A conversation is with testdata/interrupt.py.
type conversation struct {
	t   *testing.T
	in  io.Writer
	out *bufio.Scanner
}

// expect returns what follows a word in the next line. After that the program goes on
// only when go_on is called.
func (c conversation) expect(word string) string {
	c.t.Helper()
	if !c.out.Scan() {
		c.t.Fatalf("the program ended before %q", word)
	}
	rest, ok := strings.CutPrefix(c.out.Text(), word)
	if !ok {
		c.t.Fatalf("got %q, want %q", c.out.Text(), word)
	}
	return strings.TrimSpace(rest)
}

func (c conversation) proceed() { fmt.Fprintln(c.in) }

// The stop button ends a training, and all that it started; the next cell works. So it does when
// the kernel is restarted, and set up again, and ending the kernel leaves nothing.
func TestInterrupt(t *testing.T) {
	e := prepared.Environment(t)
	c := converse(t, e)
	var kernel int
	fmt.Sscan(c.expect("kernel"), &kernel)
	before := process.Descendants(kernel)
	c.proceed()
	c.expect("training")
	if len(process.Descendants(kernel)) <= len(before) {
		t.Error("no training runs")
	}
	c.proceed()
	t.Logf("interrupted after %s s", c.expect("interrupted"))
	if left := remaining(kernel, before); left != nil {
		t.Errorf("processes are left: %v", left)
	}
	c.proceed()
	if got := c.expect("next"); got != "alive" {
		t.Errorf("the next cell prints %q", got)
	}
	c.proceed()
	var restarted int
	var said string
	if fmt.Sscan(c.expect("restarted"), &restarted, &said); said != "alive" {
		t.Errorf("after a restart, setup and cell print %q", said)
	}
	if left := remaining(kernel, nil); left != nil {
		t.Errorf("processes of the kernel before the restart are left: %v", left)
	}
	kernel = restarted
	c.proceed()
	c.expect("shut down")
	if left := remaining(kernel, nil); left != nil {
		t.Errorf("processes of the kernel are left: %v", left)
	}
	c.proceed()
}

// converse starts testdata/interrupt.py.
func converse(t *testing.T, e *environment.Environment) conversation {
	folder := t.TempDir()
	args := []string{filepath.Join("testdata", "interrupt.py"), folder}
	for name, code := range map[string]string{"1": course.SetupCell, "2": trainingCell, "3": shortCell} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(code), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"1", "2", "3"} {
		args = append(args, filepath.Join(folder, name))
	}
	cmd := process.Command(t.Context(), e.Python(), args...)
	vars, err := e.Vars(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	cmd.Env, cmd.Stderr = vars, t.Output()
	in, _ := cmd.StdinPipe()
	out, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close(); cmd.Wait() })
	return conversation{t, in, bufio.NewScanner(out)}
}

// remaining returns the processes in the kernel's group that were not there before, once
// they have had some seconds to end.
func remaining(kernel int, before []process.Process) (left []process.Process) {
	known := map[int]bool{kernel: before != nil}
	for _, p := range before {
		known[p.ID] = true
	}
	for end := time.Now().Add(8 * time.Second); ; time.Sleep(100 * time.Millisecond) {
		left = nil
		for _, p := range process.Processes() {
			if p.Group == kernel && !known[p.ID] {
				left = append(left, p)
			}
		}
		if left == nil || time.Now().After(end) {
			return left
		}
	}
}
