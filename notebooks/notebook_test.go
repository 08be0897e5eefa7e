package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Go on with a notebook as an editor leaves it.
const edited = `{"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "python3"}, "toc": {}},
"cells": [
 {"cell_type": "markdown", "id": "a", "metadata": {"editable": true}, "source": "# 卷积\nx < 1"},
 {"cell_type": "code", "metadata": {"scrolled": true, "tags": ["time"]}, "execution_count": 7, "source": ["a\n", "b"], "outputs": [
  {"output_type": "stream", "name": "stdout", "text": "1\n"},
  {"output_type": "stream", "name": "stdout", "text": ["2\n", "3"]},
  {"output_type": "execute_result", "execution_count": 7, "data": {"text/plain": "x\ny", "image/png": "AA=="}, "metadata": {"alt": "x"}, "transient": {"display_id": "q"}}]}]}`

const normalized = `{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "a",
   "metadata": {},
   "source": [
    "# 卷积\n",
    "x < 1"
   ]
  },
  {
   "cell_type": "code",
   "execution_count": null,
   "id": "cell-2",
   "metadata": {
    "tags": [
     "time"
    ]
   },
   "outputs": [
    {
     "name": "stdout",
     "output_type": "stream",
     "text": [
      "1\n",
      "2\n",
      "3"
     ]
    },
    {
     "data": {
      "image/png": "AA==",
      "text/plain": [
       "x\n",
       "y"
      ]
     },
     "metadata": {
      "alt": "x"
     },
     "output_type": "display_data"
    }
   ],
   "source": [
    "a\n",
    "b"
   ]
  }
 ],
 "metadata": {
  "kernelspec": {
   "display_name": "Go (gonb)",
   "language": "go",
   "name": "gonb"
  },
  "language_info": {
   "name": "go"
  }
 },
 "nbformat": 4,
 "nbformat_minor": 5
}
`

func TestNormalize(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.ipynb")
	for _, text := range []string{edited, normalized} {
		os.WriteFile(path, []byte(text), 0o644)
		n, err := readNotebook(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := n.write(path); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != normalized {
			t.Errorf("got %s", got)
		}
	}
}

func TestSplitLines(t *testing.T) {
	for text, want := range map[string]string{
		"":          `[]`,
		"a":         `["a"]`,
		"a\nb\n":    `["a\n","b\n"]`,
		"a\r\nb\rc": `["a\r\n","b\r","c"]`,
		"\n\n":      `["\n","\n"]`,
	} {
		got, _ := json.Marshal(splitLines(text))
		if string(got) != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func TestScrub(t *testing.T) {
	s := scrubber{strings.NewReplacer("/usr/local/go/bin/", "", "/usr/local/go/src/", "", "/home/i/go/pkg/mod/", "", "/home/i/course/", "")}
	const panicked = `panic: no
goroutine 1 [running]:
convnet.example/lesson.Check({0x7b, 0xc000})
	/home/i/course/lesson/must.go:9 +0x52
main.main()
	 [[ Cell [5] Line 3 ]] /tmp/gonb_3f7f86c6/main.go:12 +0x1d
failed to run "/usr/local/go/bin/go build -o /tmp/gonb_3f7f86c6/gonb_3f7f86c6"
`
	const want = `panic: no
goroutine 1 [running]:
convnet.example/lesson.Check(...)
	lesson/must.go:9
main.main()
	 [[ Cell [5] Line 3 ]] main.go:12
failed to run "go build -o cell"
`
	if got := s.text(panicked); got != want {
		t.Errorf("got %s", got)
	}
}

func TestSet(t *testing.T) {
	got := set([]string{"A=1", "B=2", "AB=3"}, "A=4", "B")
	if want := []string{"AB=3", "A=4"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
