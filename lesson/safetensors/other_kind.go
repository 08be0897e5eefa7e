package safetensors

import (
	"bufio"
	"bytes"
	"fmt"
)

// otherKinds are files that people take for safetensors files, and what to do with them.
var otherKinds = []struct{ start, is, advice string }{
	{"PK\x03\x04", "a zip archive, as torch.save writes (.pth, .pt)", saveAgain},
	{"\x80\x02", "a pickle, as old versions of torch.save wrote (.pth, .pt)", saveAgain},
	{"version https://git-lfs", "a Git LFS pointer, not the file that it stands for", "run git lfs pull where it came from"},
	{"<!DOCTYPE", "a web page", download},
	{"<html", "a web page", download},
	{"\x1f\x8b", "gzip'd", "gunzip it first"},
}

const (
	saveAgain = `in Python, safetensors.torch.save_file(torch.load("FILE", map_location="cpu"), "weights.safetensors") makes one of a state_dict`
	download  = "download the file itself, often by a link called raw or download"
)

// otherKind returns an error that says what a file is, if it is one of another kind. It
// reads nothing away.
func otherKind(r *bufio.Reader) error {
	start, _ := r.Peek(64) // fewer bytes at the end of the file
	if len(start) > 8 && start[8] == '{' {
		return nil // the first eight bytes are a length, whatever they look like
	}
	start = bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(start, []byte("\ufeff"))))
	for _, k := range otherKinds {
		if bytes.HasPrefix(start, bytes.ToLower([]byte(k.start))) {
			return fmt.Errorf("not a safetensors file but %s: %s", k.is, k.advice)
		}
	}
	return nil
}
