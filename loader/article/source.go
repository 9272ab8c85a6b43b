package article

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// stdinPath stands for standard input among paths.
const stdinPath = "-"

// accepted is the list of extensions for messages.
const accepted = ".txt, .html, .htm, .jsonl (each also with .gz)"

// form is what a source holds.
type form int

const (
	formUnknown form = iota
	formText
	formHTML
	formJSONL
)

// source is one file to read, or standard input.
type source struct {
	path string
	id   string // ID of its article if nothing in it says better
	form form
	gzip bool
	size int64
	err  error // why it cannot be read
}

// Size is the sum of the sizes in bytes of the files that Read would read for these paths; standard input and what
// cannot be looked at count 0.
func Size(paths ...string) (bytes int64) {
	for src := range sources(paths) {
		bytes += src.size
	}
	return bytes
}

// sources lists what there is to read, in order.
func sources(paths []string) iter.Seq[source] {
	return func(yield func(source) bool) {
		for _, path := range paths {
			if !listPath(path, yield) {
				return
			}
		}
	}
}

// listPath lists one path given by the caller.
func listPath(path string, yield func(source) bool) bool {
	if path == stdinPath {
		return yield(source{path: path})
	}
	info, err := os.Stat(path)
	if err != nil {
		return yield(source{path: path, err: cannotRead(err)})
	}
	if info.IsDir() {
		return listRoot(path, yield)
	}
	src, ok := newSource(path, filepath.Base(path), info)
	if !ok {
		src.err = refuse(ErrFormat, fmt.Sprintf("unknown extension %q", filepath.Ext(path)), "accepted are "+accepted+", folders, and - for standard input")
	}
	return yield(src)
}

// listRoot lists a folder given by the caller. One without any article is refused: it is most likely a slip.
func listRoot(path string, yield func(source) bool) bool {
	found := false
	w := walker{root: path, seen: map[string]bool{}, yield: func(s source) bool {
		found = true
		return yield(s)
	}}
	if !w.walk(path) {
		return false
	}
	return found || yield(source{path: path, err: refuse(ErrEmpty, "no article in this folder", "accepted are "+accepted)})
}

// walker walks one folder given by the caller.
type walker struct {
	root  string
	seen  map[string]bool // real paths of folders already walked: links cannot lead round in circles
	yield func(source) bool
}

// walk lists a folder in the order of its names, hidden ones left out; false when the caller wants no more.
func (w walker) walk(dir string) bool {
	real, err := filepath.EvalSymlinks(dir)
	if err == nil && w.seen[real] {
		return true
	}
	w.seen[real] = true
	entries, err := os.ReadDir(dir)
	if err != nil {
		return w.yield(source{path: dir, err: cannotRead(err)})
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !w.entry(filepath.Join(dir, e.Name())) {
			return false
		}
	}
	return true
}

// entry lists one entry of a folder, following links. What has no accepted extension is none of our business, even
// when it cannot be read.
func (w walker) entry(path string) bool {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return w.walk(path)
	}
	name, relErr := filepath.Rel(w.root, path)
	if relErr != nil {
		name = filepath.Base(path)
	}
	src, ok := newSource(path, name, info)
	if !ok {
		return true
	}
	if err != nil {
		src.err = cannotRead(err)
	}
	return w.yield(src)
}

// newSource tells the form of a file by its extension, in any case; false when it is not an accepted one. The name
// is what its ID is made of; info may be nil.
func newSource(path, name string, info fs.FileInfo) (source, bool) {
	src := source{path: path}
	if info != nil && info.Mode().IsRegular() {
		src.size = info.Size()
	}
	if strings.EqualFold(filepath.Ext(name), ".gz") {
		src.gzip = true
		name = trimExt(name)
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt":
		src.form = formText
	case ".html", ".htm":
		src.form = formHTML
	case ".jsonl":
		src.form = formJSONL
	default:
		return src, false
	}
	if info != nil && !info.Mode().IsRegular() { // reading a pipe or a device could block for ever
		src.err = refuse(ErrFormat, "not a regular file", "give its content on standard input")
	}
	src.id = oneLine(filepath.ToSlash(trimExt(name)))
	return src, true
}

// trimExt is the name without its extension.
func trimExt(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) }

// cannotRead explains an error of the file system. The path is already in front of the message.
func cannotRead(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return fmt.Errorf("cannot be read; check that it exists and that you may read it: %w", err)
}
