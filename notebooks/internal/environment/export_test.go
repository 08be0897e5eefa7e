package environment

import (
	"context"
	"io"
)

// What the tests need that others do not.

func (e *Environment) Complete(ctx context.Context, log io.Writer) error { return e.complete(ctx, log) }
func (e *Environment) Sweep()                                            { e.sweep() }
