package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// signersMeet: two persons of two states who put their names to one document have
// met over it, if the story does not tell so anyway.
func (d *doc) signersMeet() {
	for i, x := range d.signs {
		ps := d.cosigners(i)
		if !d.lex.Options.SignersMeet || len(ps) != 2 || !d.apart(ps[:1], ps[1:]) || d.told(ps) {
			continue
		}
		d.emit(claim{left: ps[:1], right: ps[1:], status: graph.Held, sent: x.sent, rule: x.rule}, d.sents[x.sent].from, false, false)
	}
}

// cosigners are those with whom the agent of a passive signs: "signé par A avec B", "A,
// avec qui un programme a été signé".
func (f *frame) cosigners() []int {
	if ps := f.withWhom(); len(ps) > 0 {
		return ps
	}
	return f.after(f.g.at, lexicon.With)
}

// dropHeadSigns drops the states of a headline as signers of a document whose
// signers the text names.
func (d *doc) dropHeadSigns() {
	d.signs = slices.DeleteFunc(d.signs, func(x signing) bool {
		return len(x.persons) == 0 && slices.ContainsFunc(d.signs, func(y signing) bool {
			return len(y.persons) > 0 && d.sents[x.sent].item == d.sents[y.sent].item && strings.HasPrefix(text.Fold(y.what), text.Fold(x.what))
		})
	})
}
