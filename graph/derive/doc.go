// Package derive turns sets of reports and judgements into the graph. It is
// pure: every store shares it and only keeps rows.
//
// # The derivation
//
// A report says things (cells) of signatures in blocks. A block holds what
// could be one thing, a signature all that decides whether it is:
//
//	thing       block                          signature
//	person      outer words, or given key      marked name, its ends, country, offices; whether all marks are there
//	joint       two words, or word and office  a signature of a person, and where it is
//	group       id                             -
//	meeting     first of either side, or all   date, place, country, mode, participants, month told
//	delegation  head                           date, host, represented
//	agreement   signers                        date, words of the document
//
// Within a block, distinct signatures are partitioned into things by a pure
// rule (see partition), and a thing is a function of how many reports say what
// of its signatures. So the memory of a block is a table of counters, and
// applying a report costs the same whether ten or ten thousand others say it.
// Where there are too many different signatures for that (the meetings of two
// who meet every month), the block falls into groups, of which a report costs
// its own (see kept).
//
// Counters add up to the number of reports; a report that uses two signatures
// of one thing counts once (attrSet). Only the counts of a person's single
// attributes (how often an office was reported) may count it twice.
//
// Persons come first, events refer to them. When a batch changes who a
// signature is, the reports that use it are taken out under its old person and
// put back under the new one: that is the one case in which a batch costs more
// than its own size.
//
// # Cost
//
// Besides that case, what a report costs does not grow with the graph. It reads
// and writes, of the blocks of what it says, the signatures with their classes,
// and what is said of those that it uses (block.ownRows) and of their classes.
// Signatures are compared only when one is new, or holds offices at other times.
// Each part has an end:
//
//   - the signatures that are compared: a crowded block is on shelves (kept), and
//     so are the events of a pair who meet often, by months, as long as none of
//     them is vague;
//   - the texts of one signature: the fingerprints of a loud one are (voices);
//   - what is said of a signature otherwise: the wordings and spellings in use,
//     and of offices the months in which articles tell of them, twelve a year.
//
// # Identity
//
// The block of a person is made of the first and the last word of the name,
// reduced to what spellings and slips of the pen leave alone, so that all that
// could be one person meets there (names.Block). Two signatures are together
// when the names are the same but for missing marks, particles or a patronymic,
// or spelled as another language spells long words, or, in one known state, as
// another language spells them or without middle names, or, for one office too,
// but for a letter. A family alone asks for state and office, told within half a
// year: its signature has the year. They are apart when the names are others,
// the states differ, or the offices are such as nobody holds at one time: of
// other branches of public life, for other things, of other places; where names
// are few or a state is not told, at other times, too, for there a namesake is
// as likely as a career. Half of a given name of two words, a given name of the
// West beside another one, and a father's name left out ask for an office. An
// article that tells of two persons under one name, written alike, means two.
// Names of few short syllables (see syllabic) are
// together or apart, letter by letter, and Vietnamese tones count where both
// names have them: as far as a French keyboard has, or all, which the name shows
// by its letters or its article by its language. Persons are what chains of the
// former connect, unless the latter splits it (partitionPeople); who could be
// each of two goes to the one whose office they share, or stays alone.
// Consonants that change their kind lead to another block and are not joined;
// public figures have a given key. Of two families that a hyphen joins the last
// one leads to the block, as many write them without the hyphen. Vietnamese
// writes foreigners by ear, syllable by syllable (names.Spoken), and Chinese as
// it reads their characters (names.Sino): the latter are in the block of the
// pinyin, and two readings of one pinyin are two persons.
//
// # Links between blocks
//
// Some forms of a name have other ends than the whole one, and so another block: a
// family alone, an initial for a name of many consonants (V. for Vladimir), one of
// two families. They are linked to it in a second step, between the persons of blocks
// (individuals). A signature stands at joints, blocks that list no more than which
// signatures there are: one for each two words of the name in its state, of the
// first of which only the first sound counts, and one for each word with each office
// held. What shares a joint is compared (view.compare): any two signatures must be
// free of contradiction, two must be together, and no report may name both, as it
// would call one person by the whole name. A family alone needs the same state and
// office in articles at most half a year apart. A judgement can tell them apart.
//
// Forms have ranks (names.Rank): a family alone, an initial with it, then the number
// of words. A form is linked to the only person of a higher rank that it fits, by
// itself or as one of that one's other forms; of two whom it fits, to none, nor where
// one of them is of its own block, which has decided otherwise. So links make trees,
// whose roots are the persons, with the root's id.
//
// That is a function of the set of reports: the individuals of each block are, joints
// list the signatures that exist whatever the way there, and the link of an individual
// is made of those at its joints and of the links of higher ranks. Ranks are few and
// grow with each link, so there are no chains; a joint of more than some signatures
// (maxJoined) links nothing and is reported like a crowded block. An article reads the
// joints of the persons it names, whom they may be forms of or the reverse, and the
// trees of these; it writes joints only for signatures that come or go (circle).
//
// # Crowds and judgements
//
// Comparing all signatures of a block with each other is quadratic, so there is
// an end to it: in a crowded block those of a group are compared, see groupOf,
// and graph.Stats.Crowded, which tells where.
//
// Judgements come on top. One that tells two persons of a block apart does so
// before the partition, between the signatures that its references mean. Those
// that join link blocks to families (rulings), and the persons of a family are
// joined after the partition, so that a judgement on one spelling takes the
// others along. Blocks, signatures and claims are what they are without
// judgements: a new set of judgements costs the blocks of the persons concerned
// and the reports of those who become another person. The only trace of a
// judgement in a block is attrShared.
//
// Events agree when dates are compatible, modes and places equal or
// unknown, and lists (represented bodies, words of a title) nested. A meeting
// without a day had happened by the month of its article, or was still to come,
// and is one of those months where there is one. Agreement is not transitive.
// Items join when they agree with the same others, so something that fits two
// excluding things stays alone. The result does not depend on order.
//
// Ids are hashes. A person's id begins with the key of the block, so that it
// leads there, and goes on with a hash of the folded name most used; where
// several persons of a block have one, the one with by far the most reports
// keeps it. An event's id is that of block and date.
//
// # Offices
//
// All wordings of one office of a person are one (OfficeKind): a minister by what the
// ministry is for, an ambassador by the state of the post, in any language, and who is
// only called the minister holds the only ministry told. Each month's
// articles say by majority whether the person holds it or did; months that say
// the same are one time, which a later "former" ends. What the minority says
// stays as a conflict, and years without a word as a gap.
//
// # Adding a store
//
// A store implements Tx on a write transaction and calls Prepare before it
// begins and Plan.Run inside. It keeps, as rows or nodes of its own making:
//
//   - reports with hash and first day, found by article id and by the claims
//     they name, and former reports with their days (Past);
//   - the sentences of offices (Said) by claim, kind and month;
//   - blocks, as opaque bytes by key;
//   - nodes with the columns its reads filter and order by, and for each the
//     claims that belong to it;
//   - evidence by claim and article.
//
// Evidence of a fact is the evidence of its claims through SortProofs, of an
// encounter that of its meeting (MeetingOf), meetings of a delegation are the
// nodes of its links, articles of a person those that name their claims. Pairs
// tells a meeting's encounters, Query ranks a search. Everything in a Delta is
// idempotent to repeat on the state before it. Then graphtest.Run must pass.
package derive
