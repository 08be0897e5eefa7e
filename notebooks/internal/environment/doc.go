// Package environment makes the folder with JupyterLab and the Go kernel that opens and runs
// the notebooks, once for each version of the course, and says with which environment
// variables a kernel in it is started.
package environment
