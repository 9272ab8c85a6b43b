// Package names compares names of persons as texts of several languages write
// them: with and without diacritics, in any order of words, transliterated,
// shortened, mistyped. It knows nothing of articles; what follows from two
// names being alike is for others to say.
//
// # Keys
//
// A word has two keys, with and without its marks. Newspapers drop marks, they
// do not invent them: words agree when the marks of one are among those of the
// other (MarksAgree).
//
// # Blocks
//
// Names can only be alike within a block (Block): the first and the last word,
// reduced to what spellings, slips of the pen and an initial leave alone. So
// that all that could be one name meets there, the reduction is rough; Alike is
// not.
package names
