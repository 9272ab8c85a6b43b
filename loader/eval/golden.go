package eval

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Scored is what stands in the file of scores about one set of texts.
type Scored struct {
	Name  string // without brackets
	Block string // all its lines, the name in brackets first
}

// Golden is the file of scores: one block per dataset, in order of name. The
// same texts, facts and rules always give the same bytes.
type Golden map[string]string

// ReadGolden reads a file of scores; a file that is not there is empty.
func ReadGolden(path string) (Golden, error) {
	raw, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("file of scores: %w", err)
	}
	g := Golden{}
	for block := range strings.SplitSeq(string(raw), "\n\n") {
		block = strings.TrimSpace(block)
		name, _, ok := strings.Cut(strings.TrimPrefix(block, "["), "]")
		switch {
		case block == "":
		case !strings.HasPrefix(block, "[") || !ok:
			return nil, fmt.Errorf("file of scores %s: a block does not start with its [name]: delete the file and make it again", path)
		default:
			g[name] = block + "\n"
		}
	}
	return g, nil
}

// Block is the result as it stands in the file of scores.
func (r Result) Block() string {
	return fmt.Sprintf("[%s] %d texts\n%s", r.Name, r.Score.Texts, r.Score)
}

// Scored is the result for the file of scores.
func (r Result) Scored() Scored { return Scored{r.Name, r.Block()} }

// Scored is the score of marked texts under a name for the file of scores.
func (m Marked) Scored(name string) Scored { return Scored{name, fmt.Sprintf("[%s] %s", name, m)} }

// Put replaces the given blocks; others stay.
func (g Golden) Put(blocks []Scored) {
	for _, b := range blocks {
		g[b.Name] = b.Block
	}
}

// Diff lists the lines of the blocks that differ from g: with "-" as in g,
// with "+" as they are. It is empty when nothing has changed.
func (g Golden) Diff(blocks []Scored) (lines []string) {
	for _, r := range blocks {
		was, is := strings.Split(g[r.Name], "\n"), strings.Split(r.Block, "\n")
		for _, l := range was {
			if !slices.Contains(is, l) {
				lines = append(lines, fmt.Sprintf("[%s] - %s", r.Name, l))
			}
		}
		for _, l := range is {
			if !slices.Contains(was, l) {
				lines = append(lines, fmt.Sprintf("[%s] + %s", r.Name, l))
			}
		}
	}
	return lines
}

// String is the whole file.
func (g Golden) String() string {
	blocks := make([]string, 0, len(g))
	for _, name := range slices.Sorted(maps.Keys(g)) {
		blocks = append(blocks, g[name])
	}
	return strings.Join(blocks, "\n")
}

// Write replaces the file of scores in one step.
func (g Golden) Write(path string) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".score-*")
	if err != nil {
		return fmt.Errorf("file of scores: %w", err)
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(g.String())
	if err := errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return fmt.Errorf("file of scores: %w", err)
	}
	return os.Rename(f.Name(), path)
}
