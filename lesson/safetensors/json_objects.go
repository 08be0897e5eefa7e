package safetensors

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// members returns the keys and values of a JSON object. A key that comes twice is an
// error, which encoding/json by itself lets pass.
func members(raw []byte) (map[string]json.RawMessage, error) {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(raw, &object); err != nil {
		return nil, err
	}
	if object == nil {
		return nil, errors.New("null is not an object")
	}
	seen := make(map[string]bool, len(object))
	// No errors below: the JSON has been checked.
	d := json.NewDecoder(bytes.NewReader(raw))
	for d.Token(); d.More(); {
		key, _ := d.Token()
		name, _ := key.(string)
		if seen[name] {
			return nil, fmt.Errorf("%q comes twice", name)
		}
		seen[name] = true
		var value json.RawMessage
		d.Decode(&value)
	}
	return object, nil
}

// stringMembers returns the keys and values of a JSON object of strings.
func stringMembers(raw []byte) (map[string]string, error) {
	object, err := members(raw)
	if err != nil {
		return nil, err
	}
	metadata := make(map[string]string, len(object))
	for key, value := range object {
		var text *string // stays nil for null
		if err := json.Unmarshal(value, &text); err != nil || text == nil {
			return nil, fmt.Errorf("%q is %.80s", key, value)
		}
		metadata[key] = *text
	}
	return metadata, nil
}

// integers returns a JSON array of integers.
func integers(raw []byte) ([]int, error) {
	var pointers []*int // stay nil for null
	if err := json.Unmarshal(raw, &pointers); err != nil {
		return nil, fmt.Errorf("%.80q is not an array of integers that fit", raw)
	}
	if pointers == nil || slices.Contains(pointers, nil) {
		return nil, fmt.Errorf("%.80s is not an array of integers", raw)
	}
	values := make([]int, len(pointers))
	for i, p := range pointers {
		values[i] = *p
	}
	return values, nil
}
