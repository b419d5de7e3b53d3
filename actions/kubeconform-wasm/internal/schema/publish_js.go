//go:build js

package schema

import "syscall/js"

// folder is where published files appear to Go's own file functions.
func folder() string { return "" }

// Publish makes content openable under a path: the host keeps it in the file system that Go sees.
func Publish(path string, content []byte) error {
	bytes := js.Global().Get("Uint8Array").New(len(content))
	js.CopyBytesToJS(bytes, content)
	js.Global().Get("__seaworthyFiles").Call("put", path, bytes)
	return nil
}
