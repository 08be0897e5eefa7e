package digits

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash/maphash"
	"math"
	"runtime"
	"strings"
	"testing"

	"convnet.example/lesson/digits/mnist"
)

func TestBuiltin(t *testing.T) {
	data := Builtin()
	if data.Train.Len() != 60_000 || data.Test.Len() != 10_000 {
		t.Errorf("%d + %d digits, want 60,000 + 10,000", data.Train.Len(), data.Test.Len())
	}
	if strings.Contains(strings.ToUpper(data.Source), "MNIST") {
		t.Errorf("source %q claims to be MNIST", data.Source)
	}
	// What notebooks print depends on every pixel. Only a change that draws other digits on
	// purpose changes this.
	const want = "d21d8054bc94a769de55d5e3f86fc9e63d4461240545c397c105e8df965a2614"
	sum := sha256.New()
	for _, part := range [][]byte{data.Train.Pixels, data.Train.Labels, data.Test.Pixels, data.Test.Labels} {
		sum.Write(part)
	}
	if got := fmt.Sprintf("%x", sum.Sum(nil)); got != want {
		t.Errorf("the digits are others than they were: SHA-256 %s, want %s", got, want)
	}
	hash, seen := maphash.MakeSeed(), make(map[uint64]bool)
	for i := range data.Train.Len() {
		seen[maphash.Bytes(hash, data.Train.Image(i))] = true
	}
	if len(seen) != data.Train.Len() {
		t.Errorf("only %d of %d training images differ", len(seen), data.Train.Len())
	}
	for i := range data.Test.Len() {
		if seen[maphash.Bytes(hash, data.Test.Image(i))] {
			t.Fatalf("test image %d is also a training image", i)
		}
	}
}

// The pixels must not depend on which goroutine draws them, nor on how many follow.
func TestDigitsSameEverywhere(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	four := Draw(3, 2000)
	runtime.GOMAXPROCS(1)
	one := Draw(3, 2000)
	if !bytes.Equal(one.Pixels, four.Pixels) || !bytes.Equal(one.Labels, four.Labels) {
		t.Error("1 and 4 processors draw different digits")
	}
	few := Draw(3, 100)
	if first := one.First(100); !bytes.Equal(first.Pixels, few.Pixels) || !bytes.Equal(first.Labels, few.Labels) {
		t.Error("the first 100 of 2,000 digits are not the 100 drawn alone")
	}
	if other := Draw(4, 100); bytes.Equal(other.Labels, few.Labels) || bytes.Equal(other.Pixels, few.Pixels) {
		t.Error("two seeds draw the same digits")
	}
}

// Each label is drawn with probability 0.1; four standard deviations are allowed.
func TestDigitLabels(t *testing.T) {
	const n = 4000
	counts := make(map[byte]int)
	for _, label := range Draw(3, n).Labels {
		counts[label]++
	}
	for digit := range byte(10) {
		if got := counts[digit]; math.Abs(float64(got)-n*0.1) > 4*math.Sqrt(n*0.1*0.9) {
			t.Errorf("%d of %d digits are a %d", got, n, digit)
		}
	}
	if len(counts) != 10 {
		t.Errorf("%d labels, want 10", len(counts))
	}
}

// MNIST's training pixels have mean 0.1307 and standard deviation 0.3081, with which
// the lecture normalizes its input. The drawn digits must suit the same two numbers.
func TestDigitInk(t *testing.T) {
	d := Draw(3, 4000)
	var sum, squares float64
	for _, p := range d.Pixels {
		v := float64(p) / 255
		sum += v
		squares += v * v
	}
	n := float64(len(d.Pixels))
	mean := sum / n
	if math.Abs(mean-mnist.Mean) > 0.008 {
		t.Errorf("mean %.4f, MNIST has %.4f", mean, mnist.Mean)
	}
	if std := math.Sqrt(squares/n - mean*mean); math.Abs(std-mnist.Std) > 0.01 {
		t.Errorf("standard deviation %.4f, MNIST has %.4f", std, mnist.Std)
	}
}

func BenchmarkBuiltin(b *testing.B) {
	for b.Loop() {
		Builtin()
	}
}
