// Package exercise checks the exercises of the notebooks. A cell hands its solution to
// the exercise's function, which tries it on some cases and prints either that all pass,
// or which case failed, what was expected and a first hint, in the reader's language:
//
//	exercise.OutputSize(func(in, kernel, stride, padding int) int {
//		return 0 // your code
//	})
//
// It is a package of its own so that other cells need not link it.
package exercise

import (
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
)

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

// tolerance is how far a float may be from the number that is expected, relative to it
// where it is larger than 1.
const tolerance = 1e-6

// output is where the reader reads the verdict.
var output io.Writer = os.Stdout

// check tries the cases until one fails, and prints the verdict.
func (q question) check(trials ...trial) {
	for _, t := range trials {
		got, failure := t.run()
		if failure == "" && same(reflect.ValueOf(got), reflect.ValueOf(t.want)) {
			continue
		}
		if failure == "" {
			failure = say(text{fmt.Sprintf("it is %s", show(got)), fmt.Sprintf("得到的是 %s", show(got))})
		}
		fmt.Fprintln(output, say(text{
			fmt.Sprintf("✗ %s %s: %s: expected %s, but %s.\n  Hint: %s", q.number, q.title.en, t.given.en, show(t.want), failure, q.hint.en),
			fmt.Sprintf("✗ %s %s：%s，应为 %s，%s。\n  提示：%s", q.number, q.title.zh, t.given.zh, show(t.want), failure, q.hint.zh),
		}))
		return
	}
	fmt.Fprintln(output, say(text{
		fmt.Sprintf("✓ %s %s: right in %d of %d cases.", q.number, q.title.en, len(trials), len(trials)),
		fmt.Sprintf("✓ %s %s：%d 个例子全部正确。", q.number, q.title.zh, len(trials)),
	}))
}

// run returns what the solution gives, or in words how it failed.
func (t trial) run() (got any, failure string) {
	defer func() {
		if r := recover(); r != nil {
			failure = say(text{fmt.Sprintf("it panics: %v", r), fmt.Sprintf("代码 panic 了：%v", r)})
		}
	}()
	return t.got(), ""
}

// same tells whether two values are equal, floats within the tolerance.
func same(a, b reflect.Value) bool {
	if !a.IsValid() || !b.IsValid() || a.Type() != b.Type() {
		return false
	}
	switch a.Kind() {
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !same(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Float32, reflect.Float64:
		return math.Abs(a.Float()-b.Float()) <= tolerance*max(1, math.Abs(b.Float()))
	}
	return a.Equal(b)
}

// show writes a value as the notebooks write it: floats with up to six digits.
func show(v any) string {
	value := reflect.ValueOf(v)
	switch value.Kind() {
	case reflect.Slice, reflect.Array:
		parts := make([]string, value.Len())
		for i := range parts {
			parts[i] = show(value.Index(i).Interface())
		}
		return "[" + strings.Join(parts, " ") + "]"
	case reflect.Float32, reflect.Float64:
		return fmt.Sprintf("%.6g", value.Float())
	case reflect.String:
		return fmt.Sprintf("%q", v)
	}
	return fmt.Sprint(v)
}

// say chooses the reader's language: $COURSE_LANG, else the one whose folder the notebook
// is in, else the system's.
func say(t text) string {
	if chinese(os.Getenv("COURSE_LANG"), os.Getenv("GONB_DIR"), os.Getenv("LANG")) {
		return t.zh
	}
	return t.en
}

func chinese(course, folder, system string) bool {
	for _, language := range []string{course, filepath.Base(folder), system} {
		switch {
		case strings.HasPrefix(language, "zh"):
			return true
		case strings.HasPrefix(language, "en"):
			return false
		}
	}
	return false
}
