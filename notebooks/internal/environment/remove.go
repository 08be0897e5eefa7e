package environment

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"

	"convnet.example/lesson/say"
)

// removeForGood removes a folder, and waits until it stays away: what a killed launcher had
// started, such as venv's pip, goes on writing into it for some seconds.
func removeForGood(ctx context.Context, folder string) error {
	const pause, limit = time.Second / 4, time.Minute
	for began := time.Now(); ; {
		if _, err := os.Lstat(folder); errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err := os.RemoveAll(folder); err != nil && !errors.Is(err, fs.ErrExist) { // not only filled again meanwhile
			return err
		}
		if time.Since(began) > limit {
			return say.Errorf("another program keeps writing into %s.\nNext: end it, and start again", "另一个程序一直在往 %s 里写。\n怎么办：先停掉它，再启动", folder)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}
