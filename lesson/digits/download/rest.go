package download

import (
	"os"
	"time"

	"convnet.example/lesson/say"
)

// rest is how long mirrors that were silent are left alone: each cell of a notebook is a
// program of its own, and would wait for them again.
const rest = 5 * time.Minute

// silent is a file that was made when a download last waited for nothing.
func (d *Downloader) silent() string { return d.Dir + ".silent" }

// Resting returns an error if a download has waited for nothing, a short time ago.
func (d *Downloader) Resting() error {
	info, err := os.Stat(d.silent())
	if err != nil {
		return nil
	}
	at := info.ModTime()
	if age := time.Since(at); age < 0 || age > rest {
		return nil
	}
	return say.Errorf("no mirror answered at %s, and until %s none is asked again; \"mnist\" in place of \"auto\" asks at once",
		"%s 时没有镜像站应答，%s 之前不再尝试；把 \"auto\" 换成 \"mnist\" 可以马上再试", at.Format("15:04:05"), at.Add(rest).Format("15:04:05"))
}

// remember keeps beside the folder whether a download, which got so many bytes, has waited
// for nothing. Where that cannot be kept, the next one waits again.
func (d *Downloader) remember(err error, took time.Duration, got int64) {
	switch {
	case err == nil:
		os.Remove(d.silent())
	case took >= d.answer && got <= 0:
		if f, err := os.Create(d.silent()); err == nil {
			f.Close()
		}
	}
}
