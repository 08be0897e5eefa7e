package drawn

import "convnet.example/lesson/digits/mnist"

// The pen that [Lines] draws with: as wide as MNIST's strokes are, about 2.2 pixels, with
// edges as soft as theirs.
var usual = pen{radius: 1.1, soft: 1.1, nib: 1}

// Lines makes an image [28, 28] of a digit that somebody drew, line by line without lifting
// the pen, and puts it where MNIST has its digits: it is scaled into the box of 20×20 pixels,
// and only then drawn, so that a small digit and a thin one get MNIST's pen as well; then
// its centre of mass comes to lie in the middle of the image. A point is x and y, with y
// down, in any unit. Points are joined, however far apart they are.
//
// Lines returns nil where too little is drawn to be a digit: nothing, or dots, all of them
// within least of each other, in the unit of the points.
func Lines(lines [][][2]float64, least float64) []byte {
	var all [][]point
	for _, line := range lines {
		var points []point
		for _, p := range line {
			points = append(points, point{p[0], p[1]})
		}
		if len(points) == 1 {
			points = append(points, points[0]) // a dot is a very short line
		}
		if len(points) > 0 {
			all = append(all, points)
		}
	}
	if len(all) == 0 {
		return nil
	}
	if lo, hi := bounds(all); !(max(hi.x-lo.x, hi.y-lo.y) > least) {
		return nil // also if a number is NaN
	}
	img := make([]byte, mnist.Pixels)
	(*mnist.Box)(usual.draw(all, evenPressure(all))).Centre(img)
	return img
}

// evenPressure is that of a pen of one width.
func evenPressure(lines [][]point) (pressure [][]float64) {
	for _, line := range lines {
		p := make([]float64, len(line))
		for i := range p {
			p[i] = 1
		}
		pressure = append(pressure, p)
	}
	return pressure
}
