// Package mnist holds what is known of MNIST before a byte of it is read: the form of its
// images, of which a [Set] has many, with the mean and the standard deviation of their
// pixels; and the names, sizes and digests of its four files. It reads files gzip'd or not.
package mnist
