package pages

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/liveprogram"
)

// addProgram copies the program into the site if a page needs it, and has those pages start
// it. Without the program live figures are the pictures in them.
func (s *site) addProgram(pages []*page) error {
	if !slices.ContainsFunc(pages, func(p *page) bool { return p.live }) {
		return nil
	}
	program, err := os.ReadFile(s.program)
	if os.IsNotExist(err) {
		fmt.Fprintln(s.log, say.Text("The live figures are pictures only: their program is missing.", "交互图只有图片：缺少它们的程序。"), s.program)
		return nil
	} else if err != nil {
		return err
	}
	for _, p := range pages {
		if p.live {
			p.Program = liveprogram.File
		}
	}
	return writeFile(filepath.Join(s.folder, liveprogram.File), program)
}
