package kernel

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"testing"

	"convnet.example/notebooks/internal/ipynb"
)

func printed(s string) ipynb.Output {
	return ipynb.Output{Type: "stream", Name: "stdout", Text: ipynb.Lines(s)}
}

func picture(shade uint8) ipynb.Output {
	p := image.NewGray(image.Rect(0, 0, 2, 2))
	p.SetGray(1, 1, color.Gray{shade})
	var b bytes.Buffer
	png.Encode(&b, p)
	return ipynb.Output{Type: "display_data", Data: ipynb.MimeBundle{"image/png": base64.StdEncoding.EncodeToString(b.Bytes()), "text/plain": "a picture"}}
}

func broken(said string) ipynb.Output {
	return ipynb.Output{Type: "error", EName: "ERROR", EValue: said}
}

func TestCompare(t *testing.T) {
	for name, test := range map[string]struct {
		tags      []string
		got, want []ipynb.Output
		mnist     bool
		same      bool
	}{
		"the same":               {nil, []ipynb.Output{printed("211\n")}, []ipynb.Output{printed("211\n")}, true, true},
		"another number":         {nil, []ipynb.Output{printed("211\n")}, []ipynb.Output{printed("212\n")}, true, false},
		"any order":              {nil, []ipynb.Output{picture(9), printed("a")}, []ipynb.Output{printed("a"), picture(9)}, true, true},
		"another pixel":          {nil, []ipynb.Output{picture(9)}, []ipynb.Output{picture(8)}, true, false},
		"no picture":             {nil, nil, []ipynb.Output{picture(8)}, true, false},
		"no picture, training":   {[]string{"training"}, nil, []ipynb.Output{picture(8)}, true, false},
		"another curve":          {[]string{"training"}, []ipynb.Output{picture(9)}, []ipynb.Output{picture(8)}, true, true},
		"a loss":                 {[]string{"training"}, []ipynb.Output{printed("[1,   300] loss: 0.700\n")}, []ipynb.Output{printed("[1,   300] loss: 0.644\n")}, true, true},
		"a bad loss":             {[]string{"training"}, []ipynb.Output{printed("[1,   300] loss: 2.300\n")}, []ipynb.Output{printed("[1,   300] loss: 0.644\n")}, true, false},
		"a small loss":           {[]string{"training"}, []ipynb.Output{printed("loss: 0.061\n")}, []ipynb.Output{printed("loss: 0.020\n")}, true, true},
		"an accuracy":            {[]string{"training"}, []ipynb.Output{printed("97 % (9701/10000)")}, []ipynb.Output{printed("96 % (9631/10000)")}, true, true},
		"a bad accuracy":         {[]string{"training"}, []ipynb.Output{printed("96 % (9401/10000)")}, []ipynb.Output{printed("96 % (9631/10000)")}, true, false},
		"a bad percentage":       {[]string{"training"}, []ipynb.Output{printed("94 %")}, []ipynb.Output{printed("96 %")}, true, false},
		"other words":            {[]string{"training"}, []ipynb.Output{printed("lost: 1")}, []ipynb.Output{printed("loss: 1")}, true, false},
		"training without MNIST": {[]string{"training"}, []ipynb.Output{printed("1")}, []ipynb.Output{printed("9")}, false, true},
		"MNIST without MNIST":    {[]string{"mnist"}, []ipynb.Output{printed("1")}, []ipynb.Output{printed("9")}, false, true},
		"plain without MNIST":    {nil, []ipynb.Output{printed("1")}, []ipynb.Output{printed("9")}, false, false},
		"time":                   {[]string{"time"}, []ipynb.Output{printed("1 s")}, []ipynb.Output{printed("9 s")}, true, true},
		"the same failure":       {[]string{"fails"}, []ipynb.Output{broken("# cell\n./main.go:3: no")}, []ipynb.Output{broken("# cell\n./main.go:3: no")}, true, true},
		"another failure":        {[]string{"fails"}, []ipynb.Output{broken("# cell\n./main.go:3: no")}, []ipynb.Output{broken("# cell\n./main.go:3: but")}, true, false},
	} {
		c := ipynb.Cell{Type: "code", Metadata: ipynb.CellMetadata{Tags: test.tags}}
		if d := compare(c, test.got, test.want, test.mnist); (d == "") != test.same {
			t.Errorf("%s: got difference %q, want them to be the same: %v", name, d, test.same)
		}
	}
}
