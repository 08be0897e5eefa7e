// Package prepared gives tests the environment that the launcher would make, or makes it, and
// the cells of the notebooks.
package prepared
