// Package bridge is the seam between the host and the engine: a table of operations, each JSON in and JSON out.
package bridge

import (
	"fmt"
	"runtime/debug"
)

// Operation answers one call. Its input is valid only until it returns.
type Operation func(input []byte) ([]byte, error)

var operations = map[string]Operation{}

// Register adds an operation; packages call it from init.
func Register(name string, operation Operation) { operations[name] = operation }

// Call runs one operation. A panic becomes an error, so that one bad document does not end the engine.
// Stack overflow and exhausted memory cannot be recovered in Go: the host discards the instance then.
func Call(name string, input []byte) (output []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			output, err = nil, fmt.Errorf("panic: %v\n%s", cause, debug.Stack())
		}
	}()
	operation, known := operations[name]
	if !known {
		return nil, fmt.Errorf("no operation named %q", name)
	}
	return operation(input)
}
