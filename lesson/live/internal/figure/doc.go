// Package figure is what the live figures compute and say, without the browser: the
// arithmetic is that of package conv, the lecture's network on it, and the sentences with the
// numbers in them.
package figure
