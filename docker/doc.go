// Package docker holds the teaching image and what a class needs to run it; see Dockerfile.
// In Go there are only its tests: go test ./docker builds the image and runs it. Without a
// Docker daemon only the tests of the files run.
package docker
