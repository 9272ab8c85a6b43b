package derive

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// The separators inside keys, signatures and values. Validate keeps control
// characters out of reports, so a key splits in one way only.
const (
	fieldSep = "\x1f"
	listSep  = "\x1e"
	sigSep   = "\x1d" // of signatures, which hold lists

	tellingSep = "\x1c" // before the day by which something had happened, at the end of a signature
	aheadMark  = ">"    // before that day, when from it on something was to come
)

func join(fields ...string) string   { return strings.Join(fields, fieldSep) }
func split(s string) []string        { return strings.Split(s, fieldSep) }
func joinList(items []string) string { return strings.Join(items, listSep) }
func splitList(joined string) []string {
	if joined == "" {
		return nil
	}
	return strings.Split(joined, listSep)
}

var encoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// digest returns 16 letters (80 bits) that stand for the fields.
func digest(fields ...string) string {
	sum := sha256.Sum256([]byte(join(fields...)))
	return encoding.EncodeToString(sum[:10])
}

// The first letter of an id or block key tells its kind.
const (
	personLetter       = "p"
	partyLetter        = "y"
	organizationLetter = "o"
	meetingLetter      = "m"
	encounterLetter    = "e"
	delegationLetter   = "d"
	agreementLetter    = "a"
)

// keyLength is the length of a person's block key. A person's id begins with
// it, so that nothing else is needed to find the block.
const keyLength = 17

// innerLength is the length of the rest of an id.
const innerLength = 8

func blockOf(id graph.PersonID) string {
	if len(id) < keyLength || id[:1] != personLetter {
		return ""
	}
	return string(id[:keyLength])
}

// innerID is the id of one of the persons of a block.
func innerID(block string, fields ...string) graph.PersonID {
	return graph.PersonID(block + digest(fields...)[:innerLength])
}

// partyID and organizationID: the lexicon's key, else folded name and country.
func groupID(letter string, g *graph.ReportedGroup) string {
	if g.Key != "" {
		return g.Key
	}
	return letter + digest(names.Fold(g.Name), string(g.Country))
}

// encounterID holds its meeting's id, so that a store needs no table to get
// from an encounter to the evidence of its meeting.
func encounterID(m graph.MeetingID, a, b graph.PersonID) graph.EncounterID {
	return graph.EncounterID(encounterLetter + string(m[1:]) + digest(string(a), string(b)))
}

// MeetingOf returns the meeting that an encounter belongs to; ok is false
// when id is no encounter id.
func MeetingOf(id graph.FactID) (m graph.MeetingID, ok bool) {
	if len(id) != 33 || id[:1] != encounterLetter {
		return "", false
	}
	return graph.MeetingID(meetingLetter + string(id[1:17])), true
}
