// Package grade runs the notebooks that learners hand in, and writes a table of their
// exercises. Each runs in a copy, in a kernel of its own, with limits.
package grade
