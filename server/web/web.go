// Package web holds the pages of the server: an explorer of who met whom, and
// a console for queries.
//
// They are plain ES modules and CSS, embedded in the program; nothing is
// built and nothing comes from another host, so they work offline. Text from
// articles and answers reaches the document as text nodes only, never as
// markup.
package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strings"
)

//go:embed static
var files embed.FS

// Handler serves the pages at the root of a site. Files carry an ETag and are
// asked for again each time, so a new version of the server shows at once.
func Handler() http.Handler {
	root, err := fs.Sub(files, "static")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	tags := etags(root)
	server := http.FileServerFS(root)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "pages are read with GET", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if name == "" {
			name = "index.html"
		}
		tag, ok := tags[name]
		if !ok || name == "index.html" && r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("ETag", tag)
		w.Header().Set("Cache-Control", "no-cache")
		server.ServeHTTP(w, r)
	})
}

// Operations returns the names of the queries that the pages send, in order.
func Operations() []string {
	scripts, err := fs.Glob(files, "static/*.js")
	if err != nil {
		panic(err) // the pattern is right
	}
	var names []string
	for _, name := range scripts {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			panic(err) // embedded files can be read
		}
		for _, m := range regexp.MustCompile(`\bquery ([A-Z]\w*)`).FindAllSubmatch(b, -1) {
			names = append(names, string(m[1]))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// etags returns the hash of every file by name.
func etags(root fs.FS) map[string]string {
	tags := map[string]string{}
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(root, name)
		sum := sha256.Sum256(b)
		tags[name] = `"` + hex.EncodeToString(sum[:8]) + `"`
		return err
	})
	if err != nil {
		panic(err) // embedded files can be read
	}
	return tags
}
