package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
)

// table is Markdown: times, and their ratio to what they are compared with.
func table(machine string, programs []program) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| %s | a step | of the fastest PyTorch's | three epochs, whole program | of the lecture's |\n", machine)
	b.WriteString("|---|---|---|---|---|\n")
	whole, step := 0.0, 0.0
	for _, p := range programs {
		switch p.name {
		case lecture:
			whole = median(p.whole)
		case fastest:
			step = median(p.step)
		}
	}
	for _, p := range programs {
		w, s := median(p.whole), median(p.step)
		fmt.Fprintf(&b, "| %s | %.2f ms | %s | %.1f s | %s |\n", p.name, s, ratio(s, step), w, ratio(w, whole))
	}
	return b.String()
}

func ratio(time, of float64) string {
	if of == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", time/of)
}

func median(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	n := len(list)
	return (list[(n-1)/2] + list[n/2]) / 2
}

// machine names the processor and its cores.
func machine() string {
	name := runtime.GOARCH
	if f, err := os.Open("/proc/cpuinfo"); err == nil {
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			if key, value, ok := strings.Cut(lines.Text(), ":"); ok && strings.TrimSpace(key) == "model name" {
				name = strings.TrimSpace(value)
				break
			}
		}
	}
	return fmt.Sprintf("%s, %d cores", name, runtime.NumCPU())
}
