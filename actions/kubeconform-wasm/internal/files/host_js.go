//go:build js

package files

import "syscall/js"

type jsHost struct{}

// Current is the tree of the running request, as the host's worker serves it.
func Current() Host { return jsHost{} }

func (jsHost) Read(name string) Entry {
	answer := js.Global().Get("__seaworthyHost").Call("read", name)
	switch answer.Get("type").String() {
	case "file":
		content := answer.Get("bytes")
		bytes := make([]byte, content.Get("byteLength").Int())
		js.CopyBytesToGo(bytes, content)
		return Entry{Kind: File, Bytes: bytes}
	case "directory":
		return Entry{Kind: Directory}
	case "link":
		return Entry{Kind: Link, Target: answer.Get("target").String()}
	case "refused":
		return Entry{Kind: Refused, Reason: answer.Get("reason").String()}
	default:
		return Entry{Kind: Missing}
	}
}

func (jsHost) List(directory string) []string {
	answer := js.Global().Get("__seaworthyHost").Call("list", directory)
	names := make([]string, answer.Length())
	for i := range names {
		names[i] = answer.Index(i).String()
	}
	return names
}
