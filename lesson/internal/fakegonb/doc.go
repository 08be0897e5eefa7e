// Package fakegonb plays the notebook for tests: it receives what a cell displays.
package fakegonb
