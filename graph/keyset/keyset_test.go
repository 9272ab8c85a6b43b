package keyset

import (
	"errors"
	"math"
	"testing"

	"github.com/diplograph/diplograph/graph"
)

func TestCursor(t *testing.T) {
	for _, k := range []Key{{}, {-5, "a b"}, {math.MaxInt64, "Tô"}, {math.MinInt64, ""}, {1, "x\x1fy"}} {
		got, err := After(k.Cursor())
		if err != nil || got != k {
			t.Errorf("After(%+v.Cursor()) = %+v, %v", k, got, err)
		}
	}
	for _, c := range []graph.Cursor{"x", "a b", "MQ", "MTU", "====", "MjAgYQ", "MTAwMCBh\n", "' OR 1=1"} {
		if k, err := After(c); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("After(%q) = %+v, %v; want ErrInvalid", c, k, err)
		}
	}
}

func TestNewest(t *testing.T) {
	newestFirst := []graph.Date{"2025-05-10", "2025-05-09", "2025-05", "2025", "2024-12-31", "0001", ""}
	for i, d := range newestFirst[1:] {
		if before := newestFirst[i]; Newest(before) > Newest(d) {
			t.Errorf("%q comes after %q", before, d)
		}
	}
	if Newest("XXXX-05-09") != Newest("") {
		t.Error("an unknown year is not last")
	}
}

func TestCheckWhen(t *testing.T) {
	for _, w := range []graph.When{{Since: "2025"}, {Until: "2025-05"}, {Since: "XXXX-05-09"}, {Until: "x"}, {Since: "2025-05-01/2025-05-02"}} {
		if _, err := CheckWhen(w); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("CheckWhen(%+v): %v, want ErrInvalid", w, err)
		}
	}
}
