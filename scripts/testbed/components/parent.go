package main

import (
	"os"
	"syscall"
)

// parentPipe is the descriptor whose other end the launcher holds, when this variable is set.
const (
	parentVariable = "TESTBED_PARENT_PIPE"
	parentPipe     = 3
)

// dieWithParent ends the process when its launcher is gone, however it went: a killed process closes its pipes too.
func dieWithParent() {
	if os.Getenv(parentVariable) == "" {
		return
	}
	// What this process starts (git, helm) has no such pipe, and must not take the variable for its own.
	os.Unsetenv(parentVariable)
	syscall.CloseOnExec(parentPipe)
	pipe := os.NewFile(parentPipe, "parent")
	go func() {
		_, _ = pipe.Read(make([]byte, 1))
		os.Exit(1)
	}()
}
