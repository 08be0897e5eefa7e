// Package ipynb reads and writes notebooks in the format of Jupyter, in the normalized form in
// which the course keeps them: saving one that nobody has changed changes nothing.
package ipynb
