// Package download fetches MNIST's files from one of several mirrors into a folder. What is
// cut short goes on where it stopped, also in the next program; what is wrong is thrown
// away; and a file has its name only once its digest is right.
package download
