// Package livetest has what tests of the live figures need: the hand of a reader who draws
// digits with a mouse or a finger, in strokes that are not those of digits/drawn.
package livetest
