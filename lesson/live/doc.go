// Package live shows figures that move in the reader's browser: a window to slide, a kernel to
// edit, a valley to run down, a digit to draw while the network watches. They are one Go
// program, lesson/live/program, which computes with the course's own packages; JupyterLab gets
// it from the server that opened the course, and the pages of the course have it beside them.
package live
