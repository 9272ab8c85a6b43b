// Package extract reads articles and says what they report: who met whom, who
// led which delegation, who signed what, each with the sentence that proves
// it.
//
// There is one engine and no language in it; all words come from
// loader/lexicon. An article goes through these stages, each in files of its
// own:
//
//	detect.go       text -> language; languages.go: lines in another one
//	items.go        lines -> items: the main story, captions, related-story teasers
//	units.go        tokens -> units: the longest lexicon forms, and words not known;
//	                phrases.go: forms with other words inside; glue.go: syllables glued together
//	dates.go        date expressions; ago.go: told from the day of the page; nthtime.go: of the meeting before; edtf.go: -> EDTF
//	names.go        runs of capitalised units -> names; namecheck.go: which are persons;
//	                nameparts.go: what may go on a name; statenames.go: names
//	                that are those of states too
//	actors.go       -> actors: "le vice-ministre vietnamien X", "la délégation", "elle";
//	                titles.go and complements.go read their parts; premodifiers.go: before an office;
//	                posts.go: where, and for whom; appositions.go: behind a comma; asides.go: what
//	                else stands there; demonyms.go: "the Turkish"
//	govern.go       what governs an actor, and who is joined by "and"; lists.go: what a list is
//	person.go       what the article says of each person: state, offices; introduce.go: offices
//	                told a sentence before or after
//	refer.go        actors without a name -> persons, by the kind of word; coref.go: both sides; office.go: by title; heads.go: of
//	                delegations; anaphora.go: by what the text told before and after;
//	                meant.go: who has come; counterparts.go: "the two", the counterpart; pronouns.go:
//	                where compatriots would meet; journeys.go: whom the story follows; groups.go: three or more
//	verbs.go        verb groups and nouns: voice, tense, negation, plan; plans.go: what the
//	                text around says of that; timetable.go: the present for what is to come, what is called off; auxiliaries.go: auxiliaries told once for several verbs;
//	                reported.go: a future that is only part of what was said
//	frames.go       sentence by sentence: the verbs of contact in their clauses; asked.go: which only
//	                go on with what somebody asked or planned; claim.go: what they tell of
//	contact.go      verbs of contact -> claims; slots.go: who fills their slots, objects.go: with objects;
//	                conditions.go: what must hold for some; gather.go: who is brought together;
//	                subjects.go: where a subject stands
//	dialogue.go     who answers whom; quotes.go: who speaks as "I" in quotation marks
//	agents.go       agents before their verb, and as sides: what is discussed by two, who is thanked for a welcome
//	across.go       phrases with a person inside; who shares in what is done, and at whose place
//	partners.go     who stands beside somebody, or is told as his partner
//	programme.go    meals and audiences given, what follows in a programme
//	paraphrase.go   contacts told by what the two did: time given, papers handed over, words said
//	scenes.go       two in one place, whatever they do there
//	idioms.go       verbs of contact with words around them: gifts, who is taken along; phones.go: by telephone
//	arrivals.go     who has come by a headline, and for a pronoun
//	visitors.go     who has come, and what is done to them by who is at home there
//	calls.go        where they go, what their days begin and end with, who is listed as their partners
//	sidestold.go    heads of two sides, and what two do alone
//	echoes.go       what is told of another by a word that repeats it, of two together, after talks
//	guests.go       visitors without names, and who they were
//	otherside.go    the side that a pronoun, or a text that goes on to the next one, leaves out
//	nouns.go        nouns of contact -> claims; nounsides.go: who fills their slots; owner.go: whose it is; nounslots.go: further
//	                places of the other side; turns.go: the next in turn; line.go: in a list;
//	                series.go: those whom one sees one after another; inrow.go: across what is said of one;
//	                pairs.go: who stands beside them; hosts.go: sides told by their part; hisplace.go: at somebody's;
//	                rooms.go: by the room, the table, the screen
//	verbless.go     captions and other contacts told without a verb; alongside.go: with any verb;
//	                standing.go: by who stands beside whom; ends.go: at the two ends of a table;
//	                inverted.go: by or to whom, told after what was done
//	story.go        contacts that only the story as a whole tells
//	signs.go        what speaks for or against a contact in each sentence; traits.go: how
//	                a person stands in a story
//	weigher.go      -> counts of what the story says of a pair; weigh.go, ties.go, introduced.go;
//	                parts.go: of one person
//	weighed.go      contacts that the weights add, and those they drop; partsweighed.go: signers and
//	                heads of delegations that they add; weights.go
//	sides.go        whether two persons can be the two sides of a contact; singly.go: whether several
//	                were met together or one by one
//	setting.go      its place, mode and date; storyday.go: the day of the story; dateline.go: that of the page; days.go: of partners and towns with days of their own
//	placed.go       states of officials by where they met
//	leads.go        heads of delegations; heading.go: told by a title or a side; coheads.go: two told at once; teams.go: of other groups; chaired.go: of sessions
//	signing.go      signers of documents; signatures.go: told by nouns; signersmeant.go: by other words than their names; cosigners.go: who have met over them;
//	                penholders.go: those told in other words; undersigned.go: by their names, or whose task it was; furthersigners.go: after or beside others;
//	                paperlist.go: in lists of papers;
//	                parties.go, settleparties.go: parties; bodies.go: organizations; bodylists.go: where their lists stand, governments
//	report.go       claims -> graph.Report; seat.go: the place of an office; document.go: what was
//	                signed; namesakes.go: two of one name; relatives.go: of one family; identify.go: public figures; shortnames.go: named by the family alone
//	facts.go        graph.Report -> the plain form used for scoring
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
// classes of the lexicon and no word and no language; boosted trees (loader/weigh)
// turn a row into a probability; that a rule claims the pair is one of the counts. In the
// same way a person of a story that tells of a document or of a delegation is a row, and
// the weights say who has signed it and who heads it.
// "loader learn testdata/wanted testdata/rich testdata/weights --measure testdata/held
// --measure testdata/reports --out loader/extract/weights" learns them from wanted
// facts, always to the same files, and says how right they are on texts kept apart.
// A contact that the weights add has the rule "fr.weighed" and their probability as its
// confidence; its evidence is the sentence that says most of it. After a change of what
// is counted, learn anew; after a change of the rules or the lexicons, it is worth it.
//
// # What remains
//
// "loader eval DIR --errors" gives every mistake a class and each class its
// share. On the 1024 French texts that may be read, 461 edges are missed, wrong or
// wrongly dated:
//
//	29 %  never-in-one-sentence: a side is told sentences away, by a word that
//	      stands for no one person ("ses collègues", "l'ancien pilote")
//	15 %  trigger-not-understood: both sides and a word of contact in a
//	      construction that no slot covers
//	17 %  signings: told by a picture or a story alone ("trois hommes ont
//	      signé"), of a document that only another sentence names
//	12 %  dates: told by a clause of another meeting, or without a year
//	 9 %  claims of a meeting with somebody else, by a pronoun or by the story as a
//	      whole, or of none
//	 7 %  no-trigger-in-sentence: contact that no single word tells ("trois sujets
//	      ont occupé A et B")
//	 6 %  meetings read as plans, sides taken for one, persons not found
//	 4 %  heads of delegations, told by an office that another sentence resolves
package extract
