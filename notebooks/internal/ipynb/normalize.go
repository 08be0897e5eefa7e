package ipynb

import (
	"fmt"
)

// normalize brings a notebook into the form in which it is kept, so that only what was
// changed differs between two versions.
func (n *Notebook) normalize() {
	n.Metadata = metadata{Kernel, language}
	n.NBFormat, n.NBFormatMinor = 4, 5
	for i := range n.Cells {
		c := &n.Cells[i]
		if c.ID == "" {
			c.ID = fmt.Sprintf("cell-%d", i+1)
		}
		c.Outputs = Merge(c.Outputs)
	}
}

// Merge joins outputs to the same stream that follow each other: how a program's text is
// cut into messages is chance.
func Merge(outputs []Output) (merged []Output) {
	for _, o := range outputs {
		if o.Type == "execute_result" {
			o.Type = "display_data"
		}
		if last := len(merged) - 1; last >= 0 && o.Type == "stream" && merged[last].Type == "stream" && merged[last].Name == o.Name {
			merged[last].Text += o.Text
			continue
		}
		merged = append(merged, o)
	}
	return merged
}
