// Package exercise checks the exercises of the notebooks. A cell hands its solution to
// the exercise's function, which tries it on some cases and prints, in the reader's
// language, that it waits for the reader's code, or that all cases pass, or which case
// failed and what was expected; from the second wrong answer on also a hint.
//
//	exercise.Sum(func(m [][]float64) float64 {
//		panic(exercise.YourCode)
//	})
//
// It is a package of its own so that other cells need not link it.
package exercise

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"

	"convnet.example/lesson/say"
)

// YourCode is what stands in an exercise's cell until the reader has written something
// in its place.
const YourCode = "your code"

// A text is in both of the course's languages.
type text struct{ en, zh string }

// A question is an exercise: its number in the notebook, what it asks for, and a hint
// for those whose answer is wrong.
type question struct {
	number string
	title  text
	hint   text
}

// A trial is one case of an exercise.
type trial struct {
	given text       // what the solution is given
	got   func() any // runs it
	want  any
}

// arguments names the case of an exercise that is a function: it reads the same in both
// languages.
func arguments(format string, values ...any) text {
	s := fmt.Sprintf(format, values...)
	return text{s, s}
}

// output is where the reader reads the verdict.
var output io.Writer = os.Stdout

// check tries the cases until one fails, and prints the verdict.
func (q question) check(trials ...trial) {
	for _, t := range trials {
		got, failure := t.run()
		if failure == YourCode {
			q.wait()
			return
		}
		if failure == "" && same(reflect.ValueOf(got), reflect.ValueOf(t.want)) {
			continue
		}
		if failure == "" {
			failure = in(text{"it is ", "得到的是 "}) + brief(show(got))
		}
		help := q.help()
		fmt.Fprintln(output, in(text{
			fmt.Sprintf("✗ %s %s: %s: expected %s, but %s.\n  %s", q.number, q.title.en, t.given.en, show(t.want), failure, help.en),
			fmt.Sprintf("✗ %s %s：%s，应为 %s，%s。\n  %s", q.number, q.title.zh, t.given.zh, show(t.want), failure, help.zh),
		}))
		return
	}
	fmt.Fprintln(output, in(text{
		fmt.Sprintf("✓ %s %s: right in %d of %d cases.", q.number, q.title.en, len(trials), len(trials)),
		fmt.Sprintf("✓ %s %s：%d 个例子全部正确。", q.number, q.title.zh, len(trials)),
	}))
}

// wait says that nothing has been written yet.
func (q question) wait() {
	fmt.Fprintln(output, in(text{
		fmt.Sprintf("… %s %s: waits for your code.", q.number, q.title.en),
		fmt.Sprintf("… %s %s：等你来写。", q.number, q.title.zh),
	}))
}

// waits tells whether a solution that is a list is still empty, and if so says it.
func (q question) waits(rows int) bool {
	if rows == 0 {
		q.wait()
	}
	return rows == 0
}

// run returns what the solution gives, or in words how it failed.
func (t trial) run() (got any, failure string) {
	defer func() {
		if r := recover(); r == YourCode {
			failure = YourCode
		} else if r != nil {
			failure = in(text{"it panics: ", "代码 panic 了："}) + brief(fmt.Sprint(r))
		}
	}()
	return t.got(), ""
}

// in chooses the reader's language.
func in(t text) string {
	if say.Reader() == "zh" {
		return t.zh
	}
	return t.en
}

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
