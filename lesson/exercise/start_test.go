package exercise

import (
	"os"
	"strconv"
	"testing"
)

func TestCount(t *testing.T) {
	judge(t,
		answer{"right", true, func() { Count(func(n, c, h, w int) int { return n * c * h * w }) }},
		answer{"stub", false, func() { Count(func(n, c, h, w int) int { return 0 }) }},
		answer{"no batch", false, func() { Count(func(n, c, h, w int) int { return c * h * w }) }},
		answer{"a sum", false, func() { Count(func(n, c, h, w int) int { return n + c + h + w }) }},
	)
}

func TestGrid(t *testing.T) {
	grid := func(swapped bool) func(rows, columns int) [][]float64 {
		return func(rows, columns int) [][]float64 {
			if swapped {
				rows, columns = columns, rows
			}
			m, next := make([][]float64, rows), 0.0
			for i := range m {
				for range columns {
					m[i] = append(m[i], next)
					next++
				}
			}
			return m
		}
	}
	judge(t,
		answer{"right", true, func() { Grid(grid(false)) }},
		answer{"the stub: rows and columns swapped", false, func() { Grid(grid(true)) }},
		answer{"nothing", false, func() { Grid(func(rows, columns int) [][]float64 { return nil }) }},
	)
}

func TestSum(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			Sum(func(m [][]float64) (sum float64) {
				for _, row := range m {
					for _, v := range row {
						sum += v
					}
				}
				return sum
			})
		}},
		answer{"stub", false, func() { Sum(func(m [][]float64) float64 { return 0 }) }},
		answer{"the shown example", false, func() { Sum(func(m [][]float64) float64 { return 45 }) }},
		answer{"a square only", false, func() {
			Sum(func(m [][]float64) (sum float64) {
				for i := range m {
					for j := range m {
						sum += m[i][j]
					}
				}
				return sum
			})
		}},
	)
}

func TestLargest(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			Largest(func(scores []float32) (best int) {
				for i, s := range scores {
					if s > scores[best] {
						best = i
					}
				}
				return best
			})
		}},
		answer{"stub", false, func() { Largest(func(scores []float32) int { return 0 }) }},
		answer{"the last of several", false, func() {
			Largest(func(scores []float32) (best int) {
				for i, s := range scores {
					if s >= scores[best] {
						best = i
					}
				}
				return best
			})
		}},
		answer{"starts with 0", false, func() {
			Largest(func(scores []float32) (best int) {
				largest := float32(0)
				for i, s := range scores {
					if s > largest {
						best, largest = i, s
					}
				}
				return best
			})
		}},
	)
}

func TestCounter(t *testing.T) {
	memory := map[string]int{}
	judge(t,
		answer{"right", true, func() {
			Counter(func(file string) int {
				b, _ := os.ReadFile(file)
				n, _ := strconv.Atoi(string(b))
				os.WriteFile(file, []byte(strconv.Itoa(n+1)), 0o644)
				return n + 1
			})
		}},
		answer{"right, one byte a call", true, func() {
			Counter(func(file string) int {
				b, _ := os.ReadFile(file)
				os.WriteFile(file, append(b, 'x'), 0o644)
				return len(b) + 1
			})
		}},
		answer{"stub", false, func() { Counter(func(file string) int { return 0 }) }},
		answer{"one digit", false, func() {
			Counter(func(file string) int {
				b, _ := os.ReadFile(file)
				n := byte(1)
				if len(b) > 0 {
					n = (b[0]-'0')%10 + 1
				}
				os.WriteFile(file, []byte(strconv.Itoa(int(n))), 0o644)
				return int(n)
			})
		}},
		answer{"in memory", false, func() { Counter(func(file string) int { memory[file]++; return memory[file] }) }},
	)
}
