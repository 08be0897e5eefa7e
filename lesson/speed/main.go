// Command speed compares lesson/train with PyTorch on this machine and prints a table
// in Markdown:
//
//	MNIST_DIR=… go run ./lesson/speed
//
// Every program trains the lecture's network on MNIST for three epochs. The whole program
// counts all of it, with start-up, compilation and tests; a step is what the program says of
// its training alone. The programs alternate, and medians count, so that a busy minute spoils
// one run and not a row. Nothing else should run meanwhile.
package main

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"time"

	"convnet.example/lesson/say"
)

func main() {
	say.In(say.Reader())
	python := flag.String("python", "python3", say.Text(
		"Python with torch and torchvision; without it there are no ratios",
		"装有 torch 和 torchvision 的 Python；没有它就算不出比值"))
	runs := flag.Int("runs", 3, say.Text("times to run each program; medians count", "每个程序运行几遍，取中位数"))
	flag.Parse()
	if err := compare(*python, *runs); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
}

func compare(python string, runs int) error {
	if runs < 1 {
		return say.Errorf("-runs %d: run each program at least once",
			"-runs %d：每个程序至少运行一遍", runs)
	}
	folder, err := os.MkdirTemp("", "speed")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	programs, err := present(folder, python)
	if err != nil {
		return err
	}
	for run := range runs {
		for i := range programs {
			fmt.Fprintf(os.Stderr, say.Text("run %d of %d: %s\n", "第 %d 遍，共 %d 遍：%s\n"), run+1, runs, programs[i].name)
			if err := programs[i].time(); err != nil {
				return err
			}
		}
	}
	fmt.Print(table(machine(), programs))
	return nil
}

var stepTime = regexp.MustCompile(`([\d.]+) ms a step`)

// time runs the program, and notes how long it takes, and a step of it.
func (p *program) time() error {
	cmd := p.command()
	start := time.Now()
	out, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", p.name, err, out)
	}
	p.whole = append(p.whole, time.Since(start).Seconds())
	m := stepTime.FindSubmatch(out)
	if m == nil {
		return fmt.Errorf("%s does not say how long a step takes:\n%s", p.name, out)
	}
	step, err := strconv.ParseFloat(string(m[1]), 64)
	p.step = append(p.step, step)
	return err
}
