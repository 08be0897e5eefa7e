package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
)

// table is Markdown: seconds, and their ratio to the baseline's.
func table(machine string, programs []program) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| %s | three epochs, whole program | of the lecture's | an epoch and its test | of the lecture's |\n", machine)
	b.WriteString("|---|---|---|---|---|\n")
	whole, epoch := 0.0, 0.0
	for _, p := range programs {
		if p.name == baseline {
			whole, epoch = median(p.whole), median(p.epoch)
		}
	}
	for _, p := range programs {
		w, e := median(p.whole), median(p.epoch)
		fmt.Fprintf(&b, "| %s | %.1f s | %s | %.1f s | %s |\n", p.name, w, ratio(w, whole), e, ratio(e, epoch))
	}
	return b.String()
}

func ratio(seconds, of float64) string {
	if of == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", seconds/of)
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
