// Package derive turns sets of reports into the graph. It is pure: every store
// shares it and only keeps rows.
//
// # The derivation
//
// A report says things (cells) of signatures in blocks. A block holds what
// could be one thing, a signature all that decides whether it is:
//
//	thing       block                          signature
//	person      folded name, or given key      marked name, country
//	group       id                             -
//	meeting     participants                   date, place, country, mode
//	delegation  head                           date, host, represented
//	agreement   signers                        date, words of the document
//
// Within a block, distinct signatures are partitioned into things by a pure
// rule (see partition), and a thing is a function of how many reports say what
// of its signatures. So the memory of a block is a table of counters, and
// applying a report costs the same whether ten or ten thousand others say it.
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
// # Identity
//
// Two signatures agree when nothing in them contradicts: letter by letter the
// diacritics of one are among those of the other, and countries are equal or
// unknown. Events agree when dates are compatible, modes and places equal or
// unknown, and lists (represented bodies, words of a title) nested. Agreement
// is not transitive. Items join when they agree with the same others, so
// something that fits two excluding things stays alone. The result does not
// depend on order.
//
// Ids are hashes of block and signature. A person's id is that of the block;
// where a block holds several persons, the one with by far the most reports
// keeps it. An event's id is that of block and date.
//
// # Adding a store
//
// A store implements Tx on a write transaction and calls Prepare before it
// begins and Plan.Run inside. It keeps, as rows or nodes of its own making:
//
//   - reports with hash, found by article id and by the claims they name;
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
