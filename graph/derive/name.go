package derive

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// personSig is a person's signature taken apart: all that decides who it is.
type personSig struct {
	words       []names.Word // sorted
	ends        string       // see names.Ends
	name        string       // as most articles write it
	folded      string       // all of them
	country     string
	offices     []string // keys of those held, sorted
	first, last string   // months of the articles that report them; empty when none is dated
}

func personSlot(p *graph.ReportedPerson) slot {
	if p.Key != "" {
		return slot{keyBlock(p.Key), ""}
	}
	words := names.Words(p.Name)
	block, ends := nameBlock(words), names.Ends(words)
	_, marked := names.KeysOf(words) // which sorts them
	return slot{block, join(marked, string(p.Country), joinList(officeKeys(p)), ends)}
}

func keyBlock(key string) string { return personLetter + digest("key", key) }

func nameBlock(words []names.Word) string {
	return personLetter + digest("name", names.Block(words))
}

// officeKeys are the kinds of offices that p holds.
func officeKeys(p *graph.ReportedPerson) []string {
	var keys []string
	for _, o := range p.Offices {
		if o.Key != "" && !o.Former {
			keys = append(keys, names.OfficeKey(o.Key, o.Title))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// parsePerson takes a signature apart. words holds those of the signatures before:
// those of a block have few different ones.
func parsePerson(sig string, said cells, words map[string]names.Word) personSig {
	if sig == "" { // who has a key
		return personSig{name: said.top(attrName), country: said.top(attrCountry)}
	}
	f := split(sig)
	p := personSig{name: said.top(attrName), country: f[1], offices: splitList(f[2]), ends: f[3]}
	for w := range strings.FieldsSeq(f[0]) {
		word, ok := words[w]
		if !ok {
			word = names.MakeWord(w).Hear()
			words[w] = word
		}
		p.words = append(p.words, word)
		p.folded += word.Folded + " "
	}
	for c := range said {
		if month := heldIn(c); month != "" {
			if p.first == "" || month < p.first {
				p.first = month
			}
			p.last = max(p.last, month)
		}
	}
	return p
}

// heldIn is the month in which articles say that a person holds an office, of
// which a cell tells; empty when it is another cell or the month is unknown.
func heldIn(c cell) string {
	if c.attr != attrOffice {
		return ""
	}
	_, rest, _ := strings.Cut(c.value, fieldSep) // title
	_, rest, _ = strings.Cut(rest, fieldSep)     // country
	former, rest, _ := strings.Cut(rest, fieldSep)
	month, _, _ := strings.Cut(rest, fieldSep)
	if former != "false" {
		return ""
	}
	return month
}
