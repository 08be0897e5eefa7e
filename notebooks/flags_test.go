package main

import (
	"io"
	"strings"
	"testing"
)

func TestLanguageOfTheSystem(t *testing.T) {
	for _, test := range []struct{ all, messages, lang, want string }{
		{"", "", "", "en"},
		{"", "", "zh_CN.UTF-8", "zh"},
		{"", "", "C.UTF-8", "en"},
		{"", "en_GB.UTF-8", "zh_CN.UTF-8", "en"},
		{"zh_TW.UTF-8", "en_GB.UTF-8", "de_DE.UTF-8", "zh"},
	} {
		t.Setenv("LC_ALL", test.all)
		t.Setenv("LC_MESSAGES", test.messages)
		t.Setenv("LANG", test.lang)
		if o, err := parse(nil, io.Discard); err != nil || o.lang != test.want {
			t.Errorf("%+v: got %+v, %v", test, o, err)
		}
	}
}

func TestWrongFlags(t *testing.T) {
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
