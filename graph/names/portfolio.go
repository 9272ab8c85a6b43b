package names

import (
	"slices"
	"strings"
)

// The separators of an office key with portfolios: "minister:culture+sports".
const (
	portfolioSep = ":"
	andSep       = "+"
)

// OfficeKey adds to the key of an office what the title says it is for, where
// that tells ministers apart; a title that says nothing known adds nothing.
func OfficeKey(key, title string) string {
	switch key {
	case "minister", "vice_minister", "secretary_of_state":
	default:
		return key
	}
	if tasks := portfolios(title); len(tasks) > 0 {
		return key + portfolioSep + strings.Join(tasks, andSep)
	}
	return key
}

// portfolios lists, in order, what a title says an office is for.
func portfolios(title string) []string {
	folded := " " + Fold(title)
	var found []string
	for _, p := range portfolioStems {
		if slices.ContainsFunc(p.stems, func(s string) bool { return strings.Contains(folded, s) }) {
			found = append(found, p.key)
		}
	}
	return found
}

type stems struct {
	key   string
	stems []string // beginnings of words, folded, after a space, of all languages
}

var portfolioStems = []stems{
	{"agriculture", []string{" agricultur", " nong nghiep"}},
	{"construction", []string{" construction", " xay dung"}},
	{"culture", []string{" cultur", " van hoa"}},
	{"defence", []string{" defense", " defence", " quoc phong", " armees"}},
	{"education", []string{" education", " enseignement", " giao duc"}},
	{"energy", []string{" energi", " energy", " nang luong", " petrol", " hydrocarb"}},
	{"environment", []string{" environnement", " environment", " moi truong"}},
	{"finance", []string{" financ", " tai chinh"}},
	{"health", []string{" sante", " health", " y te"}},
	{"interior", []string{" interieur", " interior", " home affairs", " noi vu"}},
	{"justice", []string{" justice", " tu phap"}},
	{"labour", []string{" travail", " labour", " labor", " lao dong"}},
	{"planning", []string{" planif", " planning", " ke hoach"}},
	{"science", []string{" scienc", " khoa hoc"}},
	{"security", []string{" securite publique", " public security", " cong an"}},
	{"trade", []string{" commerce", " trade", " thuong mai", " cong thuong"}},
	{"transport", []string{" transport", " giao thong"}},
}

// Kind is an office key without portfolios.
func Kind(office string) string {
	kind, _, _ := strings.Cut(office, portfolioSep)
	return kind
}

// otherPortfolio reports two offices of one kind that are for other things.
func otherPortfolio(a, b string) bool {
	kind, x, _ := strings.Cut(a, portfolioSep)
	kindB, y, _ := strings.Cut(b, portfolioSep)
	if kind != kindB || x == "" || y == "" {
		return false
	}
	return !slices.ContainsFunc(strings.Split(x, andSep), func(p string) bool { return slices.Contains(strings.Split(y, andSep), p) })
}

// SameOffice reports whether two office keys can mean one office.
func SameOffice(a, b string) bool { return Kind(a) == Kind(b) && !otherPortfolio(a, b) }
