// Package descent follows SGD with momentum downhill where the ground is simple enough to
// see: step by step, and by the formula that tells where it ends.
package descent
