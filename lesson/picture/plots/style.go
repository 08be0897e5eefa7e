package plots

import (
	"image"
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// Render draws a plot on width × height pixels.
func Render(p *plot.Plot, width, height int) image.Image {
	const margin = 6 // points, so that no letter touches the edge
	pixel := vg.Inch / vgimg.DefaultDPI
	canvas := vgimg.New(vg.Length(width)*pixel, vg.Length(height)*pixel)
	p.Draw(draw.Crop(draw.New(canvas), margin, -margin, margin, -margin))
	return canvas.Image()
}

// Ticks of the axes. Steps have long numbers, epochs short ones.
var (
	epochTicks = roundTicks{most: 10, least: 1}
	stepTicks  = roundTicks{most: 6, least: 1}
	valueTicks = roundTicks{most: 7}
	countTicks = roundTicks{most: 5, least: 1}
)

// newPlot returns a plot without data in the style of the lesson.
func newPlot(x string, ticks plot.Ticker, y string) *plot.Plot {
	p := plot.New()
	p.X.Label.Text, p.Y.Label.Text = x, y
	p.X.Tick.Marker, p.Y.Tick.Marker = ticks, valueTicks
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Label.TextStyle.Font.Variant, axis.Label.TextStyle.Font.Size = "Sans", 13
		axis.Label.Padding = 4
		axis.Tick.Label.Font.Variant, axis.Tick.Label.Font.Size = "Sans", 11
		axis.Tick.Length = 4
	}
	p.Legend.TextStyle.Font.Variant, p.Legend.TextStyle.Font.Size = "Sans", 11
	p.Legend.Padding, p.Legend.XOffs, p.Legend.YOffs = 3, -6, 6
	grid := plotter.NewGrid()
	grid.Vertical.Width = 0
	grid.Horizontal.Color, grid.Horizontal.Width = color.Gray{0xdd}, 0.5
	p.Add(grid)
	return p
}
