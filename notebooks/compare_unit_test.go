package main

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"testing"
)

func printed(s string) output { return output{Type: "stream", Name: "stdout", Text: lines(s)} }

func picture(shade uint8) output {
	p := image.NewGray(image.Rect(0, 0, 2, 2))
	p.SetGray(1, 1, color.Gray{shade})
	var b bytes.Buffer
	png.Encode(&b, p)
	return output{Type: "display_data", Data: mimeBundle{"image/png": base64.StdEncoding.EncodeToString(b.Bytes()), "text/plain": "a picture"}}
}

func broken(said string) output { return output{Type: "error", EName: "ERROR", EValue: said} }

func TestCompare(t *testing.T) {
	for name, test := range map[string]struct {
		tags      []string
		got, want []output
		mnist     bool
		same      bool
	}{
		"the same":               {nil, []output{printed("211\n")}, []output{printed("211\n")}, true, true},
		"another number":         {nil, []output{printed("211\n")}, []output{printed("212\n")}, true, false},
		"any order":              {nil, []output{picture(9), printed("a")}, []output{printed("a"), picture(9)}, true, true},
		"another pixel":          {nil, []output{picture(9)}, []output{picture(8)}, true, false},
		"no picture":             {nil, nil, []output{picture(8)}, true, false},
		"no picture, training":   {[]string{"training"}, nil, []output{picture(8)}, true, false},
		"another curve":          {[]string{"training"}, []output{picture(9)}, []output{picture(8)}, true, true},
		"a loss":                 {[]string{"training"}, []output{printed("[1,   300] loss: 0.700\n")}, []output{printed("[1,   300] loss: 0.644\n")}, true, true},
		"a bad loss":             {[]string{"training"}, []output{printed("[1,   300] loss: 2.300\n")}, []output{printed("[1,   300] loss: 0.644\n")}, true, false},
		"a small loss":           {[]string{"training"}, []output{printed("loss: 0.061\n")}, []output{printed("loss: 0.020\n")}, true, true},
		"an accuracy":            {[]string{"training"}, []output{printed("97 % (9701/10000)")}, []output{printed("96 % (9631/10000)")}, true, true},
		"a bad accuracy":         {[]string{"training"}, []output{printed("96 % (9401/10000)")}, []output{printed("96 % (9631/10000)")}, true, false},
		"a bad percentage":       {[]string{"training"}, []output{printed("94 %")}, []output{printed("96 %")}, true, false},
		"other words":            {[]string{"training"}, []output{printed("lost: 1")}, []output{printed("loss: 1")}, true, false},
		"training without MNIST": {[]string{"training"}, []output{printed("1")}, []output{printed("9")}, false, true},
		"MNIST without MNIST":    {[]string{"mnist"}, []output{printed("1")}, []output{printed("9")}, false, true},
		"plain without MNIST":    {nil, []output{printed("1")}, []output{printed("9")}, false, false},
		"time":                   {[]string{"time"}, []output{printed("1 s")}, []output{printed("9 s")}, true, true},
		"the same failure":       {[]string{"fails"}, []output{broken("# cell\n./main.go:3: no")}, []output{broken("# cell\n./main.go:3: no")}, true, true},
		"another failure":        {[]string{"fails"}, []output{broken("# cell\n./main.go:3: no")}, []output{broken("# cell\n./main.go:3: but")}, true, false},
	} {
		c := cell{Type: "code", Metadata: cellMetadata{test.tags}}
		if d := compare(c, test.got, test.want, test.mnist); (d == "") != test.same {
			t.Errorf("%s: got difference %q, want them to be the same: %v", name, d, test.same)
		}
	}
}
