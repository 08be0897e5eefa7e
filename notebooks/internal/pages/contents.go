package pages

import (
	"fmt"
	"slices"
	"strings"

	"convnet.example/notebooks/internal/course"
	"convnet.example/notebooks/internal/ipynb"
)

// pages returns the pages of the lessons of every language, their indexes, and the site's.
func (s *site) pages(lessons map[string][]*lesson) (all []*page) {
	for lang, list := range lessons {
		for i := range list {
			all = append(all, lessonPage(lang, list, i, lessons[other(lang)]))
		}
		all = append(all, indexPage(lang, lang+"/", "", list))
	}
	return append(all, indexPage(s.lang, "", s.lang+"/", lessons[s.lang]))
}

// lessonPage is the page of list[i]. twins are the lessons of the other language.
func lessonPage(lang string, list []*lesson, i int, twins []*lesson) *page {
	l := list[i]
	p := &page{Lang: lang, Title: plain(l.title), Root: "../", Index: "index.html", name: lang + "/" + l.name, live: l.live, notebook: l.notebook}
	if i > 0 {
		p.Previous = newLink(list[i-1])
	}
	if i+1 < len(list) {
		p.Next = newLink(list[i+1])
	}
	if slices.ContainsFunc(twins, func(twin *lesson) bool { return twin.name == l.name }) {
		p.Other = otherLink(other(lang), "../"+other(lang)+"/"+l.name+".html")
	}
	return p
}

// indexPage is an index in a folder of the site, from which prefix leads to the lessons.
func indexPage(lang, folder, prefix string, list []*lesson) *page {
	root := ""
	if folder != "" {
		root = "../"
	}
	return &page{Lang: lang, Root: root, Other: otherLink(other(lang), root+other(lang)+"/index.html"),
		name: folder + "index", notebook: contents(lang, prefix, list)}
}

// contents is the index as a notebook, so that titles and sentences become HTML as the
// lessons do.
func contents(lang, prefix string, list []*lesson) *ipynb.Notebook {
	var text strings.Builder
	fmt.Fprintf(&text, "# %s\n\n%s\n\n%s\n\n", siteTitle(lang), course.Say(lang,
		"A notebook course that follows 刘二大人's PyTorch lecture on convolutional networks, from one convolution worked by hand to a network that reads handwritten digits.",
		"这门课程用笔记本的形式，跟着刘二大人的 PyTorch 视频课学卷积神经网络：从手算一次卷积开始，到训练出一个能识别手写数字的网络为止。"),
		howToRun(lang))
	for _, l := range list {
		fmt.Fprintf(&text, "- [%s](%s.ipynb)\n\n  %s\n\n", l.title, prefix+l.name, l.sentence)
	}
	return &ipynb.Notebook{Cells: []ipynb.Cell{{Type: "markdown", ID: "contents", Source: ipynb.Lines(text.String())}}}
}
