//go:build cgo && ((linux && (amd64 || arm64)) || (darwin && arm64))

package backend

// XLA needs cgo. The package that go-xla uses to download plugins by itself is left
// out on purpose: nobody should be surprised by hundreds of megabytes.
import _ "github.com/gomlx/go-xla/compute/xla"
