package weigh

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Write writes a model as lines of text: the features, and the usual count of each,
// separated by tabs; the log odds before any tree; then each tree on a line of its own, its nodes
// separated by spaces: "feature:at:low:high" or, for a leaf, its value.
func (m *Model) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, strings.Join(m.Features, "\t"))
	for i, count := range m.Usual {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(strconv.Itoa(int(count)))
	}
	b.WriteByte('\n')
	fmt.Fprintln(b, short(m.Base))
	for _, t := range m.Trees {
		for i, n := range t {
			if i > 0 {
				b.WriteByte(' ')
			}
			if n.Low == 0 {
				b.WriteString(short(n.Value))
			} else {
				fmt.Fprintf(b, "%d:%d:%d:%d", n.Feature, n.At, n.Low, n.High)
			}
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

func short(x float64) string { return strconv.FormatFloat(x, 'g', 5, 64) }

// Read reads what Write has written. The error names the line that is wrong.
func Read(s string) (*Model, error) {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	if len(lines) < 3 {
		return nil, fmt.Errorf("a model has three lines at least, this one has %d", len(lines))
	}
	m := &Model{Features: strings.Split(lines[0], "\t")}
	var err error
	if m.Usual, err = readRow(lines[1], len(m.Features)); err != nil {
		return nil, fmt.Errorf("line 2: %w", err)
	}
	if m.Base, err = strconv.ParseFloat(lines[2], 64); err != nil {
		return nil, fmt.Errorf("line 3: %w", err)
	}
	for i, line := range lines[3:] {
		t, err := readTree(line, len(m.Features))
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+4, err)
		}
		m.Trees = append(m.Trees, t)
	}
	return m, nil
}

func readRow(line string, features int) (Row, error) {
	var r Row
	for word := range strings.SplitSeq(line, "\t") {
		count, err := strconv.ParseUint(word, 10, 8)
		if err != nil {
			return nil, err
		}
		r = append(r, uint8(count))
	}
	if len(r) != features {
		return nil, fmt.Errorf("%d counts: want %d, one of each feature", len(r), features)
	}
	return r, nil
}

func readTree(line string, features int) (Tree, error) {
	words := strings.Split(line, " ")
	t := make(Tree, len(words))
	for i, w := range words {
		n := &t[i]
		if !strings.Contains(w, ":") {
			var err error
			if n.Value, err = strconv.ParseFloat(w, 64); err != nil {
				return nil, err
			}
			continue
		}
		if err := n.read(w); err != nil {
			return nil, fmt.Errorf("node %q: %w", w, err)
		}
		// Branches lead on, so that no walk goes on for ever.
		if int(n.Feature) >= features || int(n.Low) <= i || int(n.High) <= i || int(n.Low) >= len(t) || int(n.High) >= len(t) {
			return nil, fmt.Errorf("node %q leads nowhere", w)
		}
	}
	return t, nil
}

// read reads the question "feature:at:low:high".
func (n *Node) read(s string) error {
	var numbers [4]uint64
	for i, most := range [4]int{16, 8, 16, 16} {
		word, rest, more := strings.Cut(s, ":")
		if more != (i < 3) {
			return errors.New("want four numbers")
		}
		var err error
		if numbers[i], err = strconv.ParseUint(word, 10, most); err != nil {
			return err
		}
		s = rest
	}
	n.Feature, n.At, n.Low, n.High = uint16(numbers[0]), uint8(numbers[1]), uint16(numbers[2]), uint16(numbers[3])
	return nil
}
