package files

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// FileSystem shows a Tree to kustomize, rooted at "/". It never touches the disk and refuses to write.
type FileSystem struct{ Tree *Tree }

var _ filesys.FileSystem = FileSystem{}

var errReadOnly = fmt.Errorf("the tree is read-only")

func (f FileSystem) Create(string) (filesys.File, error)  { return nil, errReadOnly }
func (f FileSystem) Mkdir(string) error                   { return errReadOnly }
func (f FileSystem) MkdirAll(string) error                { return errReadOnly }
func (f FileSystem) RemoveAll(string) error               { return errReadOnly }
func (f FileSystem) WriteFile(string, []byte) error       { return errReadOnly }
func (f FileSystem) Open(string) (filesys.File, error)    { return nil, errReadOnly }
func (f FileSystem) ReadFile(name string) ([]byte, error) { return f.Tree.Content(name) }
func (f FileSystem) Walk(string, filepath.WalkFunc) error { return errReadOnly }
func (f FileSystem) Glob(string) ([]string, error)        { return nil, errReadOnly }

func (f FileSystem) Exists(name string) bool {
	_, entry := f.Tree.Resolve(name)
	return entry.Kind == File || entry.Kind == Directory
}

func (f FileSystem) IsDir(name string) bool {
	_, entry := f.Tree.Resolve(name)
	return entry.Kind == Directory
}

// ReadDir returns the names directly below a directory.
func (f FileSystem) ReadDir(name string) ([]string, error) {
	prefix := Clean(name)
	if prefix != "" {
		prefix += "/"
	}
	seen := map[string]bool{}
	var names []string
	for _, file := range f.Tree.Below(name) {
		first, _, _ := strings.Cut(strings.TrimPrefix(file, prefix), "/")
		if !seen[first] {
			seen[first] = true
			names = append(names, first)
		}
	}
	return names, nil
}

// CleanedAbs resolves symlinks as the disk would, so that kustomize's load restriction judges the real place of a file.
func (f FileSystem) CleanedAbs(name string) (filesys.ConfirmedDir, string, error) {
	resolved, entry := f.Tree.Resolve(name)
	switch entry.Kind {
	case Directory:
		return filesys.ConfirmedDir("/" + resolved), "", nil
	case File:
		return filesys.ConfirmedDir(path.Dir("/" + resolved)), path.Base(resolved), nil
	case Refused:
		return "", "", &RefusedError{Path: resolved, Reason: entry.Reason}
	default:
		return "", "", fmt.Errorf("%s: %w", resolved, fs.ErrNotExist)
	}
}
