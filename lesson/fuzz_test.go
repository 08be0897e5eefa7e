package lesson

import (
	"os"
	"path/filepath"
	"testing"

	"convnet.example/lesson/safetensors"
	"github.com/janpfeifer/must"
)

// What a checkpoint says of itself is believed only as far as a training can have said it.
func FuzzCheckpoint(f *testing.F) {
	f.Add(`{"Config":{"LearningRate":0.01,"Momentum":0.5,"Epochs":10,"Batch":64,"Seed":1},"History":[{"Loss":0.5,"Accuracy":{"Correct":9,"Total":10}}],"Images":300,"Sum":1,"Losses":[2.3]}`)
	f.Add(`{"Images":-1}`)
	f.Add(`{"Images":9223372036854775807,"Config":{"Batch":1},"Losses":[]}`)
	f.Fuzz(func(t *testing.T, about string) {
		file := filepath.Join(t.TempDir(), "checkpoint")
		if safetensors.WriteFile(file, nil, map[string]string{checkpointKey: about}) != nil {
			return // no text for a header
		}
		c, err := ReadCheckpoint(file)
		if err != nil {
			return
		}
		if c.Images < 1 || c.Config.Check() != nil || len(c.Losses) > c.Images {
			t.Errorf("%+v", c)
		}
		must.M(os.Remove(file))
	})
}
