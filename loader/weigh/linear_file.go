package weigh

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Name tells what a gram stands for: the place, and the words in a row, with spaces between.
type Name struct{ Place, Words string }

// Gram is the one that has the name.
func (n Name) Gram() Gram { return phrase(phrase(0, n.Place), n.Words) }

// phrase is the gram that goes on with words.
func phrase(g Gram, words string) Gram {
	for w := range strings.SplitSeq(words, " ") {
		g = g.Then(Word(w))
	}
	return g
}

// Write writes a Linear as lines of text, by place and words: the log odds before any gram; then each place in
// square brackets, and below it the grams of it: the weight in hundredths, a tab, the words. The error is that
// of w, or names a gram that has no name.
func (m *Linear) Write(w io.Writer, names map[Gram]Name) error {
	type line struct {
		Name
		weight int
	}
	var lines []line
	for g, weight := range m.Weights {
		name, ok := names[g]
		if !ok {
			return fmt.Errorf("no name for the gram %d", g)
		}
		lines = append(lines, line{name, weight})
	}
	slices.SortFunc(lines, func(a, b line) int { return cmp.Or(cmp.Compare(a.Place, b.Place), cmp.Compare(a.Words, b.Words)) })
	b, place := bufio.NewWriter(w), ""
	fmt.Fprintln(b, m.Bias)
	for _, l := range lines {
		if l.Place != place {
			place = l.Place
			fmt.Fprintf(b, "[%s]\n", place)
		}
		fmt.Fprintf(b, "%d\t%s\n", l.weight, l.Words)
	}
	return b.Flush()
}

// ReadLinear reads what Write has written. The error names the line that is wrong.
func ReadLinear(s string) (*Linear, error) {
	m, n, place := &Linear{Weights: make(map[Gram]int, strings.Count(s, "\n"))}, 0, Gram(0)
	for line := range strings.SplitSeq(strings.TrimSuffix(s, "\n"), "\n") {
		if n++; n > 1 && strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") {
			place = phrase(0, line[1:len(line)-1])
			continue
		}
		number, words, more := strings.Cut(line, "\t")
		weight, err := strconv.Atoi(number)
		switch {
		case err != nil:
			return nil, fmt.Errorf("line %d: %w", n, err)
		case more == (n == 1) || more && place == 0:
			return nil, fmt.Errorf("line %d: want the log odds first, then grams each below a place", n)
		case n == 1:
			m.Bias = weight
		default:
			m.Weights[phrase(place, words)] = weight
		}
	}
	return m, nil
}
