package say

import (
	"errors"
	"testing"
)

func TestReader(t *testing.T) {
	for _, test := range []struct{ course, folder, all, messages, lang, want string }{
		{want: "en"},
		{lang: "zh_CN.UTF-8", want: "zh"},
		{lang: "C.UTF-8", want: "en"},
		{messages: "en_GB.UTF-8", lang: "zh_CN.UTF-8", want: "en"},
		{all: "zh_TW.UTF-8", messages: "en_GB.UTF-8", lang: "de_DE.UTF-8", want: "zh"},
		{folder: "/course/notebooks/zh", lang: "en_GB.UTF-8", want: "zh"},
		{folder: "/tmp/mine", lang: "zh_CN.UTF-8", want: "zh"},
		{course: "en", folder: "/course/notebooks/zh", lang: "zh_CN.UTF-8", want: "en"},
	} {
		t.Setenv("COURSE_LANG", test.course)
		t.Setenv("GONB_DIR", test.folder)
		t.Setenv("LC_ALL", test.all)
		t.Setenv("LC_MESSAGES", test.messages)
		t.Setenv("LANG", test.lang)
		if got := Reader(); got != test.want {
			t.Errorf("%+v: %s", test, got)
		}
	}
}

// A terminal that cannot show Chinese gets English.
func TestIn(t *testing.T) {
	defer In("en")
	t.Setenv("LC_CTYPE", "")
	cause := errors.New("cause")
	for _, test := range []struct{ lang, locale, want string }{
		{"zh", "zh_CN.UTF-8", "页 3：cause"},
		{"zh", "C", "page 3: cause"},
		{"en", "zh_CN.UTF-8", "page 3: cause"},
	} {
		t.Setenv("LC_ALL", test.locale)
		In(test.lang)
		err := Errorf("page %d: %w", "页 %d：%w", 3, cause)
		if err.Error() != test.want || !errors.Is(err, cause) {
			t.Errorf("%+v: %v", test, err)
		}
	}
}
