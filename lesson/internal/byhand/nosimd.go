//go:build !(amd64 && goexperiment.simd)

package byhand

// simd tells whether the loops with vector instructions are used: they are not in this program.
const simd = false

func (b *block) forwardSIMD(kernels, []float32, []float32, []int32) {}

func (b *block) backwardSIMD(kernels, []float32, []float32, []int32, slope, []float32) {}

func dotSIMD(_ *[lanes]float32, a, b []float32) (restA, restB []float32) { return a, b }
