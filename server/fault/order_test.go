package fault_test

import (
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/diplograph/diplograph/server/fault"
)

// TestErrorsInOrderOfPath presents the same errors in many orders, as resolvers that run
// side by side do, and wants the same list.
func TestErrorsInOrderOfPath(t *testing.T) {
	var all []error
	for i := range 30 {
		path := ast.Path{ast.PathName("list"), ast.PathIndex(i), ast.PathName("b")}
		all = append(all, gqlerror.WrapPath(path, fault.Input("bad")))
	}
	all = append(all, gqlerror.WrapPath(ast.Path{ast.PathName("list")}, fault.Input("bad")),
		gqlerror.WrapPath(ast.Path{ast.PathName("list"), ast.PathIndex(2), ast.PathName("a")}, fault.Input("bad")))
	want := []string{"list", "list[0].b", "list[1].b", "list[2].a", "list[2].b", "list[3].b", "list[4].b", "list[5].b", "list[6].b", "list[7].b"}
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, seed))
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		got, req := present(all...)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("shuffled by %d (-want +got):\n%s", seed, diff)
		}
		if req.Omitted() != len(all)-len(want) {
			t.Errorf("%d are said to be omitted, of %d", req.Omitted(), len(all))
		}
	}
}

// TestOneErrorOfAField holds that what gqlgen says of a field whose error it was not
// given is no error of its own.
func TestOneErrorOfAField(t *testing.T) {
	var all []error
	for i := range 12 {
		all = append(all, gqlerror.WrapPath(ast.Path{ast.PathIndex(12 - i)}, fault.Input("bad")))
	}
	last := gqlerror.WrapPath(ast.Path{ast.PathIndex(1)}, errors.New("must not be null"))
	_, req := present(append(all, last)...)
	if req.Omitted() != 2 || req.Errors()[0].Message != "bad" {
		t.Errorf("%d omitted, the first is %v", req.Omitted(), req.Errors()[0])
	}
}

func present(errs ...error) (paths []string, r *fault.Request) {
	r = new(fault.Request)
	ctx := fault.WithRequest(context.Background(), r)
	p := fault.Presenter{Log: slog.New(slog.DiscardHandler)}
	for _, err := range errs {
		p.Present(ctx, err)
	}
	for _, e := range r.Errors() {
		paths = append(paths, e.Path.String())
	}
	return paths, r
}
