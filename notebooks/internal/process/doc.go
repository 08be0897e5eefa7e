// Package process starts programs so that they end with the launcher, and all that they
// started with them. It also keeps lists of environment variables, and the last lines of
// what a program said.
package process
