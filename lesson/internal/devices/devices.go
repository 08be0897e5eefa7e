package devices

import (
	"errors"
	"fmt"

	"github.com/gomlx/compute/distributed"
	"github.com/gomlx/gomlx/ml/model"
)

// meshAxis is the one axis along which the devices are numbered.
const meshAxis = "batch"

// Share divides a step among n devices: each of its inputs by that axis, whose size n must divide.
// What it returns, and the weights, are whole on each. One device has nothing to share.
func Share(step *model.Exec, n int, axes ...int) error {
	if n == 1 {
		return nil
	}
	mesh, err := distributed.NewDeviceMesh([]int{n}, []string{meshAxis})
	if err != nil {
		return err
	}
	var inputs []*distributed.ShardingSpec
	for _, axis := range axes {
		inputs = append(inputs, divided(mesh, axis))
	}
	step.AutoSharding(mesh).WithInputShardingSpecs(inputs...).WithOutputShardingSpecs(distributed.NewReplicatedShardingSpec(mesh))
	return nil
}

// divided says that an axis is divided among the devices.
func divided(mesh *distributed.DeviceMesh, axis int) *distributed.ShardingSpec {
	axes := make([]distributed.AxisSpec, axis+1)
	axes[axis] = distributed.AxisSpec{meshAxis}
	return &distributed.ShardingSpec{Mesh: mesh, Axes: axes}
}

// Lend has the weights go to the devices of a step when it is first made. The function that it
// returns brings them back from there, so that whatever comes next finds them whole and in one place.
func Lend(step *model.Exec) (bringBack func()) {
	lent := step.SetDefaultShardingSpec(nil) // nil: whole on each of its devices
	return func() {
		if err := errors.Join(lent, gatherAll(step.Store())); err != nil {
			panic(fmt.Errorf("the weights do not come back from the devices: %w", err))
		}
	}
}

func gatherAll(store *model.Store) error {
	for v := range store.IterVariables() {
		if v.ShardingSpec() == nil {
			continue
		}
		if err := gather(v); err != nil {
			return err
		}
	}
	return nil
}

// gather makes a variable what it was before it was shared.
func gather(v *model.Variable) error {
	if v.HasValue() { // a step that failed has taken it
		value, err := v.Value()
		if err != nil {
			return err
		}
		whole, err := value.LocalClone()
		if err != nil {
			return err
		}
		if err := v.SetValue(whole); err != nil { // frees those on the devices
			return err
		}
	}
	return v.SetShardingSpec(nil)
}
