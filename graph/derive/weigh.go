package derive

import (
	"cmp"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// against is the score of what no evidence outweighs.
const against = -10

// otherCareer outweighs a name and a state that are the same.
const otherCareer = -4

// verdict is what two signatures say of each other.
type verdict int8

const (
	apart    verdict = iota - 1 // not one person
	unproven                    // one if others prove it
	together
)

func verdictOf(score int) verdict {
	switch {
	case score >= graph.JoinScore:
		return together
	case score < 0:
		return apart
	}
	return unproven
}

func tieOf(rs []graph.Reason) tie {
	score := graph.Score(rs)
	t := tie{verdict: verdictOf(score), score: int32(score), name: true}
	for _, r := range rs {
		t.office = t.office || r.Kind == graph.ReasonSameOffice
		t.variant = t.variant || r.Kind == graph.ReasonOneLetter || r.Kind == graph.ReasonSpelling
		t.name = t.name && (r.Score >= 0 || r.Kind == graph.ReasonOtherName)
	}
	return t
}

// weigher collects the reasons of one comparison. Without details it is quick:
// a block compares all its signatures with each other.
type weigher struct {
	reasons  []graph.Reason
	detailed bool
}

func (w *weigher) add(kind graph.ReasonKind, score int, detail func() string) {
	r := graph.Reason{Kind: kind, Score: score}
	if w.detailed {
		r.Detail = detail()
	}
	w.reasons = append(w.reasons, r)
}

// weigh compares two signatures. coheld tells that some report gives one
// person both kinds of office.
func (p *personSig) weigh(q *personSig, coheld func(a, b string) bool, w *weigher) {
	p.weighNames(q, w)
	p.weighCountries(q, w)
	p.weighOffice(q, w)
	p.weighCareers(q, coheld, w)
}

// officeReach is how many months may lie between the articles that tell an office of a
// family alone, or of that and of somebody of that family.
const officeReach = 6

// weighOffice comes after the names.
func (p *personSig) weighOffice(q *personSig, w *weigher) {
	if (names.FamilyAlone(p.words) || names.FamilyAlone(q.words)) && !p.held.within(officeReach, q.held) {
		return
	}
	if common := p.commonOffices(q, w.reasons[0].Kind); len(common) > 0 {
		w.add(graph.ReasonSameOffice, 1, func() string { return strings.Join(common, ", ") })
	}
}

func (p *personSig) weighCareers(q *personSig, coheld func(a, b string) bool, w *weigher) {
	offices := func() string { return strings.Join(p.offices, ", ") + " / " + strings.Join(q.offices, ", ") }
	switch {
	case p.excludes(q, coheld):
		w.add(graph.ReasonOtherOffice, against, offices)
	case p.elsewhere(q, coheld):
		w.add(graph.ReasonOtherCareer, p.doubt(q), offices)
	}
}

// doubt is the score of offices that nobody holds at one time, held at other times: a
// career leads from one to the other, but a namesake is as likely where names are few or the
// state is not told. Those are apart, so that who bears the name and no office joins neither. From
// a department of a ministry one goes to an embassy: where the name is one of few, that is no doubt.
func (p *personSig) doubt(q *personSig) int {
	if names.OfDiplomats(p.offices, q.offices) && names.Telling(p.words) && names.Telling(q.words) {
		return 0
	}
	if names.Syllabic(p.country) || names.Syllabic(q.country) || p.country == "" || q.country == "" {
		return otherCareer
	}
	return -1
}

func (p *personSig) weighNames(q *personSig, w *weigher) {
	both := func() string { return p.name() + " ~ " + q.name() }
	like := names.AlikeIn(cmp.Or(p.country, q.country), p.words, q.words)
	tones := p.folded == q.folded && !names.TonesAgree(p.words, q.words, p.marking, q.marking)
	switch {
	case p.folded == q.folded && (like == names.Other || tones), p.read != "" && q.read != "" && p.read != q.read:
		w.add(graph.ReasonOtherMarks, against, both)
	case like == names.Spelled && names.Romanized(cmp.Or(p.country, q.country)):
		w.add(graph.ReasonSpelling, 0, both)
	case like == names.Other && names.Romanized(cmp.Or(p.country, q.country)) && p.ends == q.ends && strings.HasPrefix(p.ends, "="):
		w.add(graph.ReasonSpelling, 0, both)
	case like == names.Shorter && names.WesternGiven(cmp.Or(p.country, q.country), p.words, q.words):
		w.add(graph.ReasonMiddleName, 0, both)
	case like == names.Other, like != names.Same && (names.Syllabic(p.country) || names.Syllabic(q.country)):
		w.add(graph.ReasonOtherName, against, both)
	case like == names.Same && names.FamilyAlone(p.words): // and so is the other
		w.add(graph.ReasonSameName, 0, both)
	case like == names.Same && names.Initialled(p.words): // and so is the other
		w.add(graph.ReasonMiddleName, 1, both)
	case like == names.Same:
		w.add(graph.ReasonSameName, graph.JoinScore, both)
	case like == names.Spelled && names.Foreign(p.words, q.words):
		w.add(graph.ReasonSpelling, graph.JoinScore, both)
	case like == names.Spelled:
		w.add(graph.ReasonSpelling, 1, both)
	case like == names.Shorter && names.ParticleLeft(p.words, q.words):
		w.add(graph.ReasonSpelling, graph.JoinScore, both)
	case like == names.Shorter && (names.MiddleInitial(p.words, q.words) || names.PatronymicLeft(p.words, q.words)):
		w.add(graph.ReasonMiddleName, graph.JoinScore, both)
	case like == names.Shorter && (names.HalfGiven(p.words, q.words) || names.FatherLeft(p.words, q.words)):
		w.add(graph.ReasonMiddleName, 0, both)
	case like == names.Shorter:
		w.add(graph.ReasonMiddleName, 1, both)
	default:
		w.add(graph.ReasonOneLetter, 0, both)
	}
}

func (p *personSig) weighCountries(q *personSig, w *weigher) {
	switch {
	case p.country == "" || q.country == "":
	case p.country == q.country:
		w.add(graph.ReasonSameCountry, 1, func() string { return p.country })
	default:
		w.add(graph.ReasonOtherCountry, against, func() string { return p.country + " / " + q.country })
	}
}

// commonOffices lists the offices of p that q holds, too: in one state or, where
// one of the states is unknown and the whole name is like the other, but for the
// family of the mother, for the same things or of the same place. Of a name with a middle name
// more or an initial, whose state is unknown, articles of one time must tell two offices, an
// admiral and commandant, or what the office is for, unless but one initial is told.
func (p *personSig) commonOffices(q *personSig, name graph.ReasonKind) []string {
	all := func(string, string) bool { return true }
	if p.country != "" && p.country == q.country {
		return p.sharedOffices(q, all)
	}
	if p.country != "" && q.country != "" {
		return nil
	}
	if name == graph.ReasonMiddleName && p.held.near(q.held) {
		telling := min(len(p.words), len(q.words)) > 2 || !names.Initialled(p.words) && !names.Initialled(q.words)
		if common := p.sharedOffices(q, all); len(common) > 1 || telling && slices.ContainsFunc(common, names.Specific) {
			return common
		}
	}
	if name == graph.ReasonSameName || name == graph.ReasonSpelling || name == graph.ReasonMiddleName && names.MotherLeft(p.words, q.words) {
		return p.sharedOffices(q, func(o, x string) bool {
			return names.Specific(o) && names.Specific(x) || name == graph.ReasonSameName && names.OfSoldier(o) // no minister, who bears the name
		})
	}
	return nil
}

// sharedOffices lists the offices of p that q holds, too.
func (p *personSig) sharedOffices(q *personSig, counts func(o, x string) bool) (common []string) {
	for _, o := range p.offices {
		if slices.ContainsFunc(q.offices, func(x string) bool { return names.SameOffice(o, x) && counts(o, x) }) {
			common = append(common, o)
		}
	}
	return common
}

// sameOffice reports an office that both tell as exactly.
func (p *personSig) sameOffice(q *personSig) bool {
	return slices.ContainsFunc(p.offices, func(o string) bool {
		return slices.ContainsFunc(q.offices, func(x string) bool { return names.SameOffice(o, x) && names.Specific(o) == names.Specific(x) })
	})
}

// elsewhere reports offices that nobody holds at one time, whatever their time.
func (p *personSig) elsewhere(q *personSig, coheld func(a, b string) bool) bool {
	return len(p.offices) > 0 && len(q.offices) > 0 && names.Exclusive(p.offices, q.offices, coheld)
}

// excludes reports offices that nobody holds at the same time, reported for
// the same time, and two careers of namesakes.
func (p *personSig) excludes(q *personSig, coheld func(a, b string) bool) bool {
	if (names.Syllabic(p.country) || names.Syllabic(q.country)) && names.OtherCareer(p.offices, q.offices) {
		return true
	}
	if names.Envoys(p.offices, q.offices) && p.held.near(q.held) {
		return names.Exclusive(p.offices, q.offices, coheld)
	}
	if !p.held.empty() && !q.held.empty() && (p.held.last < q.held.first || q.held.last < p.held.first) {
		return false
	}
	if !p.contemporary(q) {
		return names.Exclusive(kinds(p.offices), kinds(q.offices), coheld)
	}
	return names.Exclusive(p.offices, q.offices, coheld)
}

// contemporary reports that the offices of both are reported for one time, by
// more than the month in which a minister may have changed the ministry.
func (p *personSig) contemporary(q *personSig) bool {
	if p.held.empty() || q.held.empty() {
		return false
	}
	return p.held.first < q.held.last && q.held.first < p.held.last || p.held == q.held
}

// kinds are offices without portfolios.
func kinds(offices []string) []string {
	list := make([]string, len(offices))
	for i, o := range offices {
		list[i] = names.Kind(o)
	}
	return list
}
