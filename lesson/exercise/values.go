package exercise

import (
	"fmt"
	"math"
	"reflect"
	"strings"
)

// tolerance is how far a float may be from the number that is expected, relative to it
// where it is larger than 1.
const tolerance = 1e-6

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

// brief leaves of a text what fits on a page: a solution may give anything.
func brief(text string) string {
	const most = 600
	if len(text) > most {
		return strings.ToValidUTF8(text[:most], "") + " …"
	}
	return text
}

// show writes a value as the notebooks write it: floats with up to six digits, and the first
// hundred of a list.
func show(v any) string {
	value := reflect.ValueOf(v)
	switch value.Kind() {
	case reflect.Slice, reflect.Array:
		var parts []string
		for i := range min(value.Len(), 100) {
			parts = append(parts, show(value.Index(i).Interface()))
		}
		if value.Len() > 100 {
			parts = append(parts, "…")
		}
		return "[" + strings.Join(parts, " ") + "]"
	case reflect.Float32, reflect.Float64:
		return fmt.Sprintf("%.6g", value.Float())
	case reflect.String:
		return fmt.Sprintf("%q", v)
	}
	return fmt.Sprint(v)
}
