// Command train is the lecture's program: it trains the network with momentum SGD,
// prints the lecture's lines and draws accuracy against epoch.
//
//	go run ./lesson/train
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"convnet.example/lesson/say"
)

func main() {
	say.In(say.Reader())
	options, err := parse(os.Args[1:], os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return
	case err != nil:
		fmt.Fprintf(os.Stderr, "train: %v\n", err)
		os.Exit(2)
	}
	if err := options.run(); err != nil {
		fmt.Fprintf(os.Stderr, "train: %v\n", err)
		os.Exit(1)
	}
}
