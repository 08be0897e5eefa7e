//go:build js && wasm

package main

import (
	"fmt"
	"image/color"
	"syscall/js"

	"convnet.example/lesson/internal/colour"
)

// A canvas is a surface to paint on, in pixels of its own: the page may show it smaller.
type canvas struct {
	element, context js.Value
	width, height    float64
	sharp            float64 // the screen's pixels in one
}

// frame is the colour of what stands around a place, on all grounds.
var frame = color.RGBA{0xd5, 0x5e, 0x00, 0xff}

// canvas adds one, with a description for those who cannot see it.
func (v *view) canvas(parent js.Value, class, description string, width, height int) *canvas {
	c := &canvas{width: float64(width), height: float64(height)}
	c.element = v.add(parent, "canvas", "class", class, "role", "img", "aria-label", description, "style", fmt.Sprintf("width:%dpx", width))
	c.context = c.element.Call("getContext", "2d")
	c.sharpen()
	return c
}

// sharpen gives the canvas as many pixels as the screen shows of it, which change when the
// reader zooms, or moves the window to another screen.
func (c *canvas) sharpen() {
	sharp := max(1, min(3, js.Global().Get("devicePixelRatio").Float()))
	if sharp == c.sharp {
		return
	}
	c.sharp = sharp
	c.element.Set("width", int(sharp*c.width))
	c.element.Set("height", int(sharp*c.height))
	c.context.Call("scale", sharp, sharp)
}

func css(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("rgb(%d %d %d)", r>>8, g>>8, b>>8)
}

// fill paints a rectangle.
func (c *canvas) fill(x, y, width, height float64, with color.Color) {
	c.context.Set("fillStyle", css(with))
	c.context.Call("fillRect", x, y, width, height)
}

// clear makes all of it paper.
func (c *canvas) clear() {
	c.sharpen()
	c.fill(0, 0, c.width, c.height, colour.Paper)
}

// frame draws the edge of a rectangle.
func (c *canvas) frame(x, y, width, height, line float64, with color.Color) {
	c.context.Set("strokeStyle", css(with))
	c.context.Set("lineWidth", line)
	c.context.Call("strokeRect", x, y, width, height)
}

// text writes in the middle of a place.
func (c *canvas) text(x, y, size float64, text string) {
	c.context.Set("fillStyle", css(colour.Text))
	c.context.Set("font", fmt.Sprintf("%gpx system-ui, sans-serif", size))
	c.context.Set("textAlign", "center")
	c.context.Set("textBaseline", "middle")
	c.context.Call("fillText", text, x, y)
}

// line draws through points.
func (c *canvas) line(points [][2]float64, width float64, with color.Color) {
	c.context.Set("strokeStyle", css(with))
	c.context.Set("lineWidth", width)
	c.context.Set("lineCap", "round")
	c.context.Set("lineJoin", "round")
	c.context.Call("beginPath")
	for _, p := range points {
		c.context.Call("lineTo", p[0], p[1])
	}
	if len(points) == 1 {
		c.context.Call("lineTo", points[0][0], points[0][1])
	}
	c.context.Call("stroke")
}

// dot paints a disc.
func (c *canvas) dot(x, y, radius float64, with color.Color) {
	c.context.Set("fillStyle", css(with))
	c.context.Call("beginPath")
	c.context.Call("arc", x, y, radius, 0, 7)
	c.context.Call("fill")
}
