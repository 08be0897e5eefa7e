package main

import (
	"io"
	"strings"
	"testing"
)

// Without -lang the course is in the reader's language.
func TestLanguage(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		t.Setenv("COURSE_LANG", lang)
		if o, err := parse(nil, io.Discard); err != nil || o.lang != lang {
			t.Errorf("%s: got %+v, %v", lang, o, err)
		}
	}
}

func TestWrongFlags(t *testing.T) {
	t.Setenv("COURSE_LANG", "en")
	for args, want := range map[string]string{
		"-lang de":      "English (en) and Chinese (zh)",
		"-port 70000":   "a number from 1 to 65535",
		"-run -doctor":  "choose one",
		"02":            "no flag",
		"-browser":      "-h lists the flags",
		"-run -html x":  "choose one",
		"-port x":       "invalid value",
		"-prepare 02-x": "no flag",
	} {
		if _, err := parse(strings.Fields(args), io.Discard); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got error %v, want one with %q", args, err, want)
		}
	}
	if o, err := parse(strings.Fields("-run 02-convolution.ipynb 09"), io.Discard); err != nil || strings.Join(o.names, " ") != "02-convolution 09" {
		t.Errorf("got %+v, %v", o, err)
	}
}
