// Package file has two things that all files of the course need: to be replaced in one go,
// and to be files.
package file
