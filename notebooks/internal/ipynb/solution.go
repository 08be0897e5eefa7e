package ipynb

import "regexp"

var solutionBlock = regexp.MustCompile("(?s)<details>.*?```go\n(.*?)\n?```")

// Solution returns the solved form of the exercise cell i: it is in the next cell, folded.
func (n *Notebook) Solution(i int) string {
	if !n.Cells[i].Has("exercise") || i+1 == len(n.Cells) {
		return ""
	}
	m := solutionBlock.FindStringSubmatch(string(n.Cells[i+1].Source))
	if m == nil {
		return ""
	}
	return m[1]
}
