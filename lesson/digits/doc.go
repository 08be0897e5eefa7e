// Package digits has the handwritten digits that a network learns from: MNIST, from a
// folder, from the user's cache or from the network, and digits that the program draws
// itself where MNIST cannot be had. [Open] finds them, and Data.Source says in words which
// they are. It also reads IDX, the format of MNIST's files.
package digits
