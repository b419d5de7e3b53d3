package bridge

import (
	"errors"
	"os"
)

// The `fault` operation breaks the instance on purpose, so that tests can watch the host survive it.
// It is refused unless the host allows it when it starts the instance.
func init() {
	Register("fault", func(input []byte) ([]byte, error) {
		if !faultsAllowed() {
			return nil, errors.New("faults are not allowed here: this operation is for tests")
		}
		return fault(string(input))
	})
}

func fault(kind string) ([]byte, error) {
	switch kind {
	case "nil":
		var nothing *struct{ field int }
		nothing.field++
	case "index":
		list := []int{1}
		list[len(kind)]++
	case "type":
		var value any = 1
		_ = value.(string)
	case "explicit":
		panic("on purpose")
	case "error":
		return nil, errors.New("on purpose")
	case "stack":
		var deeper func(int) int
		deeper = func(depth int) int { return deeper(depth+1) + 1 }
		deeper(0)
	case "memory":
		var kept [][]byte
		for {
			piece := make([]byte, 16<<20)
			for i := 0; i < len(piece); i += 4096 {
				piece[i] = 1
			}
			kept = append(kept, piece)
		}
	case "block":
		<-make(chan int)
	case "spin":
		for forever := true; forever; {
			forever = len(kind) > 0
		}
	case "exit":
		os.Exit(3)
	}
	return nil, errors.New("no fault named " + kind)
}
