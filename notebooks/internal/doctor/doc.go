// Package doctor looks for what the course needs on a machine, and says what is missing and what
// to do. It makes nothing.
package doctor
