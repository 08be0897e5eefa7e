// Package liveprogram makes the one file that the live figures of a page need: the program
// lesson/live/program, compiled for browsers, and what starts it.
package liveprogram
