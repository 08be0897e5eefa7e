// Package plots draws with gonum/plot: accuracy against epoch, loss against step, the ways of
// several runs down a narrow valley, how fast momentum makes them, digits as points in a plane,
// and how far probabilities can be believed. Each drawing function returns a plot to change or add to, and [Render]
// makes an image of it for picture.Show.
package plots
