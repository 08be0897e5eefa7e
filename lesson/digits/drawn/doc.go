// Package drawn draws handwritten digits: pen strokes for each way to write a digit, which a
// random hand changes and inks, centred in their image as MNIST's are. It needs no file and
// no network, and builds for the browser too.
package drawn
