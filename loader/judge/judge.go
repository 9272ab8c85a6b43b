// Package judge reads and writes judgements on who is who: as a plain-text
// file that people keep beside their articles, and in the form that the
// resolver of nomenklatura keeps.
//
// # The file
//
// One judgement per line, six columns with a tab between them:
//
//	verdict	person	person	who	when	why
//	same	Tập Cận Bình/CN	Xi Jinping/CN	anne	2025-05-09	one man in two alphabets
//	not-same	id:p2fa…	Nguyễn Văn Hùng/VN	anne	2025-05-10	father and son
//
// A person is a name, with or without a state, the key of a public figure
// (key:vn/to-lam), or an id; see graph.PersonRef.
// who, when (YYYY-MM-DD) and why may be empty, but the columns must be there.
// Empty lines and lines that begin with # are left alone. Removing a line, or
// putting # before it, takes the judgement back when the file is applied again.
package judge

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/diplograph/diplograph/graph"
)

// The verdicts.
const (
	Same    = "same"
	NotSame = "not-same"
)

// maxErrors is how many bad lines an error lists.
const maxErrors = 20

// header begins a new file.
const header = "# Judgements on who is who, a line each, with a tab between the columns:\n# same|not-same\tperson\tperson\twho\twhen\twhy\n"

// Line is a judgement with its place in a file.
type Line struct {
	Number int // from 1
	graph.Judgement
}

// File is a file of judgements with all its lines, so that it can be changed
// without touching what people wrote around them.
type File struct {
	Name  string
	Lines []Line
	text  []string
}

// Read reads a file. Every bad line is named in the error, the first twenty of
// them, and nothing is returned beside it.
func Read(name string) (*File, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("judgements: %w", err)
	}
	return parse(name, data)
}

// ReadOrNew is Read, with a file that is not there taken for an empty one.
func ReadOrNew(name string) (*File, error) {
	f, err := Read(name)
	if errors.Is(err, fs.ErrNotExist) {
		return parse(name, []byte(header))
	}
	return f, err
}

func parse(name string, data []byte) (*File, error) {
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%s is not UTF-8: save it as UTF-8: %w", name, graph.ErrInvalid)
	}
	f := &File{Name: name}
	var bad []error
	for line := range strings.Lines(string(bytes.TrimPrefix(data, []byte("\ufeff")))) {
		line = strings.TrimRight(line, "\r\n")
		f.text = append(f.text, line)
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		j, err := ParseLine(line)
		if err != nil {
			bad = append(bad, fmt.Errorf("%s:%d: %w", name, len(f.text), err))
			continue
		}
		f.Lines = append(f.Lines, Line{len(f.text), j})
	}
	if n := len(bad) - maxErrors; n > 0 {
		bad = append(bad[:maxErrors], fmt.Errorf("%s: %d more bad lines: %w", name, n, graph.ErrInvalid))
	}
	return f, errors.Join(bad...)
}

// ParseLine reads one line without its end. The error is ErrInvalid.
func ParseLine(line string) (graph.Judgement, error) {
	columns := strings.Split(line, "\t")
	if len(columns) != 6 {
		return graph.Judgement{}, fmt.Errorf("%d columns, want 6 with tabs between them: verdict, person, person, who, when, why: %w", len(columns), graph.ErrInvalid)
	}
	for i := range columns {
		columns[i] = strings.TrimSpace(columns[i])
	}
	return New(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5])
}

// New makes a judgement of the texts of its columns. The error is ErrInvalid.
func New(verdict, a, b, who, when, why string) (j graph.Judgement, err error) {
	if verdict != Same && verdict != NotSame {
		return j, fmt.Errorf("verdict %q, want %s or %s: %w", verdict, Same, NotSame, graph.ErrInvalid)
	}
	j = graph.Judgement{Same: verdict == Same, Who: who, When: graph.Date(when), Why: why}
	if j.A, err = graph.ParsePersonRef(a); err != nil {
		return j, err
	}
	if j.B, err = graph.ParsePersonRef(b); err != nil {
		return j, err
	}
	if when != "" {
		if err := j.When.CheckDay(); err != nil {
			return j, err
		}
	}
	return j, j.Validate()
}

// Format returns the line of a judgement, without its end.
func Format(j graph.Judgement) string {
	verdict := NotSame
	if j.Same {
		verdict = Same
	}
	columns := []string{verdict, j.A.String(), j.B.String(), j.Who, string(j.When), j.Why}
	for i, c := range columns {
		columns[i] = strings.Join(strings.Fields(c), " ") // no tab, no line end
	}
	return strings.Join(columns, "\t")
}

// Set returns the judgements of the file; never nil.
func (f *File) Set() []graph.Judgement {
	set := make([]graph.Judgement, len(f.Lines))
	for i, l := range f.Lines {
		set[i] = l.Judgement
	}
	return set
}

// Add appends judgements, those that the file has already left out. It returns
// how many came.
func (f *File) Add(js ...graph.Judgement) int {
	have := map[string]bool{}
	for _, l := range f.Lines {
		have[pair(l.Judgement)] = true
	}
	n := 0
	for _, j := range js {
		if have[pair(j)] {
			continue
		}
		have[pair(j)] = true
		f.text = append(f.text, Format(j))
		f.Lines = append(f.Lines, Line{len(f.text), j})
		n++
	}
	return n
}

// Remove drops the lines about two persons, in either order, and returns them.
func (f *File) Remove(a, b graph.PersonRef) []Line {
	gone := map[int]bool{}
	var kept, removed []Line
	for _, l := range f.Lines {
		if l.A == a && l.B == b || l.A == b && l.B == a {
			gone[l.Number] = true
			removed = append(removed, l)
			continue
		}
		l.Number -= len(removed)
		kept = append(kept, l)
	}
	var text []string
	for i, line := range f.text {
		if !gone[i+1] {
			text = append(text, line)
		}
	}
	f.text, f.Lines = text, kept
	return removed
}

// Write replaces the file by its new text, at once: a crash leaves the old one
// or the new one.
func (f *File) Write() error {
	temp, err := os.CreateTemp(filepath.Dir(f.Name), ".judgements-*")
	if err != nil {
		return fmt.Errorf("judgements: %w", err)
	}
	defer os.Remove(temp.Name())
	_, err = temp.WriteString(strings.Join(f.text, "\n") + "\n")
	err = errors.Join(err, temp.Chmod(0o644), temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), f.Name)
	}
	if err != nil {
		return fmt.Errorf("judgements: %w", err)
	}
	return nil
}

// pair is what a judgement says of whom.
func pair(j graph.Judgement) string {
	a, b := j.A.String(), j.B.String()
	return fmt.Sprint(j.Same, "\t", min(a, b), "\t", max(a, b))
}

// Contradictions lists the lines that tell two persons apart whom other lines
// of the file join, be it through a chain of them.
func (f *File) Contradictions() []Line {
	root := map[graph.PersonRef]graph.PersonRef{}
	find := func(r graph.PersonRef) graph.PersonRef {
		for {
			up, ok := root[r]
			if !ok {
				return r
			}
			r = up
		}
	}
	for _, l := range f.Lines {
		if a, b := find(l.A), find(l.B); l.Same && a != b {
			root[a] = b
		}
	}
	var bad []Line
	for _, l := range f.Lines {
		if !l.Same && find(l.A) == find(l.B) {
			bad = append(bad, l)
		}
	}
	return bad
}
