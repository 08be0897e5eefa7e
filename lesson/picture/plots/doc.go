// Package plots draws with gonum/plot: accuracy against epoch, loss against step, the ways of
// several runs down a valley and how fast momentum makes them, digits as points in a plane,
// how often each value occurs, the graph of a function, and how far probabilities can be
// believed. Each drawing function returns a plot to change or add to, and [Render] makes an
// image of it for picture.Show.
package plots
