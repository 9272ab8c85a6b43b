package derive

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// plainWords is the longest title, in words, that means just what its key
// says, unless that tells more. A longer one tends to go on with a body of its own:
// "président de l'Amicale des anciens élèves" is no president of the state.
const plainWords = 5

// fullKey is the key of an office as a report tells it, with what it is for or of: see names.OfficeKey.
func fullKey(o graph.Office) string { return names.OfficeKey(o.Key, o.Title, o.Seat) }

// OfficeKind names an office in no language, so that all wordings of it are
// one: by its key (see fullKey), where that is one office of a state; another minister or
// ambassador is told by the whole title.
func OfficeKind(o graph.Office) string {
	switch key := plainKey(o); {
	case key == "":
		return "title " + names.Fold(o.Title)
	case singular(key):
		return key
	default:
		return key + " " + names.Fold(o.Title)
	}
}

// OfficeKinds are the kinds whose sentences may speak of an office: its own, and those of
// titles that leave out what it is for.
func OfficeKinds(o graph.Office) []string {
	kinds := []string{OfficeKind(o)}
	if names.Specific(o.Key) {
		for _, title := range names.TitlesAlone(names.Kind(o.Key)) {
			kinds = append(kinds, names.Kind(o.Key)+" "+title)
		}
	}
	return kinds
}

// singular reports a key that is one office of a state.
func singular(key string) bool {
	switch key {
	case "president", "vice_president", "prime_minister", "chancellor", "king", "queen", "pope", "foreign_minister", "secretary_general", "speaker":
		return true
	}
	return names.Specific(key)
}

// plainKey is the key of an office whose title says no more than it, else empty. The chairman of
// a state is its president.
func plainKey(o graph.Office) string {
	key := o.Key
	if key == "state_chairman" {
		key = "president"
	}
	if key != "" && len(strings.Fields(o.Title)) > plainWords && !names.Specific(key) && !names.Formal(key, o.Title) {
		return ""
	}
	return key
}

