// Package fakehand is the hand of a reader who draws digits with a mouse or a finger, for
// tests. Its strokes are not those of digits/drawn.
package fakehand
