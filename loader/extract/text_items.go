package extract

import (
	"strings"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

type itemKind uint8

const (
	mainStory itemKind = iota
	caption            // a photo credit line of the main story
	teaser             // a related story: headline, caption and summary together
	nextStory          // of a page that gives several in a row
)

// item is a part of an article that tells one story of its own. Pronouns,
// roles and dates never reach from one item into another.
type item struct {
	kind     itemKind
	from, to int // sentences
}

// line is a line of the text, with its sentences.
type line struct {
	from, to   int // sentences
	start, end int // bytes
}

// segmentAll cuts the text into sentences and groups them into items.
func (d *doc) segmentAll(blocks []article.Block) {
	ranges := text.Sentences(d.ranges[:0], d.toks, d.text)
	d.ranges = ranges
	d.units, d.verbs, d.sents = d.units[:0], d.verbs[:0], d.sents[:0]
	for _, r := range ranges {
		if s := d.segment(r); s.to > s.from {
			d.sents = append(d.sents, s)
		}
	}
	d.groupLines(d.lines(), blocks)
}

// lines groups sentences by the line of text on which they start; good until the
// next call.
func (d *doc) lines() []line {
	ls := d.lined[:0]
	for i, s := range d.sents {
		if len(ls) == 0 || strings.IndexByte(d.text[d.sents[i-1].end:s.start], '\n') >= 0 {
			ls = append(ls, line{from: i, start: s.start})
		}
		l := &ls[len(ls)-1]
		l.to, l.end = i+1, s.end
	}
	d.lined = ls
	return ls
}

// groupLines makes items of lines. What follows a heading such as "Related stories"
// is teasers: a headline without a full stop starts a new one.
func (d *doc) groupLines(ls []line, blocks []article.Block) {
	d.items = append(d.items[:0], item{kind: mainStory})
	main := true
	told := false // the current teaser has its summary already
	for i, l := range ls {
		kind := blockKind(blocks, l.start)
		switch {
		case d.teaserHead(l):
			main, told = false, true
			d.put(l, caption) // the heading itself says nothing
		case kind == "teaser" || d.arrow(l) || d.teaserLine(l):
			d.put(l, teaser)
		case main && (kind == "caption" || d.isCaption(l) || i+1 < len(ls) && d.creditLine(ls[i+1]) && l.to-l.from <= 2):
			d.put(l, caption)
		case main:
			d.put(l, mainStory)
		default:
			isHead := !d.endsSentence(l) || d.isCaption(l)
			if isHead && told {
				d.put(l, teaser)
				told = false
			} else {
				d.extend(l)
				told = told || !isHead
			}
			if isHead && i+1 < len(ls) && !d.isCaption(l) && l.to-l.from == 1 && d.units[d.sents[l.from].from].punct == '>' {
				told = true
			}
		}
	}
}

// put gives the sentences of a line to a new item, or to the main story.
func (d *doc) put(l line, k itemKind) {
	k0 := 0
	if k != mainStory {
		d.items = append(d.items, item{kind: k, from: l.from, to: l.to})
		k0 = len(d.items) - 1
	}
	d.assign(l, k0)
}

// extend gives the line to the last item.
func (d *doc) extend(l line) {
	k := len(d.items) - 1
	if d.items[k].kind != teaser {
		d.put(l, teaser)
		return
	}
	d.items[k].to = l.to
	d.assign(l, k)
}

func (d *doc) assign(l line, k int) {
	for i := l.from; i < l.to; i++ {
		d.sents[i].item = k
	}
}

// ownStory reports an item that is no part of the main story.
func (d *doc) ownStory(item int) bool { return d.items[item].kind >= teaser }

// inTeaser reports a sentence of a teaser.
func (d *doc) inTeaser(k int) bool { return d.items[d.sents[k].item].kind == teaser }

func blockKind(blocks []article.Block, at int) string {
	for _, b := range blocks {
		if at >= b.Start && at < b.End {
			return string(b.Kind)
		}
	}
	return ""
}

func (d *doc) teaserHead(l line) bool {
	s := d.sents[l.from]
	for s.from+1 < s.to && d.units[s.from].punct != 0 {
		s.from++
	}
	u := &d.units[s.from]
	return u.set.has(lexicon.Teaser) && d.units[s.to-1].to-u.from <= 8 && l.to-l.from == 1
}

// teaserLine reports "Lire aussi : ..." with the other story on the same line.
func (d *doc) teaserLine(l line) bool {
	s := d.sents[l.from]
	return d.units[s.from].set.has(lexicon.Teaser) && s.from+1 < s.to && d.units[s.from+1].punct == ':'
}

// arrow reports a line that starts with an arrow: a link to another story.
func (d *doc) arrow(l line) bool {
	t := d.text[l.start:l.end]
	return strings.HasPrefix(t, ">>") || strings.HasPrefix(t, "►") || strings.HasPrefix(t, "→") || strings.HasPrefix(t, "»")
}

// isCaption reports whether a line is short and ends in a photo credit.
func (d *doc) isCaption(l line) bool {
	first, last := d.units[d.sents[l.from].from].from, d.units[d.sents[l.to-1].to-1].to
	if last-first > 90 {
		return false
	}
	for i := d.sents[l.from].from; i < d.sents[l.to-1].to; i++ {
		if d.credits(i) && (i+1 >= d.sents[l.to-1].to || d.units[i+1].punct != 0) {
			return true
		}
	}
	return false
}

// creditLine reports a line that is nothing but a photo credit.
func (d *doc) creditLine(l line) bool {
	return d.credits(d.sents[l.from].from) && l.end-l.start < 40
}

// credits reports a word for a picture or its source at unit i, or where somebody stands in
// it, in brackets: "(phải)". See words.txt.
func (d *doc) credits(i int) bool {
	e, ok := d.units[i].entry(lexicon.Caption)
	return ok && (e.Index < 2 || i > 0 && i+1 < len(d.units) && d.units[i-1].punct == '(' && d.units[i+1].punct == ')')
}

func (d *doc) endsSentence(l line) bool {
	t := strings.TrimRight(d.text[l.start:l.end], "\"»”)’ ")
	return strings.HasSuffix(t, ".") || strings.HasSuffix(t, "!") || strings.HasSuffix(t, "?") || strings.HasSuffix(t, "…") || l.to-l.from > 1
}

// newLine reports the end of a line between two places of the text.
func (d *doc) newLine(from, to int) bool {
	for i := from; i < to; i++ {
		if d.text[i] == '\n' {
			return true
		}
	}
	return false
}
