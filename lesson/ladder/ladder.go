package ladder

import (
	"errors"
	"sync"

	"convnet.example/lesson"
	"convnet.example/lesson/digits/mnist"
)

// A Ladder is how networks are compared. The zero values of Rates, Epochs and Seeds stand for
// 0.02, 0.06 and 0.2, for three epochs and for three seeds.
type Ladder struct {
	Learn *mnist.Set // to train with
	Held  *mnist.Set // to choose the learning rate by
	Test  *mnist.Set

	Rates  []float64
	Epochs int
	Seeds  int
}

// A Rung is what came of one network.
type Rung struct {
	Name         string
	Rate         float64   // the best on the held-out digits
	Held         float64   // accuracy on them at that rate, by which to choose a network
	Test         []float64 // accuracy on the test digits, for each seed
	Parameters   int       // learned or not
	MultiplyAdds int       // for one image
}

// Climb compares one network. Start, unless it is nil, changes the first weights that a seed
// gives. A training that diverges counts as it ends: with the weights of its last good epoch.
func (l Ladder) Climb(name string, m lesson.Model, start func(*lesson.Classifier) error) (Rung, error) {
	l = l.withDefaults()
	r := Rung{Name: name}
	nets, err := l.best(m, start, &r)
	if err != nil {
		return r, err
	}
	r.Parameters, r.MultiplyAdds = size(nets[0].Layers)
	err = r.read(nets, l.Test)
	return r, err
}

// read notes how well the networks read the test digits.
func (r *Rung) read(nets []*lesson.Classifier, d *mnist.Set) error {
	r.Test = nil
	for _, net := range nets {
		test, err := net.Test(d)
		if err != nil {
			return err
		}
		r.Test = append(r.Test, test.Rate())
	}
	return nil
}

// best trains a network from each seed at the rate that is best for seed 1, and notes it.
func (l Ladder) best(m lesson.Model, start func(*lesson.Classifier) error, r *Rung) ([]*lesson.Classifier, error) {
	var rates []lesson.Config
	for _, rate := range l.Rates {
		rates = append(rates, l.config(rate, 1))
	}
	tried, err := l.fit(m, start, rates)
	if err != nil {
		return nil, err
	}
	var best *lesson.Classifier
	r.Held = -1
	for i, net := range tried {
		held, err := net.Test(l.Held)
		if err != nil {
			return nil, err
		}
		if held.Rate() > r.Held {
			r.Held, r.Rate, best = held.Rate(), l.Rates[i], net
		}
	}
	var seeds []lesson.Config
	for seed := 2; seed <= l.Seeds; seed++ {
		seeds = append(seeds, l.config(r.Rate, int64(seed)))
	}
	others, err := l.fit(m, start, seeds)
	return append([]*lesson.Classifier{best}, others...), err
}

func (l Ladder) withDefaults() Ladder {
	if len(l.Rates) == 0 {
		l.Rates = []float64{0.02, 0.06, 0.2}
	}
	if l.Epochs == 0 {
		l.Epochs = 3
	}
	if l.Seeds == 0 {
		l.Seeds = 3
	}
	return l
}

func (l Ladder) config(rate float64, seed int64) lesson.Config {
	return lesson.Config{SGD: lesson.SGD{LearningRate: rate, Momentum: 0.5}, Epochs: l.Epochs, Seed: seed}
}

// fit trains a network for each config, all at once, as one alone keeps few cores busy. They are
// built one after the other, as m and start may be functions that do not bear being called twice
// at a time.
func (l Ladder) fit(m lesson.Model, start func(*lesson.Classifier) error, configs []lesson.Config) ([]*lesson.Classifier, error) {
	var nets []*lesson.Classifier
	var trainers []*lesson.Trainer
	for _, config := range configs {
		net, err := lesson.NewClassifier(m, config.Seed)
		if err != nil {
			return nil, err
		}
		if start != nil {
			if err := start(net); err != nil {
				return nil, err
			}
		}
		trainer, err := lesson.NewTrainer(net, l.Learn, config)
		if err != nil {
			return nil, err
		}
		nets, trainers = append(nets, net), append(trainers, trainer)
	}
	errs := make([]error, len(trainers))
	var all sync.WaitGroup
	for i, trainer := range trainers {
		all.Go(func() { errs[i] = finish(trainer) })
	}
	all.Wait()
	return nets, errors.Join(errs...)
}

// Fit trains a network for all epochs of the config. If the training diverges, the network is
// left with the weights of its last good epoch.
func Fit(net *lesson.Classifier, d *mnist.Set, config lesson.Config) error {
	trainer, err := lesson.NewTrainer(net, d, config)
	if err != nil {
		return err
	}
	return finish(trainer)
}

// finish trains to the last epoch, or until the training diverges.
func finish(t *lesson.Trainer) error {
	for !t.Done() {
		for _, err := range t.Epoch() {
			if errors.Is(err, lesson.ErrDiverged) {
				return nil
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// size adds up what the layers have and do.
func size(layers []lesson.Layer) (parameters, multiplyAdds int) {
	for _, l := range layers {
		parameters += l.Parameters
		multiplyAdds += l.MultiplyAdds
	}
	return parameters, multiplyAdds
}
