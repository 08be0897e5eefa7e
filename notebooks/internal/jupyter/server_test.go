package jupyter

import (
	"errors"
	"net"
	"strings"
	"syscall"
	"testing"
)

// A port that one may not open is not called in use.
func TestRefusedPorts(t *testing.T) {
	for want, err := range map[string]error{
		"port 80 is in use":                    &net.OpError{Op: "listen", Err: syscall.EADDRINUSE},
		"port 80 may not be opened by you":     &net.OpError{Op: "listen", Err: syscall.EACCES},
		"cannot assign requested address.\nNe": syscall.EADDRNOTAVAIL,
	} {
		if got := refused(80, err).Error(); !strings.Contains(got, want) || !strings.Contains(got, "-port") {
			t.Errorf("%v: %q", err, got)
		}
	}
	if !errors.Is(refused(80, syscall.ENOENT), syscall.ENOENT) {
		t.Error("the cause is lost")
	}
}
