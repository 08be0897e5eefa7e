package download

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

// bar shows how much is there.
func (d *download) bar(p part, start, length int64) *progressbar.ProgressBar {
	end := start + length
	if length < 0 {
		end = -1 // unknown
	}
	bar := progressbar.NewOptions64(end,
		progressbar.OptionSetWriter(d.progress),
		progressbar.OptionSetDescription(p.file.Name),
		progressbar.OptionShowBytes(true),
		progressbar.OptionSetWidth(10), // the line fits 80 columns
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetSpinnerChangeInterval(0),
		progressbar.OptionClearOnFinish())
	bar.Add64(start)
	return bar
}
