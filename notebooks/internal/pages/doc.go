// Package pages writes the notebooks as a small site of web pages, for reading: in both
// languages, from the disk, without a network and without JavaScript.
//
//	DIR/index.html     the contents in the reader's language
//	DIR/style.css      of all pages
//	DIR/en/, DIR/zh/   index.html, and a page for every notebook
//
// What a page shows is decided in Go (see forReading); nbconvert makes HTML of it (pages.py).
package pages
