package ipynb

import (
	"encoding/json"
	"fmt"
)

// The three forms of an output in the file, their fields by name.
type (
	streamJSON struct {
		Name string `json:"name"`
		Type string `json:"output_type"`
		Text Lines  `json:"text"`
	}
	displayJSON struct {
		Data     MimeBundle     `json:"data"`
		Metadata map[string]any `json:"metadata"`
		Type     string         `json:"output_type"`
	}
	errorJSON struct {
		EName     string   `json:"ename"`
		EValue    string   `json:"evalue"`
		Type      string   `json:"output_type"`
		Traceback []string `json:"traceback"`
	}
)

// MarshalJSON writes the fields that this type of output has.
func (o Output) MarshalJSON() ([]byte, error) {
	switch o.Type {
	case "stream":
		return Encode(streamJSON{o.Name, o.Type, o.Text}, "")
	case "display_data":
		if o.Metadata == nil {
			o.Metadata = map[string]any{}
		}
		return Encode(displayJSON{o.Data, o.Metadata, o.Type}, "")
	case "error":
		if o.Traceback == nil {
			o.Traceback = []string{}
		}
		return Encode(errorJSON{o.EName, o.EValue, o.Type, o.Traceback}, "")
	}
	return nil, fmt.Errorf("a cell has an output of type %q, which the course does not use", o.Type)
}

// UnmarshalJSON reads an output of any type.
func (o *Output) UnmarshalJSON(b []byte) error {
	var all struct {
		streamJSON
		Data      MimeBundle     `json:"data"`
		Metadata  map[string]any `json:"metadata"`
		EName     string         `json:"ename"`
		EValue    string         `json:"evalue"`
		Traceback []string       `json:"traceback"`
	}
	err := json.Unmarshal(b, &all)
	*o = Output{all.Type, all.Name, all.Text, all.Data, all.Metadata, all.EName, all.EValue, all.Traceback}
	return err
}
