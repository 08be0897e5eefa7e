package exercise

import (
	"testing"

	"convnet.example/lesson/conv"
)

func TestOutputSize(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			OutputSize(func(in int, w conv.Window) int {
				return (in+2*w.Padding-w.Dilation*(w.Kernel-1)-1)/w.Stride + 1
			})
		}},
		answer{"stub", false, func() { OutputSize(func(in int, w conv.Window) int { return in - w.Kernel + 1 }) }},
		answer{"padding once", false, func() {
			OutputSize(func(in int, w conv.Window) int {
				return (in+w.Padding-w.Dilation*(w.Kernel-1)-1)/w.Stride + 1
			})
		}},
		answer{"rounded up", false, func() {
			OutputSize(func(in int, w conv.Window) int {
				return (in+2*w.Padding-w.Dilation*(w.Kernel-1)-1+w.Stride-1)/w.Stride + 1
			})
		}},
		answer{"no dilation", false, func() {
			OutputSize(func(in int, w conv.Window) int { return (in+2*w.Padding-w.Kernel)/w.Stride + 1 })
		}},
	)
}

func TestSamePadding(t *testing.T) {
	judge(t,
		answer{"right", true, func() { SamePadding(func(kernel, dilation int) int { return dilation * (kernel - 1) / 2 }) }},
		answer{"stub", false, func() { SamePadding(func(kernel, dilation int) int { return 0 }) }},
		answer{"both sides together", false, func() { SamePadding(func(kernel, dilation int) int { return dilation * (kernel - 1) }) }},
		answer{"no dilation", false, func() { SamePadding(func(kernel, dilation int) int { return kernel / 2 }) }},
	)
}

func TestInputSize(t *testing.T) {
	judge(t,
		answer{"right", true, func() {
			InputSize(func(out int, w conv.Window) int {
				return (out-1)*w.Stride + w.Dilation*(w.Kernel-1) + 1 - 2*w.Padding
			})
		}},
		answer{"stub", false, func() { InputSize(func(out int, w conv.Window) int { return out + w.Kernel - 1 }) }},
		answer{"largest", false, func() {
			InputSize(func(out int, w conv.Window) int {
				return out*w.Stride + w.Dilation*(w.Kernel-1) - 2*w.Padding
			})
		}},
		answer{"padding forgotten", false, func() {
			InputSize(func(out int, w conv.Window) int { return (out-1)*w.Stride + w.Dilation*(w.Kernel-1) + 1 })
		}},
	)
}
