package web

import (
	"io/fs"
	"strings"
	"testing"
)

// TestFilesAreSafe keeps out what would make text markup, run text as code, or
// ask another host.
func TestFilesAreSafe(t *testing.T) {
	n := 0
	err := fs.WalkDir(files, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		n++
		text := strings.ReplaceAll(string(b), "http://www.w3.org/2000/svg", "")
		for _, bad := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(", "new Function", "javascript:", "http://", "https://", "style=\"", "onclick=\"", "@import"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s has %q", name, bad)
			}
		}
		return nil
	})
	if err != nil || n < 10 {
		t.Errorf("%d files: %v", n, err)
	}
}
