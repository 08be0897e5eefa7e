package picture

import (
	"convnet.example/lesson/internal/colour"
	"image"
	"image/color"
	"image/draw"
	"math"
	"strconv"
)

// Confusion returns a confusion matrix with its counts written in it: counts[label]
// is how often the digit label was taken for each of the ten. Correct answers, on the
// diagonal, are green whatever their number; an error is the redder the more often it was
// made, so that five errors can be seen beside a thousand correct answers. What never
// happened is left empty.
func Confusion(counts [10][10]int) image.Image {
	const left, top = 84, 56
	worst := mostErrors(counts)
	table := drawTable(10, 10, func(label, predicted int) (string, color.RGBA) {
		return confusionCell(counts[label][predicted], label == predicted, worst)
	})
	img := image.NewRGBA(table.Bounds().Add(image.Pt(left, top)).Union(image.Rect(0, 0, left, top)))
	fillRect(img, img.Bounds(), colour.Paper)
	draw.Draw(img, table.Bounds().Add(image.Pt(left, top)), table, image.Point{}, draw.Src)
	for digit := range 10 {
		side := (table.Bounds().Dx() - lineWidth) / 10
		at, text := digit*side, strconv.Itoa(digit)
		writeText(img, image.Rect(left+at, top-28, left+at+side, top), text, numberSize)
		writeText(img, image.Rect(left-28, top+at, left, top+at+side), text, numberSize)
	}
	writeText(img, image.Rect(left, 0, img.Rect.Max.X, top-28), "predicted", numberSize)
	writeText(img, image.Rect(0, top, left-28, img.Rect.Max.Y), "label", numberSize)
	return img
}

// confusionCell returns what is written for a count, and the colour behind it. The root
// lets one error in fifty still have a seventh of the colour.
func confusionCell(count int, correct bool, worst int) (string, color.RGBA) {
	switch {
	case correct:
		return strconv.Itoa(count), colour.Correct
	case count == 0:
		return "", colour.Paper
	default:
		return strconv.Itoa(count), colour.Pale(math.Sqrt(float64(count)), math.Sqrt(float64(worst)))
	}
}

// mostErrors returns the largest count that is not on the diagonal.
func mostErrors(counts [10][10]int) int {
	worst := 0
	for label, row := range counts {
		for predicted, count := range row {
			if label != predicted {
				worst = max(worst, count)
			}
		}
	}
	return worst
}