// Posts are the keys under which the offices of a person are found, sorted,
// each once: their kinds and all their wordings. See PostKey.
func Posts(p *graph.Person) []string {
	var list []string
	for i := range p.Offices {
		o := &p.Offices[i]
		if o.Country == "" {
			continue
		}
		for _, name := range append([]string{o.Title, o.Key, names.Kind(o.Key)}, o.Titles...) {
			if name != "" {
				list = append(list, PostKey(name, o.Country))
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// PostKey names an office of a state by a wording or a key: "foreign_minister"
// of VN is "foreign minister/VN".
func PostKey(office string, c graph.CountryCode) string {
	return names.Fold(strings.ReplaceAll(office, "_", " ")) + "/" + string(c)
}

// wording is what articles say of an office in one wording, month by month.
type wording struct {
	graph.Office
	months []tally
}

func (w wording) reports() (n int) {
	for _, m := range w.months {
		n += m.n
	}
	return n
}

// wordings lists what is said of each kind of office of each state.
func (t terms) wordings() map[[2]string][]wording {
	all := map[[2]string][]wording{}
	for _, value := range slices.Sorted(maps.Keys(t)) {
		f := split(value)
		o := graph.Office{Title: f[0], Country: graph.CountryCode(f[1]), Former: f[2] == strconv.FormatBool(true), Key: f[3]}
		o.Key = plainKey(o)
		k := [2]string{OfficeKind(o), f[1]}
		all[k] = append(all[k], wording{o, t[value]})
	}
	return all
}

// offices makes the times over which each office was held out of what the
// articles of each month say.
func (t terms) offices() []graph.HeldOffice {
	kinds := t.wordings()
	joinStateless(kinds)
	joinAlone(kinds)
	var list []graph.HeldOffice
	for k, all := range kinds {
		list = append(list, tenures(all, graph.CountryCode(k[1]))...)
	}
	slices.SortFunc(list, func(a, b graph.HeldOffice) int {
		return cmp.Or(
			cmp.Compare(cmp.Or(a.First, "X"), cmp.Or(b.First, "X")), // undated last
			cmp.Compare(a.Title, b.Title), cmp.Compare(a.Country, b.Country), cmp.Compare(a.Key, b.Key),
		)
	})
	return list
}

// joinStateless adds what articles say that do not name the state to the only one named.
func joinStateless(kinds map[[2]string][]wording) {
	states := map[string][]string{} // of each kind
	for k := range kinds {
		states[k[0]] = append(states[k[0]], k[1])
	}
	for kind, cs := range states {
		if slices.Sort(cs); len(cs) == 2 && cs[0] == "" {
			unite(kinds, [2]string{kind, cs[1]}, [2]string{kind, ""})
		}
	}
}

// joinAlone adds what is said of "the minister" to the only ministry that the person is told to
// hold, of "the ambassador" to the only post.
func joinAlone(kinds map[[2]string][]wording) {
	full := map[string][][2]string{} // the offices of each key without what they are for
	for k := range kinds {
		if names.Specific(k[0]) {
			full[names.Kind(k[0])] = append(full[names.Kind(k[0])], k)
		}
	}
	for key, offices := range full {
		if len(offices) != 1 {
			continue
		}
		to := offices[0]
		for _, title := range names.TitlesAlone(key) {
			unite(kinds, to, [2]string{key + " " + title, to[1]})
			unite(kinds, to, [2]string{key + " " + title, ""})
		}
	}
}

// unite adds what is said of one office, if anything is, to another.
func unite(kinds map[[2]string][]wording, to, from [2]string) {
	if to != from {
		kinds[to] = append(kinds[to], kinds[from]...)
		delete(kinds, from)
	}
}

// officeMonth is what all articles of a month say of one office.
type officeMonth struct {
	month        int // see monthNumber
	held, former int
}

// saysFormer is what the greater part says; of equal parts, that the office
// is held: articles of the month in which it changes hands say both.
func (m officeMonth) saysFormer() bool { return m.former > m.held }

func (m officeMonth) reports() int { return m.held + m.former }

// run are months, one after the other, that say the same.
type run struct {
	months []officeMonth
	former bool
}

func (r run) reports() (n int) {
	for _, m := range r.months {
		n += m.reports()
	}
	return n
}

// tenures cuts what is told of one office into the times over which it was
// held: each begins with an article that calls the person its holder, and
// ends with the first later one that calls them a former holder.
func tenures(all []wording, c graph.CountryCode) []graph.HeldOffice {
	title, others := titles(all)
	base := graph.HeldOffice{Office: graph.Office{Title: title.Title, Key: title.Key, Country: c}, Titles: others}
	months, undated := byMonth(all)
	runs := runsOf(months)
	if len(runs) == 0 { // no article is dated
		base.Former = undated.saysFormer()
		base.Reports = undated.reports()
		return []graph.HeldOffice{base}
	}
	var list []graph.HeldOffice
	for len(runs) > 0 {
		o, n := base, 1
		if !runs[0].former {
			o.From, o.Held = monthOf(runs[0].months[0].month), monthOf(last(runs[0].months).month)
			o.Gaps = runs[0].gaps()
			n = min(2, len(runs))
		}
		if end := runs[n-1]; end.former {
			o.Until, o.Former = monthOf(end.months[0].month), true
		}
		o.First, o.Last = monthOf(runs[0].months[0].month), monthOf(last(runs[n-1].months).month)
		for _, r := range runs[:n] {
			o.Reports += r.reports()
			o.Conflicts = append(o.Conflicts, r.conflicts()...)
		}
		list, runs = append(list, o), runs[n:]
	}
	list[0].Reports += undated.reports()
	return list
}

func last[T any](list []T) T { return list[len(list)-1] }

// maxGap is how many months may pass without an article before it is
// remarkable.
const maxGap = 24

func (r run) gaps() []graph.OfficeGap {
	var list []graph.OfficeGap
	for i := 1; i < len(r.months); i++ {
		a, b := r.months[i-1].month, r.months[i].month
		if b-a > maxGap {
			list = append(list, graph.OfficeGap{After: monthOf(a), Before: monthOf(b)})
		}
	}
	return list
}

// monthNumber counts the months up to YYYY-MM; 0 for an unknown one.
func monthNumber(m graph.Date) int {
	if m == "" {
		return 0
	}
	n, _ := strconv.Atoi(string(m[len("2006-"):])) // it was a date
	return m.Year()*12 + n
}

// monthOf is the month of a number.
func monthOf(n int) graph.Date {
	if n == 0 {
		return ""
	}
	return graph.MakeDate((n-1)/12, (n-1)%12+1, 0)
}

// conflicts are the months in which some articles say otherwise than r.
func (r run) conflicts() []graph.OfficeConflict {
	var list []graph.OfficeConflict
	for _, m := range r.months {
		if r.former && m.held > 0 || !r.former && m.former > 0 {
			list = append(list, graph.OfficeConflict{Month: monthOf(m.month), Holder: m.held, Former: m.former})
		}
	}
	return list
}

// titles returns the office in the wording that most articles use, of those that tell what it is
// for if some do, of equals the first in byte order, and the other titles.
func titles(all []wording) (best graph.Office, others []string) {
	counts := map[string]int{}
	for _, w := range all {
		counts[w.Title] += w.reports()
	}
	most := 0
	for _, w := range all {
		n, told, better := counts[w.Title], names.Specific(w.Key), names.Specific(best.Key)
		if told && !better || told == better && (n > most || n == most && w.Title < best.Title) {
			best, most = w.Office, n
		}
	}
	for t := range counts {
		if t != best.Title {
			others = append(others, t)
		}
	}
	slices.Sort(others)
	return best, others
}

// byMonth adds up what is said in all wordings.
func byMonth(all []wording) (months []officeMonth, undated officeMonth) {
	for _, w := range all {
		months = slices.Grow(months, len(w.months))
		for _, m := range w.months {
			if w.Former {
				months = append(months, officeMonth{month: m.month, former: m.n})
			} else {
				months = append(months, officeMonth{month: m.month, held: m.n})
			}
		}
	}
	slices.SortFunc(months, func(a, b officeMonth) int { return a.month - b.month })
	n := 0
	for _, m := range months {
		switch {
		case m.month == 0:
			undated.add(m)
		case n > 0 && months[n-1].month == m.month:
			months[n-1].add(m)
		default:
			months[n] = m
			n++
		}
	}
	return months[:n], undated
}

func (m *officeMonth) add(o officeMonth) {
	m.held, m.former = m.held+o.held, m.former+o.former
}

// runsOf joins months that say the same. A single month that says otherwise
// than the months on both sides, in fewer articles than either, is a slip of
// the pen: it stays among them as a conflict.
func runsOf(months []officeMonth) []run {
	runs := joined(months, officeMonth.saysFormer)
	slips := map[int]bool{}
	for i := 1; i+1 < len(runs); i++ {
		n := runs[i].reports()
		if len(runs[i].months) == 1 && n < runs[i-1].reports() && n < runs[i+1].reports() {
			slips[runs[i].months[0].month] = true
			i++ // its neighbour is no slip of its own
		}
	}
	if len(slips) == 0 {
		return runs
	}
	return joined(months, func(m officeMonth) bool { return m.saysFormer() != slips[m.month] })
}

func joined(months []officeMonth, former func(officeMonth) bool) []run {
	var runs []run
	for i, m := range months {
		if n := len(runs); n == 0 || runs[n-1].former != former(m) {
			runs = append(runs, run{months[i:i], former(m)})
		}
		r := &runs[len(runs)-1]
		r.months = r.months[:len(r.months)+1] // m is next
	}
	return runs
}

// Said is one sentence in which an article gives a person an office. It is
// kept under the person's claim.
type Said struct {
	Claim   string
	Kind    string // see OfficeKind
	Country graph.CountryCode
	Month   graph.Date // of the article, "" for unknown
	graph.OfficeProof
}

// OfficesSaid are the sentences in which a report gives persons offices.
func OfficesSaid(r *graph.Report) []Said { return read(r).said() }

// said finds the sentences that give the persons of r their offices: those in
// which the title stands near the name. It is a function of r.
func (r *reading) said() []Said {
	var list []Said
	for i := range r.Persons {
		p := &r.Persons[i]
		for _, o := range p.Offices {
			span, ok := officeSentence(r.Article.Text, p.Mentions, o.Title)
			if !ok {
				continue
			}
			o.Key = fullKey(o)
			list = append(list, Said{
				Claim: r.slots[i].claim(), Kind: OfficeKind(o), Country: o.Country, Month: graph.Date(month(r.Article.Published)),
				OfficeProof: graph.OfficeProof{
					Article: r.Article.ID, Quote: r.Article.Text[span.Start:span.End], Span: span, Lang: r.Article.Lang, Former: o.Former,
				},
			})
		}
	}
	slices.SortFunc(list, compareSaid)
	return slices.Compact(list)
}

func compareSaid(a, b Said) int {
	return cmp.Or(
		cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Country, b.Country),
		cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(strconv.FormatBool(a.Former), strconv.FormatBool(b.Former)),
	)
}

// How far a title may stand from a name, how much of a sentence is quoted on
// either side, in bytes, and at how many names it is looked for. An article
// can be one endless line that names somebody a million times.
const (
	titleReach   = 200
	quoteReach   = 300
	mentionReach = 20
)

func officeSentence(text string, mentions []graph.Span, title string) (graph.Span, bool) {
	for _, m := range mentions[:min(len(mentions), mentionReach)] {
		from := lineStart(text, m.Start, titleReach)
		to := lineEnd(text, m.End, titleReach)
		if i := strings.Index(text[from:to], title); i >= 0 {
			return sentence(text, min(m.Start, from+i), max(m.End, from+i+len(title))), true
		}
	}
	return graph.Span{}, false
}

// lineStart goes back from i to the start of the line, at most reach bytes.
func lineStart(text string, i, reach int) int {
	low := max(0, i-reach)
	if k := strings.LastIndexByte(text[low:i], '\n'); k >= 0 {
		return low + k + 1
	}
	for low < i && !utf8.RuneStart(text[low]) {
		low++
	}
	return low
}

func lineEnd(text string, i, reach int) int {
	high := min(len(text), i+reach)
	if k := strings.IndexByte(text[i:high], '\n'); k >= 0 {
		return i + k
	}
	for high < len(text) && high > i && !utf8.RuneStart(text[high]) {
		high--
	}
	return high
}

// sentence widens [from, to) to the sentence around it, as far as points tell.
func sentence(text string, from, to int) graph.Span {
	low, high := lineStart(text, from, quoteReach), lineEnd(text, to, quoteReach)
	for k := from; ; {
		i := strings.LastIndex(text[low:k], ". ")
		if i < 0 {
			break
		}
		if k = low + i; !abbreviated(text[low:k]) {
			low = k + len(". ")
			break
		}
	}
	for k := to; k < high; {
		i := strings.Index(text[k:high], ". ")
		if i < 0 {
			break
		}
		if k += i + 1; !abbreviated(text[to : k-1]) {
			high = k
		}
	}
	for low < from && text[low] == ' ' {
		low++
	}
	return graph.Span{Start: low, End: high}
}

// abbreviated reports whether a text ends in an initial or a short title, so
// that the point after it ends no sentence: "M. Lavrov", "J. Biden".
func abbreviated(text string) bool {
	word := text[strings.LastIndexByte(text, ' ')+1:]
	return utf8.RuneCountInString(word) <= 2
}
