package environment

import (
	"os"
	"path/filepath"
)

// wrapper is the gopls that the kernel finds. GoNB v0.11.5 ends in a panic when Jupyter
// closes it (it stops itself for Jupyter's message and for the signal that follows) and
// leaves its gopls behind: so gopls ends by itself when nobody has been connected for more
// than the half minute that GoNB has to connect. And it gets by with half the memory if it
// cleans up sooner. A class whose server has too little memory for all of them has none, with
// GOPLS=off: then Tab completes nothing, and cells run as ever.
const wrapper = `#!/bin/sh
[ "$GOPLS" = off ] && exit
GOGC=30 exec "${0%/*}/gopls-server" -listen.timeout=35s "$@"
`

// wrapGopls puts the wrapper in gopls's place.
func (e *Environment) wrapGopls() error {
	gopls := filepath.Join(e.Bin(), "gopls")
	if err := os.Rename(gopls, gopls+"-server"); err != nil {
		return err
	}
	return os.WriteFile(gopls, []byte(wrapper), 0o755)
}
