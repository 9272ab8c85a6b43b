// Package graph is the domain of diplograph: who met whom, for which side,
// where, when, and who says so.
//
// # Reports and the graph
//
// A [Report] is everything one article says: the persons it names, and the
// meetings, delegations and agreements it tells of, each with the sentence
// that proves it ([Evidence]). A [Store] keeps a set of reports and answers
// from the graph derived from that set: [Person], [Party], [Country],
// [Organization], [Meeting], [Delegation], [Agreement] and [Article] nodes
// with the edges between them.
//
// The graph is a function of the set of reports and of a set of judgements on
// who is who ([Judgement]), which only people make. Applying the same reports in
// any order, twice, in parallel or again after a crash gives the same graph,
// byte for byte in the export. Replacing or removing an article takes back
// what it said. Which reports were known on which day is kept beside the graph
// ([Batch].Day, Store.KnownOn): the second clock, beside the dates of events. The derivation itself is pure code in graph/derive that every
// store shares; a store only keeps rows.
//
// # What counts
//
//   - A meeting is one node with participants. Pairs (MET_WITH, [Encounter])
//     are derived from it, only between participants of different sides, and
//     only when the meeting was held.
//   - Dates are EDTF (ISO 8601-2), see [Date]: never "today", never a guess.
//   - Every fact carries evidence: quote, byte offsets into the article's
//     text, rule and confidence.
//
// The package imports the standard library only.
package graph
