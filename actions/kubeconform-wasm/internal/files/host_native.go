//go:build !js

package files

import (
	"os"
	"path/filepath"
	"strings"
)

// Root is the directory that the native build serves (differential tests only).
var Root = "."

type diskHost struct{ root string }

// Current serves Root from the disk, symlinks resolved below it.
func Current() Host { return diskHost{root: Root} }

func (h diskHost) Read(name string) Entry {
	root, err := filepath.EvalSymlinks(h.root)
	if err != nil {
		return Entry{Kind: Missing}
	}
	full := filepath.Join(root, filepath.FromSlash(name))
	real, err := filepath.EvalSymlinks(full)
	if err != nil {
		return Entry{Kind: Missing}
	}
	if real != full {
		relative, err := filepath.Rel(root, real)
		if err != nil || strings.HasPrefix(relative, "..") {
			return Entry{Kind: Refused, Reason: "symlink leaves the repository"}
		}
		return Entry{Kind: Link, Target: filepath.ToSlash(relative)}
	}
	info, err := os.Stat(full)
	if err != nil {
		return Entry{Kind: Missing}
	}
	if info.IsDir() {
		return Entry{Kind: Directory}
	}
	bytes, err := os.ReadFile(full)
	if err != nil {
		return Entry{Kind: Refused, Reason: "cannot be read"}
	}
	return Entry{Kind: File, Bytes: bytes}
}

func (h diskHost) List(directory string) []string {
	var names []string
	base := filepath.Join(h.root, filepath.FromSlash(directory))
	_ = filepath.WalkDir(base, func(name string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			relative, err := filepath.Rel(h.root, name)
			if err == nil {
				names = append(names, filepath.ToSlash(relative))
			}
		}
		return nil
	})
	return names
}
