// Package prepared gives tests the environment that the launcher would make, or makes it.
package prepared
