package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// claim is a contact between persons, before it becomes a meeting.
type claim struct {
	left, right []int // persons of the two sides
	among       bool  // right is empty: the left ones met among themselves
	hostLeft    bool
	guestLeft   bool
	chair       bool // they preside over one session
	status      graph.Status
	mode        graph.Mode
	date        graph.Date
	place       string
	placeKey    string // the same in every language, if the place has such a key
	country     string
	sent        int
	rule        string
	back        int     // one more than the clause that looks back to it, 0 for none
	sure        float64 // how sure the weights are, 0 for a claim of a rule
}

// faces sets the right side, if it is anybody.
func (c *claim) faces(ps []int) bool {
	if len(ps) == 0 {
		return false
	}
	c.right = ps
	return true
}

// receives sets whom the left side receives, if it is anybody.
func (c *claim) receives(ps []int) bool {
	if !c.faces(ps) {
		return false
	}
	c.hostLeft = true
	return true
}

// areTwo sets two persons as those who met each other, if there are two.
func (c *claim) areTwo(ps []int) bool {
	if len(ps) != 2 {
		return false
	}
	c.left, c.among = ps, true
	return true
}

// areTogether sets two or more persons as those who met each other.
func (c *claim) areTogether(ps []int) bool {
	if len(ps) < 2 {
		return false
	}
	c.left, c.among = ps, true
	return true
}

// tellsOf reports whether p is on a side of a claim.
func (c *claim) tellsOf(p int) bool {
	return slices.Contains(c.left, p) || slices.Contains(c.right, p)
}

// joins reports whether p and q are the two sides of a claim.
func (c *claim) joins(p, q int) bool {
	l, r := slices.Contains(c.left, p), slices.Contains(c.left, q)
	if c.among {
		return l && r
	}
	return l && slices.Contains(c.right, q) || r && slices.Contains(c.right, p)
}
