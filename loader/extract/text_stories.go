package extract

import "slices"

// splitStories makes the second and each further story of a page that gives several in a row an item of its
// own. A story begins at a headline in front of a dateline, or whose text tells of nobody whom the story before
// names: what stands behind a heading inside a story goes on about the same persons.
func (d *doc) splitStories() {
	ls := d.lines()
	heads := d.headlines(ls)
	if len(heads) == 0 {
		return
	}
	story, from, names := 0, 0, d.names
	said := map[string]bool{} // the words of the story's names: whether one of these is sure
	for _, to := range append(heads, len(ls)) {
		part := ls[from:to]
		n := 0
		for n < len(names) && names[n].sent < part[len(part)-1].to {
			n++
		}
		if from > 0 && (d.underDateline(part) || ofOthers(names[:n], said)) {
			story = len(d.items)
			d.items = append(d.items, item{kind: nextStory, from: part[0].from})
			clear(said)
		}
		if story > 0 {
			d.giveLines(part, story)
		}
		for _, x := range names[:n] {
			for _, w := range x.words {
				said[w] = said[w] || x.sure
			}
		}
		from, names = to, names[n:]
	}
}

// headlines are the lines that may be headlines of further stories: of some length, no sentences, the first such
// between lines of text. Shorter ones sign the text before or behind.
func (d *doc) headlines(ls []line) (out []int) {
	const words = 4
	told, head := false, -1
	for i, l := range ls {
		s := d.sents[l.from]
		switch {
		case d.items[s.item].kind != mainStory:
		case d.endsSentence(l):
			if told && head >= 0 {
				out = append(out, head)
			}
			told, head = true, -1
		case head < 0 && s.to-s.from >= words:
			head = i
		}
	}
	return out
}

// underDateline reports that the text under a headline begins with a dateline.
func (d *doc) underDateline(ls []line) bool {
	for _, l := range ls[1:] {
		if d.placeInFront(d.sents[l.from]) != "" {
			return true
		}
		if d.endsSentence(l) {
			break
		}
	}
	return false
}

// ofOthers reports that names are of somebody, and of nobody whose words are said.
func ofOthers(ns []name, said map[string]bool) bool {
	known := func(n name) bool {
		return !slices.ContainsFunc(n.words, func(w string) bool {
			sure, ok := said[w]
			return !ok || !sure && !n.sure
		})
	}
	return slices.ContainsFunc(ns, func(n name) bool { return n.sure }) && !slices.ContainsFunc(ns, known)
}

// giveLines gives what lines hold of the main story to another one.
func (d *doc) giveLines(ls []line, item int) {
	for _, l := range ls {
		if !d.ownStory(d.sents[l.from].item) {
			d.assign(l, item)
		}
	}
	d.items[item].to = ls[len(ls)-1].to
}
