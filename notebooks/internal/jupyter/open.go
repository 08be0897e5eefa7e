package jupyter

import (
	"context"
	"fmt"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/environment"
)

// Open opens the course and waits until the reader has enough of it.
func Open(ctx context.Context, e *environment.Environment, lang string, port int, noBrowser bool) error {
	s, err := Serve(ctx, e, Site{Folder: e.Root, Lang: lang, port: port})
	if err != nil {
		return err
	}
	defer s.Stop()
	url := s.URL("lab/tree/notebooks/" + lang + "/00-start.ipynb")
	fmt.Println(say.Text("The course is open at", "课程已打开，地址："))
	fmt.Println(" ", url)
	fmt.Println(say.Text("Ctrl-C ends it.", "按 Ctrl-C 结束。"))
	if !noBrowser && openBrowser(url) != nil {
		fmt.Println(say.Text("No browser could be started: open the address in yours.", "没能自动启动浏览器，请手动打开上面的地址。"))
	}
	select {
	case <-ctx.Done():
		fmt.Println(say.Text("Closing the course ...", "正在关闭……"))
		return nil
	case <-s.ended: // by File > Shut Down
		fmt.Println(say.Text("JupyterLab has ended.", "JupyterLab 已退出。"))
		return nil
	}
}
