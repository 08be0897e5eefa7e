package exercise

import (
	"os"
	"path/filepath"
)

// help is the hint, but not for the first wrong answer.
func (q question) help() text {
	if q.first() {
		return text{"Try again: the next wrong answer brings a hint.", "再试一次；如果还不对，就给提示。"}
	}
	return text{"Hint: " + q.hint.en, "提示：" + q.hint.zh}
}

// first tells whether this is the exercise's first wrong answer, and notes it. A cell is a
// program of its own, so the note lies in the folder of the kernel's session.
func (q question) first() bool {
	session := os.Getenv("GONB_TMP_DIR")
	if session == "" {
		return false
	}
	note, err := os.OpenFile(filepath.Join(session, "wrong-answer-"+q.number), os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return false
	}
	note.Close()
	return true
}
