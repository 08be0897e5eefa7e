package main

import (
	"os"
	"path/filepath"
	"strings"

	"convnet.example/lesson/say"
	"github.com/gomlx/go-xla/installer"
)

// forgetBroken removes the downloads that are not to be trusted after err from the
// installer's cache, and returns err with a word on them. The installer takes every file
// in its cache for good, so that one bad download would make each later try fail. What it
// has checked stays: after a broken connection, 3 GB need not start again from nothing.
func forgetBroken(err error) error {
	folder, _, cacheErr := installer.GetCachePath("")
	if cacheErr != nil {
		return err
	}
	files, cacheErr := os.ReadDir(folder)
	if cacheErr != nil {
		return err
	}
	for _, f := range files {
		path := filepath.Join(folder, f.Name())
		switch ext := filepath.Ext(path); {
		case ext == ".tmp": // a download that broke off
			os.Remove(path)
		case ext == ".gz", ext == ".zip", // from GitHub: not checked again since it came
			strings.Contains(err.Error(), path): // found bad just now
			if os.Remove(path) == nil {
				err = say.Errorf("%w\nThe download %s is thrown away: run this again, and if the same happens, see whether a proxy or a log-in page answers for the server",
					"%w\n下载的 %s 已经丢弃：请再运行一次；如果还是这样，看看是不是有代理或登录页面在替服务器回答", err, f.Name())
			}
		}
	}
	return err
}
