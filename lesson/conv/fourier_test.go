package conv_test

import (
	"math"
	"math/cmplx"
	"testing"

	"convnet.example/lesson/conv"

	"gonum.org/v1/gonum/dsp/fourier"
)

// The convolution theorem: a product of spectra is the spectrum of the full convolution,
// if there is room for all of it.
func TestFourierAgrees(t *testing.T) {
	k := len(kernel)
	side := len(red) + k - 1
	product := transform(surrounded(red, side), (*fourier.CmplxFFT).Coefficients)
	for i, row := range transform(surrounded(kernel, side), (*fourier.CmplxFFT).Coefficients) {
		for j, c := range row {
			product[i][j] *= c
		}
	}
	got := transform(product, (*fourier.CmplxFFT).Sequence)
	for i, row := range conv.Correlate(red, conv.Flip(kernel), conv.Window{Padding: k - 1}) {
		for j, want := range row {
			v := got[i][j] / complex(float64(side*side), 0)
			if cmplx.Abs(v-complex(want, 0)) > 1e-10 || math.IsNaN(real(v)) {
				t.Errorf("at %d, %d Fourier's way gives %v, want %v", i, j, v, want)
			}
		}
	}
}

// surrounded puts a matrix in the corner of side×side zeros.
func surrounded(m [][]float64, side int) [][]complex128 {
	z := make([][]complex128, side)
	for i := range z {
		z[i] = make([]complex128, side)
	}
	for i, row := range m {
		for j, v := range row {
			z[i][j] = complex(v, 0)
		}
	}
	return z
}

// transform goes over the rows and then over the columns of a square.
func transform(z [][]complex128, along func(f *fourier.CmplxFFT, dst, src []complex128) []complex128) [][]complex128 {
	f := fourier.NewCmplxFFT(len(z))
	for range 2 {
		turned := surrounded(nil, len(z))
		for i, row := range z {
			for j, v := range along(f, nil, row) {
				turned[j][i] = v
			}
		}
		z = turned
	}
	return z
}
