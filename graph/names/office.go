package names

import (
	"slices"
	"strings"
)

// Exclusive reports whether two lists of offices, given by the keys of the
// lexicon, have offices that nobody holds at one time and no office that is
// in both. coheld tells that somebody is known to hold both of two.
func Exclusive(as, bs []string, coheld func(a, b string) bool) bool {
	found := false
	for _, a := range as {
		for _, b := range bs {
			if coheld(a, b) || SameOffice(a, b) {
				return false
			}
			x, y := branch(Kind(a)), branch(Kind(b))
			found = found || x != 0 && y != 0 && x != y || otherPortfolio(a, b)
		}
	}
	return found
}

// Namesakes reports whether two bearers of one name in a state are likely two
// persons: the state is one where names are few, and their offices, given by
// the keys of the lexicon, exclude each other and are no career.
func Namesakes(country string, a, b []string) bool {
	return Syllabic(country) && Exclusive(a, b, sameService)
}

// OtherCareer reports two lists of offices of which one has an ambassador's, the other that
// of a minister or deputy for something, and none is in both: where names are few
// those are two persons, in whatever years they hold them.
func OtherCareer(as, bs []string) bool {
	if slices.ContainsFunc(as, func(a string) bool { return slices.ContainsFunc(bs, func(b string) bool { return SameOffice(a, b) }) }) {
		return false
	}
	return slices.ContainsFunc(as, envoy) && slices.ContainsFunc(bs, expert) || slices.ContainsFunc(bs, envoy) && slices.ContainsFunc(as, expert)
}

// Envoys reports two lists of offices that both have an ambassador's: who goes from one post to another needs
// some months.
func Envoys(as, bs []string) bool {
	return slices.ContainsFunc(as, envoy) && slices.ContainsFunc(bs, envoy)
}

// OfSoldier reports a rank or a command.
func OfSoldier(office string) bool { return office == "general" || office == "military" }

// OfDiplomats reports offices of which one is an ambassador's and the other leads a department, as diplomats do before or
// after.
func OfDiplomats(as, bs []string) bool {
	directs := func(o string) bool { return Kind(o) == "director" }
	return slices.ContainsFunc(as, envoy) && slices.ContainsFunc(bs, directs) || slices.ContainsFunc(bs, envoy) && slices.ContainsFunc(as, directs)
}

// Telling reports a name that few have: of two words or more, one of which is long.
func Telling(words []Word) bool {
	const long = 8
	return len(words) > 1 && slices.ContainsFunc(words, func(w Word) bool { return len(w.Folded) >= long })
}

func envoy(office string) bool { return Kind(office) == "ambassador" }

// expert reports the office of a ministry that is not that of foreign affairs.
func expert(office string) bool {
	return ministerial(Kind(office)) && Specific(office) && !strings.HasSuffix(office, portfolioSep+foreignAffairs)
}

// sameService reports two offices of the foreign service, which one person
// comes to hold one after the other.
func sameService(a, b string) bool { return foreignService(a) && foreignService(b) }

func foreignService(office string) bool {
	switch Kind(office) {
	case "ambassador", "foreign_minister", "spokesperson":
		return true
	}
	return false
}

// branch is the part of public life an office belongs to, 0 where one person
// often holds it beside another.
func branch(office string) int {
	switch office {
	case "president", "king":
		return 1
	case "prime_minister", "vice_prime_minister", "minister", "foreign_minister", "vice_minister", "secretary_of_state":
		return 2
	case "ambassador":
		return 3
	case "governor":
		return 4
	case "speaker", ViceSpeaker:
		return 5
	case "spokesperson":
		return 6
	case "director", "adviser":
		return 7
	case "military":
		return 8
	case "bishop", "pope":
		return 9
	case "judge":
		return 10
	case "council":
		return 11
	}
	return 0
}
