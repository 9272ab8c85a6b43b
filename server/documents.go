package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/diplograph/diplograph/server/resolver"
	"github.com/diplograph/diplograph/server/transport"
)

// documents are the trusted ones.
type documents struct {
	texts map[string]string // by id
	names []string          // of their operations
}

// openDocuments reads --trusted. A document that the server would refuse is
// an error: better now than when it is asked.
func openDocuments(f flags) (d documents, err error) {
	if f.Trusted == "" {
		return d, nil
	}
	file, err := os.Open(f.Trusted)
	if err != nil {
		return d, fmt.Errorf("--trusted cannot be read: %w", err)
	}
	defer file.Close()
	if d.texts, err = transport.ReadDocuments(file); err != nil {
		return d, fmt.Errorf("--trusted %s: %w", f.Trusted, err)
	}
	offered := (*resolver.Writes)(nil)
	if f.AllowWrites {
		offered = new(resolver.Writes)
	}
	schema := resolver.Schema(resolver.Resolver{Writes: offered}).Schema()
	var wrong []string
	for id, text := range d.texts {
		if _, err := f.Most.limits().Check(schema, text, nil); err != nil {
			wrong = append(wrong, id+": "+err.Message)
			continue
		}
		doc, errs := gqlparser.LoadQueryWithRules(schema, text, rules.NewDefaultRules())
		if errs != nil {
			wrong = append(wrong, id+": "+errs[0].Message)
			continue
		}
		for _, op := range doc.Operations {
			d.names = append(d.names, op.Name)
		}
	}
	if len(wrong) > 0 {
		slices.Sort(wrong)
		return d, fmt.Errorf("--trusted %s has queries that cannot be answered:\n  %s", f.Trusted, strings.Join(wrong, "\n  "))
	}
	return d, nil
}
