// Package ingest takes articles in and brings their reports into a store.
//
//	read (one goroutine) -> extract and check (all cores) -> store (the caller's goroutine), in batches
//
// Reports come out in the order of the input whatever the number of cores, so
// that of two articles with one id the later wins, and so that output can be
// compared. Between the stages there is only so much text in hand: memory does
// not grow with the length of the input, save eight bytes or so per article to
// know an id that comes again.
//
// # Doing it again
//
// A second run reads and extracts everything again and leaves it to the store
// to answer "unchanged", which costs it one lookup. That is slower than asking
// the store first which articles it has, but it is right: what a report says
// depends on the rules that made it too, and a store does not know which rules
// an old report was made with. So a newer version of the rules replaces
// exactly the reports it changes, and a run that was cut off needs no note of
// how far it came.
package ingest
