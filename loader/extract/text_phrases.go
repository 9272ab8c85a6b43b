package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// parted returns the verbs of a phrase with a date or an adverb inside it:
// "a présenté jeudi ses lettres de créance", and where the rest of it stands.
// Only its first word becomes the verb.
func (d *doc) parted(i, end int) (verbs []lexicon.Entry, rest [2]int) {
	if !d.lex.VerbPhrase(d.ids[i]) {
		return nil, rest
	}
	j, far := i+1, i+8
	for j < end && j < far {
		if j > i+1 { // "was host on Monday to Norway's X": the name of a state is no place here
			if verbs, rest = d.phrase(i, j, end); len(verbs) > 0 && !d.beforeDay(rest[1]-1) {
				return verbs, rest
			}
		}
		if k := d.insertedPhrase(j, end); k > j && k <= i+16 {
			j, far = k, max(far, k+4)
			continue
		}
		if !d.insertable(j) {
			break
		}
		if j > i+1 && d.lex.Options.LoosePhrases && d.ids[j] != 0 && d.wordSet(d.ids[j], d.toks[j]).any(lexicon.Def, lexicon.Indef, lexicon.Poss) {
			if verbs, rest = d.phrase(i, j, end); len(verbs) > 0 {
				return verbs, rest // "a souhaité lundi la bienvenue"
			}
		}
		j++
		if d.text[d.toks[j-1].Start] != ',' {
			continue
		}
		if verbs, rest = d.phrase(i, j, end); len(verbs) > 0 {
			return verbs, rest
		}
		if j < end && d.toks[j].Kind == text.Number {
			continue // "ce vendredi, 5 mai 2024 ses lettres"
		}
		j = d.pastAside(j, end)
		far = max(far, j+2)
	}
	if j == i+1 {
		return nil, rest
	}
	return d.phrase(i, j, end)
}

// infinitiveAt reports the preposition of an infinitive at token i: "agreed on Monday to receive X" has no phrase "agreed to".
func (d *doc) infinitiveAt(i, end int) bool {
	return d.lex.Options.Infinitives && i+1 < end && d.ids[i+1] != 0 && !d.toks[i+1].Cap && d.wordSet(d.ids[i], d.toks[i]).has(lexicon.To) && d.wordSet(d.ids[i+1], d.toks[i+1]).has(lexicon.Verb)
}

// phrase returns the verbs of the phrase of token i and those from j on, and where the
// latter stand.
func (d *doc) phrase(i, j, end int) (verbs []lexicon.Entry, rest [2]int) {
	n, sense := d.matchParted(i, i+1, j, min(end, j+6))
	if n < 2 || d.wordSet(d.ids[j+n-2], d.toks[j+n-2]).has(lexicon.By) || d.infinitiveAt(j+n-2, end) {
		return nil, rest // "was signed on Monday by X" is no phrase
	}
	return verbsIn(sense), [2]int{j, j + n - 1}
}

// matchParted matches the words of tokens [i, k) and, behind a gap, those of [j, end), ten
// at most in all.
func (d *doc) matchParted(i, k, j, end int) (n int, sense *lexicon.Sense) {
	var buf [10]int32
	ids := append(append(buf[:0], d.ids[i:k]...), d.ids[j:end]...)
	return d.lex.Match(ids, d.toks[i:k])
}

// verbsIn are the verbs that a form can be.
func verbsIn(s *lexicon.Sense) []lexicon.Entry {
	return slices.DeleteFunc(slices.Clone(s.Entries), func(e lexicon.Entry) bool { return e.Class != lexicon.Verb })
}

// pastAside returns the token after an aside of a few words between commas that starts
// at token j, j if none does: "a eu, sur une ligne sécurisée, un entretien".
func (d *doc) pastAside(j, end int) int {
	for k := j; k < end && k < j+16; k++ {
		if d.toks[k].Kind == text.Punct {
			if d.text[d.toks[k].Start] != ',' {
				return j
			}
			return k + 1
		}
		if d.ids[k] != 0 && d.wordSet(d.ids[k], d.toks[k]).any(lexicon.Have, lexicon.Be, lexicon.Who, lexicon.That) {
			return j
		}
	}
	return j
}

