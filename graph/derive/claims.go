package derive

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// slot is a place in the memory of what was said: a signature of a block.
type slot struct{ block, sig string }

// claim returns the short key of a slot, under which stores keep evidence and
// the articles that name a person.
func (s slot) claim() string { return digest(s.block, s.sig) }

func compareSlots(a, b slot) int {
	return cmp.Or(strings.Compare(a.block, b.block), strings.Compare(a.sig, b.sig))
}

// claimsOf returns the claims of slots, sorted, each once.
func claimsOf(slots []slot) []string {
	claims := make([]string, len(slots))
	for i, s := range slots {
		claims[i] = s.claim()
	}
	slices.Sort(claims)
	return slices.Compact(claims)
}

// saying is one cell in its slot.
type saying struct {
	slot
	cell
}

// ledger collects what reports say and how often it must be counted: +1 for a
// report that comes, -1 for one that goes.
type ledger struct {
	counts map[string]map[saying]int // by block
}

func newLedger() *ledger { return &ledger{counts: map[string]map[saying]int{}} }

func (l *ledger) blocks() []string {
	keys := make([]string, 0, len(l.counts))
	for k := range l.counts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// post adds n for everything that one report says, each thing once.
func (l *ledger) post(said map[saying]struct{}, n int) {
	for s := range said {
		m := l.counts[s.block]
		if m == nil {
			m = map[saying]int{}
			l.counts[s.block] = m
		}
		m[s] += n
	}
}

// touched returns the slots of blocks of which l changes what is said.
func (l *ledger) touched(blocks []string) map[slot]bool {
	slots := map[slot]bool{}
	for _, b := range blocks {
		for s := range l.counts[b] {
			slots[s.slot] = true
		}
	}
	return slots
}

// speech is what one report says.
type speech struct {
	report *graph.Report
	said   map[saying]struct{}
	sigs   map[string][]string // the signatures used per block
}

func newSpeech(r *graph.Report) *speech {
	return &speech{report: r, said: map[saying]struct{}{}, sigs: map[string][]string{}}
}

func (sp *speech) say(s slot, attr byte, fields ...string) {
	sp.said[saying{s, cell{attr: attr, value: join(fields...)}}] = struct{}{}
}

// sayIf says only what is known.
func (sp *speech) sayIf(s slot, attr byte, value string) {
	if value != "" {
		sp.say(s, attr, value)
	}
}

func (sp *speech) use(s slot) {
	sp.say(s, attrReports)
	if sigs := sp.sigs[s.block]; !slices.Contains(sigs, s.sig) {
		sp.sigs[s.block] = append(sigs, s.sig)
	}
}

// close notes which signatures of a block stood together in the report, so
// that the report counts once when they turn out to be one.
func (sp *speech) close() {
	for b, sigs := range sp.sigs {
		if len(sigs) < 2 {
			continue
		}
		slices.Sort(sigs)
		sp.sayTogether(b, attrSet, sigs)
		groups := map[string][]string{}
		for _, sig := range sigs {
			g := groupOf(b, sig)
			groups[g] = append(groups[g], sig)
		}
		for _, some := range groups {
			sp.sayTogether(b, attrGroup, some)
		}
	}
}

func (sp *speech) sayTogether(block string, attr byte, sigs []string) {
	if len(sigs) > 1 {
		sp.say(slot{block, sigs[0]}, attr, strings.Join(sigs, sigSep))
	}
}

// reading is a report with what it says of persons, groups and countries,
// which takes no knowledge of other reports.
type reading struct {
	*graph.Report
	slots []slot    // of Persons
	forms nameForms // of their signatures
	near  [][2]slot // of those in different blocks whose names may be forms of one
	nodes map[saying]struct{}
	print string // fingerprint of the text; empty when nothing tells of an event
}

func read(r *graph.Report) *reading {
	rd := &reading{Report: r, slots: make([]slot, len(r.Persons)), forms: nameForms{}}
	sp := newSpeech(r)
	for i := range r.Persons {
		rd.slots[i] = personSlot(r, &r.Persons[i])
		sp.person(rd.slots[i], &r.Persons[i])
	}
	for i := range r.Parties {
		sp.group(graph.KindParty, &r.Parties[i])
	}
	for i := range r.Organizations {
		sp.group(graph.KindOrganization, &r.Organizations[i])
	}
	for _, c := range countriesOf(r) {
		sp.use(groupSlot(graph.KindCountry, string(c)))
	}
	sp.close()
	rd.nodes, rd.near = sp.said, resembling(rd.slots, rd.forms)
	if len(r.Meetings)+len(r.Delegations)+len(r.Agreements) > 0 {
		rd.print = formatHash(simhash(r.Article.Text))
	}
	return rd
}

// naming returns the claims of the persons that r names, sorted, each once.
func (r *reading) naming() []string { return claimsOf(r.slots) }

func (sp *speech) person(s slot, p *graph.ReportedPerson) {
	r := sp.report
	sp.use(s)
	sp.say(s, attrName, norm.NFC.String(p.Name))
	for _, a := range p.Aliases {
		sp.say(s, attrAlias, norm.NFC.String(a))
	}
	sp.sayIf(s, attrCountry, string(p.Country))
	for _, i := range p.Parties {
		sp.say(s, attrParty, groupID(partyLetter, &r.Parties[i]))
	}
	for _, i := range p.Organizations {
		sp.say(s, attrOrg, groupID(organizationLetter, &r.Organizations[i]))
	}
	for _, o := range p.Offices {
		value := join(o.Title, string(o.Country), strconv.FormatBool(o.Former), fullKey(o))
		sp.said[saying{s, cell{attrOffice, value, monthNumber(graph.Date(month(r.Article.Published)))}}] = struct{}{}
	}
}

// month returns YYYY-MM, or nothing when the date does not say the month.
func month(d graph.Date) string {
	if d.Year() == 0 || len(d) < 7 {
		return ""
	}
	return string(d[:7])
}

func groupSlot(k graph.Kind, id string) slot { return slot{string(k) + fieldSep + id, ""} }

func (sp *speech) group(k graph.Kind, g *graph.ReportedGroup) {
	letter := organizationLetter
	if k == graph.KindParty {
		letter = partyLetter
	}
	s := groupSlot(k, groupID(letter, g))
	sp.use(s)
	sp.say(s, attrName, norm.NFC.String(g.Name))
	for _, a := range g.Aliases {
		sp.say(s, attrAlias, norm.NFC.String(a))
	}
	sp.sayIf(s, attrCountry, string(g.Country))
}

// countriesOf lists every state that r names or refers to.
func countriesOf(r *graph.Report) []graph.CountryCode {
	var codes []graph.CountryCode
	add := func(c graph.CountryCode) {
		if c != "" && !slices.Contains(codes, c) {
			codes = append(codes, c)
		}
	}
	for _, c := range r.Countries {
		add(c.Code)
	}
	for i := range r.Persons {
		add(r.Persons[i].Country)
		for _, o := range r.Persons[i].Offices {
			add(o.Country)
		}
	}
	for _, gs := range [][]graph.ReportedGroup{r.Parties, r.Organizations} {
		for i := range gs {
			add(gs[i].Country)
		}
	}
	for i := range r.Meetings {
		add(r.Meetings[i].Country)
	}
	for i := range r.Delegations {
		add(r.Delegations[i].Host)
		addActors(r.Delegations[i].Represents, add)
	}
	for i := range r.Agreements {
		addActors(r.Agreements[i].Signers, add)
	}
	return codes
}

func addActors(as []graph.ActorClaim, add func(graph.CountryCode)) {
	for _, a := range as {
		if a.Kind == graph.ActorCountry {
			add(a.Country)
		}
	}
}

// who tells which person a slot is.
type who map[slot]graph.PersonID

// events says what a report tells of meetings, delegations and agreements,
// given who is who.
func events(r *reading, w who) (*speech, map[ProofKey][]graph.Evidence) {
	e := &eventSpeech{speech: newSpeech(r.Report), print: r.print, slots: r.slots, who: w, proofs: map[ProofKey][]graph.Evidence{}}
	meetings := make([]string, len(r.Meetings))
	for i := range r.Meetings {
		meetings[i] = e.meeting(&r.Meetings[i])
	}
	for i := range r.Delegations {
		e.delegation(&r.Delegations[i], meetings)
	}
	for i := range r.Agreements {
		e.agreement(&r.Agreements[i])
	}
	e.beside()
	e.close()
	for _, es := range e.proofs {
		slices.SortFunc(es, compareEvidence)
	}
	return e.speech, e.proofs
}

type eventSpeech struct {
	*speech
	print  string
	slots  []slot
	who    who
	proofs map[ProofKey][]graph.Evidence
	pairs  []pairClaim // that met
}

func (e *eventSpeech) person(i int) string {
	id, ok := e.who[e.slots[i]]
	if !ok {
		panic(fmt.Sprintf("derive: nobody is %q", e.report.Persons[i].Name))
	}
	return string(id)
}

// prove notes what proves an event, and which text that is from.
func (e *eventSpeech) prove(s slot, proofs []graph.Evidence) {
	e.say(s, attrSource, e.print)
	k := ProofKey{s.claim(), e.report.Article.ID}
	for _, p := range proofs {
		if !slices.Contains(e.proofs[k], p) {
			e.proofs[k] = append(e.proofs[k], p)
		}
	}
}

func (e *eventSpeech) delegation(d *graph.DelegationClaim, meetings []string) {
	represents := e.actors(d.Represents)
	s := slot{
		delegationLetter + digest(e.person(d.Head)),
		eventSig(d.Date, string(d.Host), joinList(represents)),
	}
	e.use(s)
	e.say(s, attrName, e.person(d.Head))
	e.say(s, attrStatus, string(d.Status))
	for _, m := range d.Members {
		e.say(s, attrMember, e.person(m))
	}
	if d.Meeting >= 0 {
		e.say(s, attrMeeting, meetings[d.Meeting])
	}
	e.prove(s, d.Evidence)
}

func (e *eventSpeech) agreement(a *graph.AgreementClaim) {
	signers := e.actors(a.Signers)
	words := strings.Fields(names.Fold(a.What))
	slices.Sort(words)
	s := slot{
		agreementLetter + digest(signers...),
		eventSig(a.Date, joinList(slices.Compact(words))),
	}
	e.use(s)
	e.say(s, attrSigners, joinList(signers))
	e.say(s, attrStatus, string(a.Status))
	e.say(s, attrWhat, a.What)
	e.prove(s, a.Evidence)
}

// actors returns the actors in order, each once, as kind:id.
func (e *eventSpeech) actors(as []graph.ActorClaim) []string {
	r := e.report
	list := make([]string, len(as))
	for i, a := range as {
		switch a.Kind {
		case graph.ActorPerson:
			list[i] = string(a.Kind) + ":" + e.person(a.Index)
		case graph.ActorParty:
			list[i] = string(a.Kind) + ":" + groupID(partyLetter, &r.Parties[a.Index])
		case graph.ActorOrganization:
			list[i] = string(a.Kind) + ":" + groupID(organizationLetter, &r.Organizations[a.Index])
		default:
			list[i] = string(a.Kind) + ":" + string(a.Country)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func actorsOf(list []string) []graph.Actor {
	var as []graph.Actor
	for _, s := range list {
		kind, id, _ := strings.Cut(s, ":")
		as = append(as, graph.Actor{Kind: graph.ActorKind(kind), ID: id})
	}
	return as
}

func eventSig(d graph.Date, rest ...string) string {
	return join(append([]string{string(d)}, rest...)...)
}
