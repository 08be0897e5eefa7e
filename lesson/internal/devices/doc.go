// Package devices has several devices share each step of a training. Each computes its shard of
// every batch, with weights of its own that are the same everywhere. What is said here is only
// where the inputs lie and where the results shall: XLA divides the step, and adds up what the
// devices have found before each makes the same update.
package devices