// finite makes finite verbs of participles that their unit holds the auxiliary of:
// "a eu, jeudi, au téléphone", "a eu pour hôte".
func (d *doc) finite(i, end int) []lexicon.Entry {
	verbs, _ := d.parted(i, end)
	if len(verbs) == 0 && i+1 < end {
		verbs, _ = d.phrase(i, i+1, end)
	}
	for i := range verbs {
		verbs[i].Form = lexicon.Fin
	}
	return verbs
}

// partedLater is the same with the date or the place further on in the phrase:
// "accepted credentials at the palace from X"; words is how many words stand
// before it, 0 if there is no such phrase.
func (d *doc) partedLater(i, end int) (verbs []lexicon.Entry, rest [2]int, words int) {
	if !d.lex.VerbPhrase(d.ids[i]) {
		return nil, rest, 0
	}
	for m := 2; m <= 4 && i+m < end && d.lex.GoesOn(d.ids[i:i+m]); m++ {
		j := i + m
		for far := j + 12; j < end && j < far; {
			if k := d.insertedPhrase(j, end); k > j {
				j = k
			} else if d.insertable(j) {
				j++
			} else {
				break
			}
			n, sense := d.matchParted(i, i+m, j, min(end, j+4))
			if n <= m || d.wordSet(d.ids[j+n-m-1], d.toks[j+n-m-1]).has(lexicon.By) || d.beforeDay(j+n-m-1) {
				continue
			}
			if verbs = verbsIn(sense); len(verbs) > 0 {
				return verbs, [2]int{j, j + n - m}, m
			}
		}
	}
	return nil, rest, 0
}

// insertedPhrase is the end of words for a place, a day, a length of time or an occasion inside a verb
// phrase; j if none start there.
func (d *doc) insertedPhrase(j, end int) int {
	if j > 0 && j+1 < end && d.lex.Options.Infinitives && d.toks[j].Kind == text.Punct && d.text[d.toks[j].Start] == ',' && !d.toks[j-1].Cap {
		if k := d.insertedPhrase(j+1, end); k > j+1 && k < end && d.toks[k].Kind == text.Punct && d.text[d.toks[k].Start] == ',' {
			return k + 1 // "called, on the sidelines of the summit, on X"
		}
		return j
	}
	k := max(d.placePhrase(j, end), d.lengthPhrase(j, end), d.mannerPhrase(j, end))
	if d.lex.Inside(d.ids[j]) {
		k = max(k, d.dayPhrase(j, end), d.marginsPhrase(j, end))
	}
	return k
}

// mannerPhrase is the end of "with great warmth" and "for the second time" inside a verb phrase; i if none starts there. What else
// "for" opens is no adjunct: "called for an inquiry".
func (d *doc) mannerPhrase(i, end int) int {
	if d.ids[i] == 0 || !d.lex.Options.Infinitives || d.toks[i].Kind != text.Word {
		return i
	}
	set, k := d.wordSet(d.ids[i], d.toks[i]), i+1
	if !set.either(lexicon.With, lexicon.For) {
		return i
	}
	if set.has(lexicon.For) && k < end && d.ids[k] != 0 && d.wordSet(d.ids[k], d.toks[k]).has(lexicon.Def) {
		k++
	}
	nth := k < end && d.ids[k] != 0 && d.wordSet(d.ids[k], d.toks[k]).any(lexicon.Nth, lexicon.First, lexicon.LastTime)
	if k += one(nth); set.has(lexicon.For) && !nth {
		return i
	}
	j := k
	for k < end && k < j+3 && !d.toks[k].Cap && d.roomWord(k) && !d.wordSet(d.ids[k], d.toks[k]).meets(someone) {
		k++
	}
	if k == j {
		return i
	}
	return k
}

// someone are the classes of words for persons.
var someone = classes(lexicon.He, lexicon.She, lexicon.They, lexicon.Each, lexicon.Role, lexicon.Side, lexicon.Two, lexicon.Numeral)

