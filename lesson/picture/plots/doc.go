// Package plots draws curves with gonum/plot: accuracy against epoch, loss against step, and
// the ways of several runs down a narrow valley. Each function returns a plot to change or
// add to, and [Render] makes an image of it for picture.Show.
package plots
