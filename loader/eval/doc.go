// Package eval measures extraction against wanted facts: precision, recall
// and F1 per kind of fact, every mistake with a class and the sentences it is
// about, and the golden file that keeps the numbers in the repository.
//
//	names.go     when two written names are one person
//	match.go     when a claimed fact answers a wanted one
//	score.go     counts, and the comparison of one text
//	mistake.go   what went wrong, in a word that says where to look
//	page.go      sentences of a text, whom they name, what they tell of
//	dataset.go   wanted facts and the articles that belong to them
//	run.go       extraction of a dataset on all cores
//	references.go whom phrases without a name stand for
//	marked.go    texts in which only names or pairs are marked
//	golden.go    the file of scores
//
// # Rules of matching
//
// Persons and parties match by any of their names, see [SameName]; countries
// by code; meetings as unordered pairs; leads by person and by side where both
// give one; signings by signer. A claim answers one wanted fact; a pair counts
// once however often it met. What is wanted as optional neither helps nor
// hurts. The European Union and the countries a text lists as optional are
// never wrong.
//
// # Phrases without a name
//
// "They", "the visitor", "son hôte": facts of a text may mark whom such phrases stand for, as
// "references": each with the byte at which it begins, itself, and the names of those it means, none for
// somebody who is not named or for nobody. Marked are the phrases that the engine of the day saw: who
// wants to measure another one adds those it sees.
package eval