// openEnded reports a rest of a phrase that ends in a preposition, whose object is that of the
// verb: "a dîné mardi à la table de".
func (d *doc) openEnded(rest [2]int) bool {
	if rest[1] == rest[0] || d.lex.Options.Bare {
		return false
	}
	last := rest[1] - 1
	set := d.wordSet(d.ids[last], d.toks[last])
	return set.any(lexicon.Of, lexicon.To, lexicon.With, lexicon.Prep)
}

// The classes of words that stand inside verb phrases, and of those that do in loose ones.
var (
	inserted        = classes(lexicon.Weekday, lexicon.Adverb, lexicon.DayPart, lexicon.Month, lexicon.PartOf)
	looselyInserted = classes(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Numeral, lexicon.First, lexicon.Second, lexicon.Each)
)

// insertable reports a token that can stand inside a verb phrase.
func (d *doc) insertable(i int) bool {
	if d.toks[i].Kind == text.Number || d.beforeDay(i) || d.thisDay(i) {
		return true
	}
	loose := d.lex.Options.LoosePhrases // "a offert un grand dîner", "a eu, au téléphone,"
	if d.toks[i].Kind == text.Punct {
		return loose && d.text[d.toks[i].Start] == ','
	}
	if t := &d.toks[i]; d.ids[i] == 0 && t.Kind == text.Word && !t.Cap { // "met privately with"
		w := t.Text(d.text)
		return loose || slices.ContainsFunc(d.lex.AdverbSuffixes, func(x string) bool { return len(w) > len(x)+2 && strings.HasSuffix(w, x) })
	}
	set := d.wordSet(d.ids[i], d.toks[i])
	return d.ids[i] != 0 && (set.meets(inserted) || loose && (set.meets(looselyInserted) || set == thingOnly && !d.toks[i].Cap))
}

// placePhrase is the end of "at the Élysée" inside a verb phrase: "called at the
// Élysée on X"; i if none starts there.
func (d *doc) placePhrase(i, end int) int {
	if d.ids[i] == 0 || !d.wordSet(d.ids[i], d.toks[i]).has(lexicon.In) && !d.toTown(i, end) {
		return i
	}
	j := i + 1
	if j < end && d.ids[j] != 0 && d.wordSet(d.ids[j], d.toks[j]).has(lexicon.Def) {
		j++
	}
	k := j
	for k < end && k < j+4 && d.toks[k].Kind == text.Word && d.toks[k].Cap {
		k++
	}
	if k == j {
		return d.roomPhrase(i, end)
	}
	for far := k + 2; k < end && k < far && d.roomWord(k); {
		k++ // "at Iasi station"
	}
	return k
}

// roomPhrase is the end of "at the presidential palace", "in his office" and "at the gate of the city" at a
// preposition; i if none starts there.
func (d *doc) roomPhrase(i, end int) int {
	j := i + 1
	if j >= end || d.ids[j] == 0 || !d.wordSet(d.ids[j], d.toks[j]).either(lexicon.Def, lexicon.Poss) {
		return i
	}
	k := j + 1
	for k < end && k < j+4 && d.roomWord(k) {
		k++
	}
	if k == j+1 {
		return i
	}
	if k < end && d.ids[k] != 0 && d.wordSet(d.ids[k], d.toks[k]).has(lexicon.Of) {
		if m := d.roomPhrase(k, end); m > k {
			return m
		}
	}
	return k
}

// roomWord reports a word that can stand in the name of a place: no small word, no verb.
func (d *doc) roomWord(i int) bool {
	if d.toks[i].Kind != text.Word {
		return false
	}
	set := d.wordSet(d.ids[i], d.toks[i])
	return d.ids[i] == 0 || !set.meets(noRoom) && !functionWord(set)
}

// noRoom are the classes of words that end a phrase of place.
var noRoom = classes(lexicon.To, lexicon.From, lexicon.For, lexicon.Who, lexicon.That, lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Not, lexicon.Weekday, lexicon.Adverb, lexicon.After)

