package safetensors

import (
	"bufio"
	"bytes"

	"convnet.example/lesson/say"
)

// A kind is one of files that people take for safetensors files: how they start, what they
// are, and what to do with them.
type kind struct{ start, is, advice string }

func otherKinds() []kind {
	saveAgain := say.Text(
		`in Python, safetensors.torch.save_file(torch.load("FILE", map_location="cpu"), "weights.safetensors") makes one of a state_dict`,
		`在 Python 里用 safetensors.torch.save_file(torch.load("FILE", map_location="cpu"), "weights.safetensors")，就能由 state_dict 得到一个`)
	page := say.Text("a web page", "网页")
	download := say.Text("download the file itself, often by a link called raw or download",
		"请下载文件本身，链接往往叫 raw 或 download")
	return []kind{
		{"PK\x03\x04", say.Text("a zip archive, as torch.save writes (.pth, .pt)", "torch.save 写的 zip 包（.pth、.pt）"), saveAgain},
		{"\x80\x02", say.Text("a pickle, as old versions of torch.save wrote (.pth, .pt)", "旧版 torch.save 写的 pickle（.pth、.pt）"), saveAgain},
		{"version https://git-lfs", say.Text("a Git LFS pointer, not the file that it stands for", "Git LFS 的指针，不是它所指的文件"),
			say.Text("run git lfs pull where it came from", "请在它的仓库里运行 git lfs pull")},
		{"<!DOCTYPE", page, download},
		{"<html", page, download},
		{"\x1f\x8b", say.Text("gzip'd", "gzip 压缩过的文件"), say.Text("gunzip it first", "请先用 gunzip 解压")},
	}
}

// otherKind returns an error that says what a file is, if it is one of another kind. It
// reads nothing away.
func otherKind(r *bufio.Reader) error {
	start, _ := r.Peek(64) // fewer bytes at the end of the file
	if len(start) > 8 && start[8] == '{' {
		return nil // the first eight bytes are a length, whatever they look like
	}
	start = bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(start, []byte("\ufeff"))))
	for _, k := range otherKinds() {
		if bytes.HasPrefix(start, bytes.ToLower([]byte(k.start))) {
			return say.Errorf("not a safetensors file but %s: %s",
				"不是 safetensors 文件，而是 %s：%s", k.is, k.advice)
		}
	}
	return nil
}
