// Command testbed is every program of the testbed in one binary, chosen by the name it is called by or by its first
// argument: one link step instead of fifteen, and shared pages in memory while all of them run.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// program does its work and ends; os.Args[0] is its own name and the rest are its arguments.
type program func() error

// errSaid is a failure that the program has printed itself.
var errSaid = errors.New("said")

func main() {
	dieWithParent()
	all := programs()
	run := all[filepath.Base(os.Args[0])]
	if run == nil && len(os.Args) > 1 {
		os.Args = os.Args[1:]
		run = all[os.Args[0]]
	}
	if run == nil {
		usage(all)
	}
	if err := run(); err != nil {
		if !errors.Is(err, errSaid) {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(1)
	}
}

func programs() map[string]program {
	all := map[string]program{}
	for _, group := range []map[string]program{kubernetes(), argocd(), clients(), servers(), isolation()} {
		for name, run := range group {
			all[name] = run
		}
	}
	return all
}

func usage(all map[string]program) {
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	fmt.Fprintf(os.Stderr, "usage: testbed PROGRAM [ARGUMENT]...\nprograms: %s\n", strings.Join(names, " "))
	os.Exit(2)
}
