// Package extract reads articles and says what they report: who met whom, who
// led which delegation, who signed what, each with the sentence that proves
// it.
//
// There is one engine and no language in it; all words come from
// loader/lexicon: a French verb of contact is a line of
// loader/lexicon/data/fr/verbs.tsv, a small word one of words.txt beside it;
// loader/lexicon/class.go lists the classes of small words. The prefix of a file says what it
// is about; those without one say how it hangs together: extract.go is the
// entrance, understand.go reads the sentences one after another and asks the
// rules, rules.go lists those of contacts with what hints.go wants a sentence to
// have for each, report.go makes the claims a graph.Report. An article goes
// through these stages:
//
//	text_      text -> lines -> sentences -> units, the longest forms of the lexicon:
//	           page: lines of the page around it; detect, languages: the language of
//	           the text and lines in another one; items: the main story, captions,
//	           teasers of related stories; stories: further ones of the page; units;
//	           phrases: forms with other words inside; syllables glued together
//	date_      expressions and what they mean: expressions; numeric: in figures; relative to
//	           the day of the page; visitday: days of a visit; edtf: what they are in
//	           EDTF; clause, lookback, earliermeeting, recalled: those that are of something else;
//	           dateline: that of the page; event: the day of an event;
//	           perpartner: partners and towns with days of their own
//	name_      runs of capitalised units -> names: runs; check: which are persons;
//	           parts: what may go on a name; states: names that are those of states too;
//	           words: names with parts that are towns, titles or words too; things: those of things
//	actor_     noun phrases -> actors, "le vice-ministre vietnamien X", "la
//	           délégation", "elle": parse; titles, and what stands before and behind
//	           them: premodifiers, complements, posts (where, and for whom),
//	           appositions, asides; sides: the state one is there for; demonyms: "the Turkish"; governor: the preposition
//	           of each; coordination: who is joined by "and"; lists: what a list is
//	person_    what the article says of each person: describe: states and offices;
//	           offices told a sentence before or after; placed: states by where they
//	           met; relatives, namesakes: two of one name; identify, surnames: public
//	           figures
//	refer_     actors without a name -> persons, by the kind of word: resolve;
//	           discourse: what the text has told so far; office: by title;
//	           delegations: by their heads; anaphora, pronouns, counterparts, groups;
//	           visitor, traveller: whom the story follows; owner: whose contacts it tells one
//	           after another; company: who came together; otherside: what a pronoun
//	           leaves out; opposite: who can stand opposite those whom a sentence names
//	verb_      verbs of any kind: forms; group: voice, tense, negation; auxiliaries; plans,
//	           timetable, asked, reported: what is still to come, or only said to;
//	           conditions: what must hold for some; slots, subjects, objects, agents:
//	           who fills their slots; adjuncts, topics: what may stand between; split: phrases with a person inside
//	met_       who met whom. By a verb of contact: verbs, gather, idioms, phones. By a
//	           noun: nouns, noun_sides, noun_slots, noun_owner, noun_pairs; offered:
//	           meals and audiences given. Contacts one after another: series. Told by
//	           who has come: arrivals, visitors, guests, calls, hosts, hisplace. By
//	           what two did: paraphrase, dialogue, quotes, echoes, sidestold, partners,
//	           alongside, inverted; since: by when they last did. By where they are: scenes, rooms, standing, ends.
//	           Without a verb: verbless; by the story as a whole: story. What holds
//	           for all: claim; sides: whether two can be the sides of a contact;
//	           singly: whether several were met one by one; setting: place, mode, date
//	led_       heads of delegations: delegation: by verbs; titles: by a title or a
//	           side; behind: behind an office; coheads: two told at once; teams: of other groups; sessions: who
//	           presides over talks
//	signed_    signers of documents: verbs, nouns; signers: who fills their slots;
//	           further: after or beside others; described: across words about one of them;
//	           holders: by their office alone; turns: without a verb of signing;
//	           another: one document of several; penholders, undersigned: by other
//	           words; meant: by other words than their names; lists: in lists of papers;
//	           document, object: what was signed;
//	           contacts: who has met over it
//	group_     parties, and settle: which of one name; doubts: whether one is meant; bodies: organizations;
//	           bodylists: where their lists stand
//	weigh_     signs: what speaks for or against a contact in each sentence; traits: how
//	           a person stands in a story; rows, pairs, ties, introduced, parts: what
//	           is counted; scene, told: what is counted in one sentence; words: its words and
//	           where they stand; rivals: who else it may tell of; judge: how the weights
//	           are asked; claims, partclaims: what they add and drop; models
//	report_    states: words for states that mean something else; seat: the place of an office; facts: the plain form used for scoring
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
//
// # Weights
//
// Half of all contacts are told in words that no rule knows, or of persons whom no
// rule finds: "L'après-midi appartenait à X". What tells them is the story: who acts in
// it, of which states, in which sentences with which words, with whom. Each pair of
// persons of two sides is a row of counts of such things (Features), which know
// classes of the lexicon and no language; boosted trees (loader/weigh)
// turn a row into a probability; that a rule claims the pair is one of the counts,
// and so is how surely the sentence of the claim means both: by name, office or pronoun.
//
// Before that each sentence that may tell of the two is a row of its own (ToldFeatures): one in which both
// stand, or one beside a word of contact while the other is not far; where they stand in it, beside which words,
// how its verbs tell, what stands next to it. Of whom all sentences together say that there is hardly a contact,
// the story is not asked. Wanted facts do not say
// which sentence tells of them; trees of their own learn it from all sentences of a pair together, of which
// one is enough. What they make of the sentences is counted for the story, and what they make of rivals: other pairs
// with one of the two, in the sentence that is surest and in any.
//
// What no lexicon knows the words tell: each word, and each two in a row, has a weight of its own for where it stands, before,
// between or after the phrases of the two; their sum, a logistic regression learnt in the same way, is one of the counts of the
// sentence. The files weights/*.words.txt give them in hundredths of log odds: "62	reçu B" below "[fr both between]" says what it adds that
// "reçu" stands right before the second of two. A word of fewer than three texts has no weight, and names have none.
//
// What learns from the answers of others must not see what those say of texts that they have learnt from: the words and the
// trees of the sentences are learnt once for each fifth of the texts, without it.
//
// In the same way a person of a story that tells of a document or of a delegation is a row, and
// so is each sentence that does beside the person, and the weights say who has signed it and who heads it.
//
// "loader learn testdata/weights testdata/reports testdata/wanted testdata/rich --measure testdata/held
// --measure testdata/unseen --measure testdata/held-news --out loader/extract/weights" learns them from wanted facts, always to the
// same files, and says how right they are on texts kept apart.
// A contact that the weights add has the rule "fr.weighed" and their probability as its
// confidence; its evidence is the sentence that its trees are surest of. After a change of what
// is counted, learn anew; after a change of the rules or the lexicons, it is worth it.
//
// # What a condition is worth
//
// Rules grow conditions. The command ablate makes each constant in turn and counts what that spoils and mends in texts
// with wanted facts. Of those that matter to texts that no rule was written with, five in six do good there; those that
// did more harm than good, in several texts, are gone.
//
// # What remains
//
// "loader eval DIR --errors" gives every mistake a class and each class its
// share. On the 1159 French texts that may be read, 395 edges are missed, wrong or
// wrongly dated:
//
//	29 %  never-in-one-sentence: a side is told sentences away, by a word that
//	      stands for no one person ("ses collègues", "l'ancien pilote")
//	10 %  trigger-not-understood: both sides and a word of contact in a
//	      construction that no slot covers
//	22 %  signings: told by a picture or a story alone ("trois hommes ont
//	      signé"), of a document that only another sentence names
//	19 %  dates: told by a clause of another meeting, or without a year
//	 6 %  no-trigger-in-sentence: contact that no single word tells ("trois sujets
//	      ont occupé A et B")
//	 5 %  claims of a meeting with somebody else, by a pronoun or by the story as a
//	      whole, or of none
//	 6 %  meetings read as plans, sides taken for one, persons not found
//	 2 %  heads of delegations, told by an office that another sentence resolves
//
// Behind the first of them stand references: "loader eval DIR --references" lists the phrases
// without a name that are taken for somebody else, or for nobody. Trees over counts such as those
// of the weights resolve them no better than the rules do.
package extract
