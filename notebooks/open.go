package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
)

// open opens the course and waits until the reader has enough of it.
func (o *options) open(ctx context.Context, e *environment) error {
	s, err := e.serve(ctx, site{folder: e.root, lang: o.lang, port: o.port})
	if err != nil {
		return interrupted(ctx, err)
	}
	defer s.stop()
	url := s.url("lab/tree/notebooks/" + o.lang)
	fmt.Println(o.say("The course is open at", "课程已打开，地址："))
	fmt.Println(" ", url)
	fmt.Println(o.say("Ctrl-C ends it.", "按 Ctrl-C 结束。"))
	if !o.noBrowser && openBrowser(url) != nil {
		fmt.Println(o.say("No browser could be started: open the address in yours.", "没能自动启动浏览器，请手动打开上面的地址。"))
	}
	select {
	case <-ctx.Done():
		fmt.Println(o.say("Closing the course …", "正在关闭……"))
		return nil
	case <-s.ended: // by File > Shut Down
		fmt.Println(o.say("JupyterLab has ended.", "JupyterLab 已退出。"))
		return nil
	}
}

// openBrowser shows the page in the user's browser.
func openBrowser(url string) error {
	program := "xdg-open"
	switch {
	case runtime.GOOS == "darwin":
		program = "open"
	case os.Getenv("WSL_DISTRO_NAME") != "" && found("wslview"):
		program = "wslview"
	case os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "":
		return fmt.Errorf("there is no screen")
	}
	cmd := exec.Command(program, url)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait()
	return nil
}
