//go:build js && wasm

package main

// clipped returns the part of a segment that is on the paper, if there is one, by the method
// of Liang and Barsky: each edge bounds the part t of the way on which the pen is inside.
func clipped(from, to [2]float64) (enters, leaves [2]float64, ok bool) {
	first, last := 0.0, 1.0
	for axis := range from {
		way := to[axis] - from[axis]
		for _, edge := range []struct{ room, way float64 }{{from[axis], -way}, {paperSide - from[axis], way}} {
			switch {
			case edge.way == 0 && edge.room < 0:
				return enters, leaves, false // beside the paper
			case edge.way > 0:
				last = min(last, edge.room/edge.way)
			case edge.way < 0:
				first = max(first, edge.room/edge.way)
			}
		}
	}
	at := func(t float64) [2]float64 {
		return [2]float64{from[0] + t*(to[0]-from[0]), from[1] + t*(to[1]-from[1])}
	}
	return at(first), at(last), first <= last
}
