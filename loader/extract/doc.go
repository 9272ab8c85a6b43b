// Package extract reads articles and says what they report: who met whom, who
// led which delegation, who signed what, each with the sentence that proves
// it.
//
// There is one engine and no language in it; all words come from
// loader/lexicon. An article goes through these stages, each in a file of its
// own:
//
//	items.go     lines -> items: the main story, captions, related-story teasers
//	units.go     tokens -> units: the longest lexicon forms, and words not known
//	names.go     runs of capitalised units -> names of persons
//	actors.go    titles, names and appositions -> actors: "le vice-ministre
//	             vietnamien X, chef du Département Y", "la délégation", "elle"
//	dates.go     date expressions -> EDTF
//	coref.go     actors without a name -> persons of the article
//	verbs.go     verb groups: voice, tense, negation, plan
//	frames.go    verbs and nouns of contact with the actors in their slots -> facts
//	report.go    facts -> graph.Report
//	facts.go     graph.Report -> the plain form used for scoring
//
// # Frames
//
// A verb in verbs.tsv names an event and slots. The subject is one side; the
// slots tell where the other side stands: obj (direct object), with, to, at
// (prepositions of that class), recip (the subjects among themselves). In the
// passive the subject and the agent change places. Nouns of contact take
// "between A and B", "with B", "of A with B", and the subject of their clause.
//
// An actor can be a subject only where a subject can stand: after the start of
// a sentence or clause, not after a preposition or a verb. That, and not full
// syntax, is what keeps "A thanked B and met C" from saying that B met C.
package extract
