package eval

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// Opened is what was found for an evaluation.
type Opened struct {
	Datasets []Dataset // in order of name
	Refused  []error   // articles that could not be read, each with its place
	Skipped  []string  // JSON files without wanted facts beside some with
}

// Open reads the wanted facts under the folder gold, one dataset per folder
// that holds any, and the articles that belong to them.
//
// Articles come from inputs. Without inputs they are looked for beside the
// wanted facts: in the same folder, else in a folder "articles" beside it or
// beside its parent, else in the JSON Lines beside it. An article belongs to
// the facts with its id, or to those in X.json when it is the file X.txt. A
// text without a date of publication takes that of the facts.
//
// Datasets are named by their path from base, without path elements "wanted".
// Files that are no JSON, a folder without wanted facts, and a marked phrase that does
// not stand in its text where it should, are errors.
func Open(ctx context.Context, gold string, inputs []string, base string) (Opened, error) {
	var o Opened
	folders, err := o.readFolders(gold)
	if err != nil {
		return o, err
	}
	for _, f := range folders {
		if err := o.addArticles(ctx, f, inputs); err != nil {
			return o, err
		}
		if err := f.misplaced(); err != nil {
			return o, err
		}
		o.Datasets = append(o.Datasets, f.dataset(base))
	}
	slices.SortStableFunc(o.Datasets, func(a, b Dataset) int { return strings.Compare(a.Name, b.Name) })
	return o, nil
}

// folder is a folder with wanted facts; files are the paths of the cases.
type folder struct {
	path  string
	files []string
	cases []Case
}

func (o *Opened) readFolders(gold string) (folders []*folder, err error) {
	err = filepath.WalkDir(gold, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".json" {
			return err
		}
		want, ok, err := readWanted(path)
		if err != nil {
			return err
		}
		if !ok {
			o.Skipped = append(o.Skipped, path)
			return nil
		}
		i := slices.IndexFunc(folders, func(f *folder) bool { return f.path == filepath.Dir(path) })
		if i < 0 {
			i, folders = len(folders), append(folders, &folder{path: filepath.Dir(path)})
		}
		folders[i].files = append(folders[i].files, path)
		folders[i].cases = append(folders[i].cases, Case{Want: want})
		return nil
	})
	o.Skipped = slices.DeleteFunc(o.Skipped, func(path string) bool { // other folders are other things
		return !slices.ContainsFunc(folders, func(f *folder) bool { return f.path == filepath.Dir(path) })
	})
	if err == nil && len(folders) == 0 {
		err = errors.New("no wanted facts in it: it needs *.json files with id, persons, met and so on")
	}
	if err != nil {
		return nil, fmt.Errorf("wanted facts in %s: %w", gold, err)
	}
	return folders, nil
}

// readWanted reads one file; ok is false for JSON of another kind.
func readWanted(path string) (want extract.Facts, ok bool, err error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return want, false, err
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		if json.Valid(raw) {
			return want, false, nil
		}
		return want, false, fmt.Errorf("%s is no JSON: %w", path, err)
	}
	if fields["id"] == nil || fields["met"] == nil {
		return want, false, nil
	}
	if err := json.Unmarshal(raw, &want); err != nil {
		return want, false, fmt.Errorf("%s: %w", path, err)
	}
	return want, true, nil
}

// addArticles fills in the articles of a folder.
func (o *Opened) addArticles(ctx context.Context, f *folder, inputs []string) error {
	places := [][]string{inputs}
	if len(inputs) == 0 {
		places = f.places()
	}
	for _, paths := range places {
		for res := range (article.Reader{}).Read(ctx, paths...) {
			switch {
			case ctx.Err() != nil:
				return context.Cause(ctx)
			case res.Err == nil:
				f.add(res)
			case !slices.ContainsFunc(o.Refused, func(e error) bool { return e.Error() == res.Err.Error() }):
				o.Refused = append(o.Refused, res.Err) // several datasets may read one input
			}
		}
		if !slices.ContainsFunc(f.cases, func(c Case) bool { return c.Article == nil }) {
			return nil
		}
	}
	return nil
}

// places lists where articles of a folder may be, nearest first.
func (f *folder) places() [][]string {
	parent, above := filepath.Join(f.path, ".."), filepath.Join(f.path, "..", "..")
	return [][]string{
		matching(f.path, "*.jsonl", "*.txt", "*.html"),
		matching(parent, "articles"),
		matching(above, "articles"),
		matching(parent, "*.jsonl"),
	}
}

func matching(dir string, patterns ...string) (paths []string) {
	entries, err := os.ReadDir(dir) // not Glob: the folder's own name may have a bracket in it
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if slices.ContainsFunc(patterns, func(p string) bool { ok, _ := filepath.Match(p, e.Name()); return ok }) {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	return paths
}

// add gives an article to the case it belongs to, unless that has one.
func (f *folder) add(res article.Result) {
	for i := range f.cases {
		c := &f.cases[i]
		if c.Article != nil || c.Want.ID != res.Article.ID && !(res.Line == 0 && stem(f.files[i]) == stem(res.Source)) {
			continue
		}
		a := *res.Article
		a.ID = c.Want.ID
		if a.Published == "" {
			a.Published = str(c.Want.Published)
		}
		c.Article = &a
	}
}

// misplaced is an error of a phrase that does not stand where the facts say.
func (f *folder) misplaced() error {
	for i, c := range f.cases {
		if c.Article == nil {
			continue
		}
		for _, r := range c.Want.References {
			if r.At < 0 || r.At > len(c.Article.Text) || !strings.HasPrefix(c.Article.Text[r.At:], r.Phrase) {
				return fmt.Errorf("%s: the phrase %q does not stand at byte %d of the text: count its bytes anew", f.files[i], r.Phrase, r.At)
			}
		}
	}
	return nil
}

// stem is a path without its extension.
func stem(path string) string {
	path = filepath.Clean(path)
	return strings.TrimSuffix(path, filepath.Ext(path))
}

func (f *folder) dataset(base string) Dataset {
	return Dataset{Name: nameOf(f.path, base), Cases: f.cases}
}

// nameOf names a dataset: "testdata/held/wanted/fr" from "testdata" is
// "held/fr".
func nameOf(path, base string) string {
	absPath, err1 := filepath.Abs(path)
	absBase, err2 := filepath.Abs(base)
	rel, err := filepath.Rel(absBase, absPath)
	if err := errors.Join(err1, err2, err); err != nil || strings.HasPrefix(rel, "..") {
		rel = filepath.Base(absPath)
	}
	parts := strings.Split(filepath.ToSlash(rel), "/")
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "wanted" || p == "." })
	if len(parts) == 0 {
		return filepath.Base(absPath)
	}
	return strings.Join(parts, "/")
}