// marginsPhrase is the end of "on the sidelines of the summit" inside a verb phrase; i if none starts there.
func (d *doc) marginsPhrase(i, end int) int {
	n, sense := d.lex.Match(d.ids[i:min(end, i+5)], d.toks[i:min(end, i+5)])
	if n > 2 && !classSet(sense.Classes).has(lexicon.Margins) { // "on the sidelines of" is a preposition, too
		n, sense = d.lex.Match(d.ids[i:i+n-1], d.toks[i:i+n-1])
	}
	if n < 2 || !classSet(sense.Classes).has(lexicon.Margins) || i+n >= end || d.ids[i+n] == 0 || !d.wordSet(d.ids[i+n], d.toks[i+n]).has(lexicon.Of) {
		return i
	}
	if k := d.roomPhrase(i+n, end); k > i+n {
		return k
	}
	return i
}

// dayPhrase is the end of "ce jour" or "as well" inside a verb phrase; i if no words for a day told from
// today, and no adverb of several words, start there.
func (d *doc) dayPhrase(i, end int) int {
	n, sense := d.lex.Match(d.ids[i:min(end, i+6)], d.toks[i:min(end, i+6)])
	if n < 2 || !slices.ContainsFunc(sense.Entries, func(e lexicon.Entry) bool {
		return e.Class == lexicon.Today || e.Class == lexicon.Yesterday || e.Class == lexicon.Adverb
	}) {
		return i
	}
	return i + n
}

// lengthPhrase is the end of "pendant une heure" and "depuis une heure" inside a verb phrase; i if no words for how long start there.
func (d *doc) lengthPhrase(i, end int) int {
	if d.ids[i] == 0 || !d.wordSet(d.ids[i], d.toks[i]).any(lexicon.After, lexicon.From, lexicon.For) {
		return i
	}
	for k := i + 1; k < min(end, i+6); k++ {
		if n, sense := d.lex.Match(d.ids[k:min(end, k+3)], d.toks[k:min(end, k+3)]); n > 0 && slices.ContainsFunc(sense.Entries, func(e lexicon.Entry) bool {
			return e.Class == lexicon.Noun && d.lex.Nouns[e.Index].Event == "time"
		}) {
			return k + n
		}
		if !d.insertable(k) && (d.ids[k] == 0 || !d.wordSet(d.ids[k], d.toks[k]).any(lexicon.Of, lexicon.Numeral, lexicon.Indef)) {
			return i
		}
	}
	return i
}

// toTown reports "à Nairobi", where the preposition of places is that of persons, too.
func (d *doc) toTown(i, end int) bool {
	return i+1 < end && d.toks[i+1].Cap && d.ids[i+1] != 0 && d.wordSet(d.ids[i], d.toks[i]).has(lexicon.To) && d.wordSet(d.ids[i+1], d.toks[i+1]).either(lexicon.Place, lexicon.Country)
}

// ofSomebody reports verbs with the other side behind the word for belonging.
func (d *doc) ofSomebody(verbs []lexicon.Entry) bool {
	return slices.ContainsFunc(verbs, func(e lexicon.Entry) bool { return d.lex.Verbs[e.Index].Slots.Has("of") })
}

// thisDay reports the first word of "a présenté ce vendredi 5 mai ses lettres de créance".
func (d *doc) thisDay(i int) bool {
	if i+1 >= len(d.ids) || d.ids[i] == 0 || !d.wordSet(d.ids[i], d.toks[i]).has(lexicon.Dem) {
		return false
	}
	return d.toks[i+1].Kind == text.Number || d.ids[i+1] != 0 && d.wordSet(d.ids[i+1], d.toks[i+1]).has(lexicon.Weekday)
}

// beforeDay reports the preposition of "received on Monday a call from X".
func (d *doc) beforeDay(i int) bool {
	if i+1 >= len(d.ids) || d.ids[i] == 0 {
		return false
	}
	set, day := d.wordSet(d.ids[i], d.toks[i]), i+1
	if d.toks[day].Kind == text.Number && day+1 < len(d.ids) {
		day++ // "received on 5 May a call from X"
	}
	if set.has(lexicon.PartOf) && d.beforeDay(i+1) {
		return true // "received late on Monday a call from X"
	}
	return set.either(lexicon.Prep, lexicon.In) && d.ids[day] != 0 && d.wordSet(d.ids[day], d.toks[day]).either(lexicon.Weekday, lexicon.Month)
}

// thingOnly is a word like "grand", known for the names that it starts.
var thingOnly = setOf([]lexicon.Entry{{Class: lexicon.Thing}})
