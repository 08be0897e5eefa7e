package ipynb

import (
	"encoding/json"
	"os"
	"path/filepath"
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
   "codemirror_mode": "",
   "file_extension": ".go",
   "mimetype": "text/x-go",
   "name": "go",
   "nbconvert_exporter": "",
   "pygments_lexer": "",
   "version": "go1.26"
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
		n, err := Read(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := n.Write(path); err != nil {
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
