// Package knife makes conditions of instrumented code constant, one at a time; see the command ablate, which alone
// writes code that calls it. It is for one goroutine.
package knife

var (
	seen  [1 << 16]uint8 // of each site whether it was ever false (1), and true (2)
	at    = -1
	value bool
	left  int
)

// Is returns v, or what the condition of this site is made to be.
func Is(site int, v bool) bool {
	if v {
		seen[site] |= 2
	} else {
		seen[site] |= 1
	}
	if site == at {
		return made()
	}
	return v
}

//go:noinline
func made() bool {
	if left--; left < 0 {
		panic("a condition that is always the same is asked for without end")
	}
	return value
}

// Cut makes the condition of a site constant; after it has been asked for most times, it panics: a loop or a
// recursion does not end.
func Cut(site int, to bool, most int) { at, value, left = site, to, most }

// Mend ends a Cut.
func Mend() { at = -1 }

// Watch forgets what conditions have been.
func Watch() { clear(seen[:]) }

// Was reports whether the condition of a site has had a value since Watch.
func Was(site int, v bool) bool {
	if v {
		return seen[site]&2 != 0
	}
	return seen[site]&1 != 0
}
