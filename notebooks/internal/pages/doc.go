// Package pages writes the notebooks as web pages that need no network.
package pages
