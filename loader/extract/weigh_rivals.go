package extract

// Who has met somebody in a sentence has mostly not met somebody else there: what a sentence makes of one
// pair says something of the other pairs with one of the two, and so it is with who signs or leads.

// hearing is what the sentences of a zone make of a subject.
type hearing struct {
	p, q int // q is -1 for one person
	told
}

// rivals are the surest two hearings of each person in each sentence of a zone, and in any, -1. Whoever is asked
// about alone has everybody as a rival: all of them have the person -1.
type rivals map[[2]int]surest

type surest struct {
	first, second float64
	of            *hearing // the first one
}

// read enters all hearings of a zone.
func (r rivals) read(zone []*hearing) {
	clear(r)
	for _, h := range zone {
		for _, p := range [...]int{h.p, h.q} {
			for i, z := range h.odds {
				r.enter(h, z, p, h.sents[i])
				r.enter(h, z, p, -1)
			}
		}
	}
}

func (r rivals) enter(h *hearing, z float64, p, sent int) {
	x, some := r[[2]int{p, sent}]
	switch {
	case !some:
		x = surest{z, none, h}
	case h == x.of:
		x.first = max(x.first, z)
	case z > x.first:
		x = surest{z, x.first, h}
	default:
		x.second = max(x.second, z)
	}
	r[[2]int{p, sent}] = x
}

// other are the log odds of the surest hearing of p in a sentence but one.
func (r rivals) other(h *hearing, p, sent int) float64 {
	switch x, some := r[[2]int{p, sent}]; {
	case !some:
		return none
	case x.of == h:
		return x.second
	default:
		return x.first
	}
}

var rivalNames = []string{"rival there min", "rival there max", "rival min", "rival max"}

// counts are what the story is told of the rivals of a hearing; see rivalNames.
func (r rivals) counts(h *hearing) [4]uint8 {
	a, b := r.other(h, h.p, h.sent), r.other(h, h.q, h.sent)
	c, d := r.other(h, h.p, -1), r.other(h, h.q, -1)
	return [...]uint8{steps(min(a, b)), steps(max(a, b)), steps(min(c, d)), steps(max(c, d))}
}
