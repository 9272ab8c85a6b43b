package eval

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/extract"
)

// ZZ="news5 held3" go test ./loader/eval -run TestZZ -v : mistakes of readable sets, sums of kept-aside ones
func TestZZ(t *testing.T) {
	x, _ := extract.New()
	for _, name := range strings.Fields(os.Getenv("ZZ")) {
		folder := filepath.Join("../../testdata/identity", name)
		r, err := ScoreTold(context.Background(), folder, x)
		fmt.Println(r.Scored(name).Block, err)
		if !strings.Contains(name, "held") {
			for _, m := range append(r.Persons.Mistakes, r.Meetings.Mistakes...) { fmt.Println("  ", m) }
		}
	}
}
