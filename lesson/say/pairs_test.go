package say

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// What is said in both languages takes the same arguments in both, and is in them.
func TestPairs(t *testing.T) {
	pairs := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if en, zh, ok := pair(n); ok {
				pairs++
				if at := files.Position(n.Pos()); !maps.Equal(verbs(en), verbs(zh)) {
					t.Errorf("%s: %q and %q take other arguments", at, en, zh)
				} else if hasChinese(en) || !hasChinese(zh) {
					t.Errorf("%s: %q or %q is in the other language", at, en, zh)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || pairs < 150 {
		t.Errorf("%d pairs, %v", pairs, err)
	}
}

// pair returns the texts of a call of Text or Errorf.
func pair(n ast.Node) (en, zh string, ok bool) {
	call, isCall := n.(*ast.CallExpr)
	if !isCall || len(call.Args) < 2 {
		return "", "", false
	}
	f, isSelector := call.Fun.(*ast.SelectorExpr)
	if !isSelector || f.Sel.Name != "Text" && f.Sel.Name != "Errorf" {
		return "", "", false
	}
	if room, isName := f.X.(*ast.Ident); !isName || room.Name != "say" {
		return "", "", false
	}
	en, ok = literal(call.Args[0])
	zh, also := literal(call.Args[1])
	return en, zh, ok && also
}

func literal(e ast.Expr) (string, bool) {
	if sum, ok := e.(*ast.BinaryExpr); ok {
		left, ok1 := literal(sum.X)
		right, ok2 := literal(sum.Y)
		return left + right, ok1 && ok2
	}
	if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
		s, err := strconv.Unquote(l.Value)
		return s, err == nil
	}
	return "", false
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?([-+# 0]*\d*(?:\.\d+)?[a-zA-Z])`)

// verbs returns what a format does with its first argument, its second, and so on.
func verbs(format string) map[string]string {
	list, next := map[string]string{}, 1
	for _, v := range verb.FindAllStringSubmatch(strings.ReplaceAll(format, "%%", ""), -1) {
		argument := v[1]
		if argument == "" {
			argument = strconv.Itoa(next)
			next++
		}
		list[argument] = v[2]
	}
	return list
}

// hasChinese tells whether a text has Chinese letters or marks.
func hasChinese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r > 0x2E7F })
}
