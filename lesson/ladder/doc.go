// Package ladder compares networks as fairly as a few minutes allow. Each gets the learning
// rate that suits it best on held-out digits, is trained from several seeds, and reads test
// digits that have chosen nothing. A [Rung] is what came of one network, and [Table] marks the
// differences that this does not show. [Ladder.Shifts] asks how much a network minds where a digit stands.
package ladder
