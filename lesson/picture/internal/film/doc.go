// Package film makes animations of frames: GIFs that hold only what changes, with one palette
// for all frames, and animated PNGs of them, which more viewers show.
package film
