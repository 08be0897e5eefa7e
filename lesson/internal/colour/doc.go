// Package colour has the colours of the course's pictures.
package colour
