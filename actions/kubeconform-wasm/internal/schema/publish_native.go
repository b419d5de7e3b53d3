//go:build !js

package schema

import (
	"os"
	"path/filepath"
	"sync"
)

// folder is where published files appear: a temporary folder, one per process.
var folder = sync.OnceValue(func() string {
	made, err := os.MkdirTemp("", "seaworthy-schemas-")
	if err != nil {
		panic(err)
	}
	return made
})

// Publish makes content openable under a path below the folder.
func Publish(path string, content []byte) error {
	path = filepath.Join(folder(), path)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o600)
}
