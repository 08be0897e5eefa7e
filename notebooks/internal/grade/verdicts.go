package grade

import "regexp"

var (
	heading = regexp.MustCompile(`(?m)^### (?:Exercise|练习) (\d\d\.\d+) · `)
	// What the checkers of package exercise print first: see exercise.question.
	spoken = regexp.MustCompile(`(?m)^([✓✗]) (\d\d\.\d+) `)
)

// A verdict is what the checkers have said of one exercise.
type verdict struct {
	passed   bool
	attempts int
}

// verdicts reads them in what cells print. The last one counts: a right answer that was
// changed to a wrong one is wrong.
func verdicts(texts []string) map[string]verdict {
	all := map[string]verdict{}
	for _, text := range texts {
		for _, m := range spoken.FindAllStringSubmatch(text, -1) {
			all[m[2]] = verdict{m[1] == "✓", all[m[2]].attempts + 1}
		}
	}
	return all
}
