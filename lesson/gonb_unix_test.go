//go:build unix

package lesson

import (
	"encoding/gob"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"

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
	dir := Must(os.MkdirTemp("", "gonb"))
	there, back := filepath.Join(dir, "there"), filepath.Join(dir, "back")
	Check(syscall.Mkfifo(there, 0o600))
	Check(syscall.Mkfifo(back, 0o600))
	os.Setenv(protocol.GONB_PIPE_ENV, there)
	os.Setenv(protocol.GONB_PIPE_BACK_ENV, back)
	g := new(fakeGoNB)
	go g.listen(there, back)
	gonbui.IsNotebook = true
	Check(gonbui.Open()) // both ends are open now
	Check(os.RemoveAll(dir))
	return g
})

// listen notes what is displayed and answers when it is asked whether it has done so.
func (g *fakeGoNB) listen(there, back string) {
	from := gob.NewDecoder(Must(os.Open(there)))
	to := gob.NewEncoder(Must(os.OpenFile(back, os.O_WRONLY, 0)))
	for {
		var d protocol.DisplayData
		Check(from.Decode(&d))
		if sync, ok := d.Data[protocol.MIMECommValue].(protocol.CommValue); ok {
			sync.Address = protocol.GonbuiSyncAckAddress
			Check(to.Encode(&sync))
			continue
		}
		g.Lock()
		g.shown = append(g.shown, &d)
		g.Unlock()
	}
}

// notebook makes the test a cell, and returns what the cell has displayed so far.
func notebook(t *testing.T) (shown func() []*protocol.DisplayData) {
	g := theGoNB()
	g.Lock()
	g.shown = nil
	g.Unlock()
	gonbui.IsNotebook = true
	t.Cleanup(leave)
	return func() []*protocol.DisplayData {
		g.Lock()
		defer g.Unlock()
		return g.shown
	}
}

// leave makes the test a program like any other.
func leave() { gonbui.IsNotebook = false }
