// Package matrix has what loops over rows of numbers need: sizes, zeros, and what lies
// outside.
package matrix
