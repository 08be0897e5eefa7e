package endtoend

import (
	"fmt"
	"net/http"
	"net/url"
	"testing"
	"time"

	"convnet.example/notebooks/internal/jupyter"
	"convnet.example/notebooks/internal/prepared"
	"convnet.example/notebooks/internal/process"
)

// A kernel keeps its gopls, which completes words, as long as it lives, and leaves nothing
// behind when the reader closes it.
func TestClosedKernel(t *testing.T) {
	t.Parallel() // it mostly waits
	e := prepared.Environment(t)
	s, err := jupyter.Serve(t.Context(), e, jupyter.Site{Folder: e.Root, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Stop()
	page, err := url.Parse(s.URL("lab"))
	if err != nil {
		t.Fatal(err)
	}
	id := startKernel(t, page)
	time.Sleep(40 * time.Second) // a gopls that the kernel could not reach has ended by now
	family := process.Descendants(s.Cmd.Process.Pid)
	if len(family) < 2 {
		t.Fatalf("the kernel has the processes %v, want itself and gopls", family)
	}
	request, err := http.NewRequest("DELETE", fmt.Sprintf("http://%s/api/kernels/%s?token=%s", page.Host, id, s.Token), nil)
	if err != nil {
		t.Fatal(err)
	}
	reply, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	reply.Body.Close()
	if reply.StatusCode != http.StatusNoContent {
		t.Errorf("closing the kernel: %s", reply.Status)
	}
	checkGone(t, family, time.Minute)
}
