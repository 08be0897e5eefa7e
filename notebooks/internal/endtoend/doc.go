// Package endtoend has only tests: the course as its readers meet it, from the launcher to cells
// in a browser, with signals, without a network, and on machines where something is missing.
package endtoend
