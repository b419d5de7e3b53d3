// Package files is the repository as the engine sees it: a read-only tree answered by the host, and a record of what was asked.
package files

import (
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
)

// Kind says what stands at a path.
type Kind int

const (
	Missing Kind = iota
	File
	Directory
	Link
	Refused
)

// Entry is the host's answer for one path.
type Entry struct {
	Kind   Kind
	Bytes  []byte
	Target string // of a Link: the resolved path
	Reason string // of a Refused
}

// Host answers for one tree. Paths are relative to the repository root, with slashes, without a leading one.
type Host interface {
	Read(path string) Entry
	List(directory string) []string
}

// RefusedError says that a path exists but may not be read.
type RefusedError struct{ Path, Reason string }

func (e *RefusedError) Error() string { return fmt.Sprintf("%s: %s", e.Path, e.Reason) }

// Tree is one request's view: it caches, overlays edits and records the trace. Not for concurrent use.
type Tree struct {
	host    Host
	entries map[string]Entry
	overlay map[string][]byte
	read    map[string]bool
	missed  map[string]bool
	refused *RefusedError
}

// NewTree starts a request.
func NewTree(host Host) *Tree {
	return &Tree{host: host, entries: map[string]Entry{}, overlay: map[string][]byte{}, read: map[string]bool{}, missed: map[string]bool{}}
}

// Clean turns any spelling of a path into the host's spelling.
func Clean(name string) string {
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

// Overlay replaces the content of a file for this request only.
func (t *Tree) Overlay(name string, content []byte) { t.overlay[Clean(name)] = content }

// Resolve follows symlinks: the path where name ends, and what stands there.
func (t *Tree) Resolve(name string) (string, Entry) {
	name = Clean(name)
	entry := t.lookup(name)
	if entry.Kind != Link {
		return name, entry
	}
	target := Clean(entry.Target)
	end := t.lookup(target)
	if end.Kind == Link {
		return target, Entry{Kind: Refused, Reason: "symlink loop"}
	}
	return target, end
}

func (t *Tree) lookup(name string) Entry {
	if content, edited := t.overlay[name]; edited {
		t.read[name] = true
		return Entry{Kind: File, Bytes: content}
	}
	entry, known := t.entries[name]
	if !known {
		entry = t.host.Read(name)
		t.entries[name] = entry
	}
	switch entry.Kind {
	case Missing:
		t.missed[name] = true
	case Refused:
		t.read[name] = true
		if t.refused == nil {
			t.refused = &RefusedError{Path: name, Reason: entry.Reason}
		}
	case File, Link:
		t.read[name] = true
	}
	return entry
}

// Content returns a file's bytes, or an error that says why there are none. The bytes must not be changed.
func (t *Tree) Content(name string) ([]byte, error) {
	resolved, entry := t.Resolve(name)
	switch entry.Kind {
	case File:
		return entry.Bytes, nil
	case Directory:
		return nil, fmt.Errorf("%s is a directory", resolved)
	case Refused:
		return nil, &RefusedError{Path: resolved, Reason: entry.Reason}
	default:
		return nil, fmt.Errorf("%s: %w", resolved, fs.ErrNotExist)
	}
}

// Below lists the files below a directory in the order in which filepath.Walk visits them. The trace records the listing as
// the directory with a slash at its end: any file that comes or goes below it matters.
func (t *Tree) Below(directory string) []string {
	t.read[Clean(directory)+"/"] = true
	names := append([]string(nil), t.host.List(Clean(directory))...)
	sort.Slice(names, func(a, b int) bool {
		return strings.ReplaceAll(names[a], "/", "\x00") < strings.ReplaceAll(names[b], "/", "\x00")
	})
	return names
}

// Refusal is the first path of the request that may not be read, or nil.
func (t *Tree) Refusal() *RefusedError { return t.refused }

// Trace returns, sorted, the paths that were read and those that were looked for in vain.
func (t *Tree) Trace() (read, missed []string) { return sorted(t.read), sorted(t.missed) }

func sorted(set map[string]bool) []string {
	names := make([]string, 0, len(set))
	for name := range set {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
