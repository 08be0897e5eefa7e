package main

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"convnet.example/lesson/say"
	"convnet.example/notebooks/internal/environment"
)

// options are the flags.
type options struct {
	lang                         string
	port                         int
	noBrowser                    bool
	run, update, doctor, prepare bool
	grade                        bool
	html                         string
	names                        []string // of notebooks; none: all
}

const usage = `Open the course in JupyterLab.

usage: go run ./notebooks [flags] [notebook...]

  -lang en|zh    language of the notebooks (default: the system's)
  -port N        port of JupyterLab (default: the first free one from 8888)
  -no-browser    print the address only
  -run           execute the notebooks, all or those named, and print a table
  -update        the same, and write the outputs into both languages
  -grade         execute the files named, which learners handed in, and print a CSV:
                 learner (the file's folder), exercise, passed, attempts, notebook
  -html DIR      write the notebooks as web pages, in both languages
  -doctor        say what is there, what is missing, and what to do; changes nothing
  -prepare       make the environment and stop: for images, or before going offline

The environment is a folder in your cache; deleting it is safe:
  %s
`

const usageZH = `用 JupyterLab 打开课程。

用法：go run ./notebooks [选项] [笔记本...]

  -lang en|zh    笔记本的语言（默认随系统）
  -port N        JupyterLab 的端口（默认从 8888 起第一个空闲的）
  -no-browser    只显示地址，不打开浏览器
  -run           运行笔记本（全部，或写出的几个），列表显示结果
  -update        同上，并把输出写回两种语言的笔记本
  -grade         运行后面写出的、学生交来的笔记本文件，打印一张 CSV 表：
                 学生（文件所在的文件夹）、练习、是否通过、次数、笔记本
  -html DIR      把两种语言的笔记本导出成网页
  -doctor        检查环境：有什么、缺什么、怎么办；不做任何改动
  -prepare       只建环境：制作镜像或断网之前用

环境是缓存里的一个文件夹，随时可以删除：
  %s
`

// parse reads the flags. What is wrong with one of them is found here, before anything
// is made.
func parse(args []string, help io.Writer) (*options, error) {
	o := &options{}
	flags := flag.NewFlagSet("notebooks", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.lang, "lang", say.Reader(), "")
	flags.IntVar(&o.port, "port", 0, "")
	flags.BoolVar(&o.noBrowser, "no-browser", false, "")
	flags.BoolVar(&o.run, "run", false, "")
	flags.BoolVar(&o.update, "update", false, "")
	flags.BoolVar(&o.grade, "grade", false, "")
	flags.StringVar(&o.html, "html", "", "")
	flags.BoolVar(&o.doctor, "doctor", false, "")
	flags.BoolVar(&o.prepare, "prepare", false, "")
	if err := flags.Parse(args); err == flag.ErrHelp {
		cache, _ := environment.CacheFolder()
		say.In(o.lang)
		fmt.Fprintf(help, say.Text(usage, usageZH), cache)
		return nil, err
	} else if err != nil {
		return nil, say.Errorf("%w (-h lists the flags)", "%w（用 -h 查看全部选项）", err)
	}
	say.In(o.lang)
	for _, name := range flags.Args() {
		if !o.grade {
			name = strings.TrimSuffix(name, ".ipynb")
		}
		o.names = append(o.names, name)
	}
	return o, o.check()
}

func (o *options) check() error {
	jobs := 0
	for _, job := range []bool{o.run, o.update, o.grade, o.html != "", o.doctor, o.prepare} {
		if job {
			jobs++
		}
	}
	switch {
	case o.lang != "en" && o.lang != "zh":
		return say.Errorf("-lang %q: the course is in English (en) and Chinese (zh)", "-lang %q：课程有英文（en）和中文（zh）两种", o.lang)
	case o.port < 0 || o.port > 65535:
		return say.Errorf("-port %d: a port is a number from 1 to 65535", "-port %d：端口是 1 到 65535 之间的数", o.port)
	case jobs > 1:
		return say.Errorf("-run, -update, -grade, -html, -doctor and -prepare are one job each: choose one", "-run、-update、-grade、-html、-doctor、-prepare 各做一件事：请只选一个")
	case o.grade && len(o.names) == 0:
		return say.Errorf("-grade: name the files that learners handed in, such as */02-convolution.ipynb", "-grade：写出学生交来的文件，例如 */02-convolution.ipynb")
	case len(o.names) > 0 && !o.run && !o.update && !o.grade && o.html == "":
		return say.Errorf("%q is no flag (-h lists them); notebooks are named after -run, -update, -grade or -html",
			"%q 不是选项（用 -h 查看）；只有 -run、-update、-grade、-html 后面可以写笔记本的名字", o.names[0])
	}
	return nil
}
