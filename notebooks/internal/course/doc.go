// Package course knows what a clone of the course consists of: its folder, its languages and
// its notebooks. Its tests hold all notebooks to one form, and the two languages together.
package course
