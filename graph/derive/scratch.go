package derive

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// Graph derives the whole graph of a set of valid reports and judgements from
// scratch, in the form and order of Store.Export. Of several reports with one
// article id the last counts. It is what every store must agree with.
func Graph(reports []graph.Report, judged ...graph.Judgement) []graph.Object {
	set := graph.JudgementSet(judged)
	s := scratch{rulings: newRulings(set), who: who{}, proofs: map[string][]graph.Proof{}, facts: map[string]string{}}
	s.objects = judgementObjects(set)
	s.keepLast(reports)
	s.persons()
	s.events()
	sortObjects(s.objects)
	return s.objects
}

func sortObjects(os []graph.Object) {
	slices.SortFunc(os, func(a, b graph.Object) int {
		return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.Key, b.Key))
	})
}

type scratch struct {
	rulings *rulings
	reports []*reading
	who     who
	proofs  map[string][]graph.Proof // by claim
	facts   map[string]string        // claim to the node it belongs to
	objects []graph.Object
}

func (s *scratch) keepLast(reports []graph.Report) {
	last := map[graph.ArticleID]*graph.Report{}
	for i := range reports {
		last[reports[i].Article.ID] = &reports[i]
	}
	for _, id := range slices.Sorted(maps.Keys(last)) {
		s.reports = append(s.reports, read(last[id]))
	}
}

// blocks adds up a ledger from nothing.
func (l *ledger) build() map[string]*block {
	bs := map[string]*block{}
	for key, said := range l.counts {
		bs[key] = newBlock()
		bs[key].update(key, said)
	}
	return bs
}

func (s *scratch) persons() {
	l := newLedger()
	for _, r := range s.reports {
		l.post(r.nodes, 1)
		l.post(s.rulings.shared(r), 1)
	}
	people, joints := newView(s.rulings), newLedger()
	for key, b := range l.build() {
		if key[0] == personLetter[0] {
			people.put(key, b)
			joints.jointed(key, newBlock(), b, people.forms)
			continue
		}
		for _, g := range group(key, b) {
			s.objects = append(s.objects, GroupObject(g.JSON, g.Value.Kind, g.Value.ID))
		}
	}
	people.joints = joints.build()
	for key := range people.blocks {
		for _, c := range people.members(key) {
			p := people.person(c.first())
			if s.who[c.first()] != "" {
				continue
			}
			s.who.enter(p)
			n := people.blocks.node(p)
			s.claim(n.Claims, string(n.Value.ID))
			s.objects = append(s.objects, PersonObject(n.JSON, n.Value.ID))
		}
	}
	for _, r := range s.reports {
		s.objects = append(s.objects, ArticleObject(r.Report, s.named(r)))
	}
}

// named returns the persons that r names, by claim.
func (s *scratch) named(r *reading) map[string]graph.PersonID {
	ids := map[string]graph.PersonID{}
	for _, c := range r.naming() {
		ids[c] = graph.PersonID(s.facts[c])
	}
	return ids
}

func (s *scratch) claim(claims []string, node string) {
	for _, c := range claims {
		s.facts[c] = node
	}
}

func (s *scratch) events() {
	l := newLedger()
	for _, r := range s.reports {
		sp, proofs := events(r, s.who)
		l.post(sp.said, 1)
		for k, es := range proofs {
			for _, e := range es {
				s.proofs[k.Claim] = append(s.proofs[k.Claim], graph.Proof{Article: k.Article, Evidence: e})
			}
		}
	}
	blocks := l.build()
	s.meetings(blocks)
	for key, b := range blocks {
		switch key[:1] {
		case delegationLetter:
			for _, d := range makeAll(key, b, delegation) {
				s.objects = append(s.objects, DelegationObject(d.Value, s.linked(d.Links)))
				s.prove(string(d.Value.ID), d.Claims)
			}
		case agreementLetter:
			for _, a := range makeAll(key, b, agreement) {
				s.objects = append(s.objects, AgreementObject(a.JSON, a.Value.ID))
				s.prove(string(a.Value.ID), a.Claims)
			}
		}
	}
}

// meetings come before delegations, which refer to them.
func (s *scratch) meetings(blocks map[string]*block) {
	all := newSittings()
	for key, b := range blocks {
		if key[:1] == meetingLetter {
			all.put(key, b)
		}
	}
	for key := range all.blocks {
		for _, o := range all.of(key) {
			if o = all.seat(o); o == nil {
				continue
			}
			m := makeOne(all.blocks, o, meeting)
			s.claim(m.Claims, string(m.Value.ID))
			s.objects = append(s.objects, MeetingObject(m.JSON, m.Value.ID, s.telling(m.Claims)))
			for _, p := range Pairs(&m.Value) {
				s.objects = append(s.objects, PairObject(&m.Value, p))
			}
			s.prove(string(m.Value.ID), m.Claims)
		}
	}
}

func (s *scratch) linked(claims []string) []graph.MeetingID {
	var ids []graph.MeetingID
	for _, c := range claims {
		ids = append(ids, graph.MeetingID(s.facts[c]))
	}
	return ids
}

// telling returns the articles with evidence for claims.
func (s *scratch) telling(claims []string) []graph.ArticleID {
	var ids []graph.ArticleID
	for _, c := range claims {
		for _, p := range s.proofs[c] {
			ids = append(ids, p.Article)
		}
	}
	return ids
}

func (s *scratch) prove(fact string, claims []string) {
	var proofs []graph.Proof
	for _, c := range claims {
		proofs = append(proofs, s.proofs[c]...)
	}
	for i, p := range SortProofs(proofs) {
		s.objects = append(s.objects, ProofObject(graph.FactID(fact), i, p))
	}
}
