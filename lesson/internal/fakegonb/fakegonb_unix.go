//go:build unix

package fakegonb

import (
	"encoding/gob"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"

	"github.com/janpfeifer/must"

	"github.com/janpfeifer/gonb/gonbui"
	"github.com/janpfeifer/gonb/gonbui/protocol"
)

// A fakeGoNB is the kernel's end of the pipes that a cell is displayed through.
type fakeGoNB struct {
	sync.Mutex
	shown []*protocol.DisplayData
}

// theGoNB is the only one, as a process opens its pipes once.
var theGoNB = sync.OnceValue(func() *fakeGoNB {
	dir := must.M1(os.MkdirTemp("", "gonb"))
	there, back := filepath.Join(dir, "there"), filepath.Join(dir, "back")
	must.M(syscall.Mkfifo(there, 0o600))
	must.M(syscall.Mkfifo(back, 0o600))
	os.Setenv(protocol.GONB_PIPE_ENV, there)
	os.Setenv(protocol.GONB_PIPE_BACK_ENV, back)
	g := new(fakeGoNB)
	go g.listen(there, back)
	gonbui.IsNotebook = true
	must.M(gonbui.Open()) // both ends are open now
	must.M(os.RemoveAll(dir))
	return g
})

// listen notes what is displayed and answers when it is asked whether it has done so.
func (g *fakeGoNB) listen(there, back string) {
	from := gob.NewDecoder(must.M1(os.Open(there)))
	to := gob.NewEncoder(must.M1(os.OpenFile(back, os.O_WRONLY, 0)))
	for {
		var d protocol.DisplayData
		must.M(from.Decode(&d))
		if sync, ok := d.Data[protocol.MIMECommValue].(protocol.CommValue); ok {
			sync.Address = protocol.GonbuiSyncAckAddress
			must.M(to.Encode(&sync))
			continue
		}
		g.Lock()
		g.shown = append(g.shown, &d)
		g.Unlock()
	}
}

// Notebook makes the test a cell, and returns what the cell has displayed so far.
func Notebook(t *testing.T) (shown func() []*protocol.DisplayData) {
	g := theGoNB()
	g.Lock()
	g.shown = nil
	g.Unlock()
	gonbui.IsNotebook = true
	t.Cleanup(Leave)
	return func() []*protocol.DisplayData {
		g.Lock()
		defer g.Unlock()
		return g.shown
	}
}

// Leave makes the test a program like any other.
func Leave() { gonbui.IsNotebook = false }
