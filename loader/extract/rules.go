package extract

import "github.com/diplograph/diplograph/loader/lexicon"

// rule claims contacts that somebody in a sentence has by other than verbs and nouns of contact.
type rule struct {
	claim  func(d *doc, k int)
	needs  []hints // of each, its sentence has something
	untold bool    // only where nothing else tells of a contact
}

func need(hs ...hints) []hints { return hs }

// contactRules are tried in this order, the most indirect ones last.
var contactRules = []rule{
	{claim: (*doc).turnsTo},
	{claim: (*doc).partnerWord, needs: need(partnerRole), untold: true},
	{claim: (*doc).predicateHost, needs: need(hostRole)},
	{claim: (*doc).hostsAndGuests, needs: need(hint().or("host"), hint().or("guest"))},
	{claim: (*doc).sideHeads},
	{claim: (*doc).headsWere, needs: need(hint(lexicon.They), hint(lexicon.Be))},
	{claim: (*doc).answered, needs: need(hint().or("answers"))},
	{claim: (*doc).hostOf, needs: need(hostRole)},
	{claim: (*doc).hostWas, needs: need(partnerRole)},
	{claim: (*doc).cleftPair, needs: need(hint(lexicon.Be), hint(lexicon.That))},
	{claim: (*doc).toldLast, needs: need(hint(lexicon.Be))},
	{claim: (*doc).twoEnds, needs: need(hint().or("table", "facing", "far"))},
	{claim: (*doc).pictured, needs: need(hint().or("picture"))},
	{claim: (*doc).dayWith, needs: need(hint(lexicon.Be).or("begins", "fills"))},
	{claim: (*doc).isWith, needs: need(hint(lexicon.Be))},
	{claim: (*doc).hostNext, needs: need(hint().or("attend", "say", "clause", "voices", "waits"))},
	{claim: (*doc).guestWas, needs: need(partnerRole)},
	{claim: (*doc).hadGuests, needs: need(hint().or("host", "guest", "other", "counterpart"))},
	{claim: (*doc).ownGuest, needs: need(hostRole)},
	{claim: (*doc).presentPair, needs: need(hint().or("table")), untold: true},
	{claim: (*doc).betweenPair, needs: need(hint(lexicon.Between)), untold: true},
	{claim: (*doc).captionPair, untold: true},
	{claim: (*doc).headsTalk, untold: true},
	{claim: (*doc).frontedPair, untold: true},
	{claim: (*doc).phonePair, needs: need(hint(lexicon.Phone)), untold: true},
	{claim: (*doc).overPhone, needs: need(hint(lexicon.Phone)), untold: true},
	{claim: (*doc).alongside, untold: true},
	{claim: (*doc).atHisSide, needs: need(hint(lexicon.Beside)), untold: true},
	{claim: (*doc).escorted, needs: need(hint(lexicon.Beside)), untold: true},
	{claim: (*doc).sideBySide, needs: need(hint(lexicon.With, lexicon.Beside, lexicon.To)), untold: true},
	{claim: (*doc).guestOfNamed, needs: need(partnerRole), untold: true},
	{claim: (*doc).saidToBeGuestOf, needs: need(hint().or("guest")), untold: true},
	{claim: (*doc).amongPartners, needs: need(partnerRole), untold: true},
	{claim: (*doc).broughtAlong, untold: true},
	{claim: (*doc).whereHost, needs: need(hint(lexicon.That)), untold: true},
	{claim: (*doc).standingBeside, needs: need(hint(lexicon.Beside)), untold: true},
	{claim: (*doc).atHisPlace, untold: true},
	{claim: (*doc).overMeal, untold: true},
	{claim: (*doc).doneTogether, needs: need(hint(lexicon.Each)), untold: true},
	{claim: (*doc).aloneTogether, needs: need(hint(lexicon.Each)), untold: true},
	{claim: (*doc).scene, needs: need(hint().or("scene", "time", "table")), untold: true},
	{claim: (*doc).threeTable, needs: need(hint().or("met", "session")), untold: true},
	{claim: (*doc).agendaList},
	{claim: (*doc).videoPair, needs: need(hint(lexicon.Phone)), untold: true},
}

// The words for one of two who see each other.
var (
	hostRole    = hint().or("host", "guest")
	partnerRole = hint().or("host", "guest", "other")
)

// contacts tries the rules in a sentence.
func (d *doc) contacts(k int) {
	for i := range contactRules {
		if r := &contactRules[i]; (!r.untold || len(d.claims) == d.earlier) && d.tells(k, r.needs...) {
			r.claim(d, k)
		}
	}
}
