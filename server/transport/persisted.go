package transport

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"

	"github.com/diplograph/diplograph/server/fault"
)

const (
	// remembered is how many queries of clients are remembered.
	remembered = 1000
	// longest is the longest query that is remembered, in bytes: strangers
	// must not fill the memory.
	longest = 4096
)

// Documents finds queries that a client names instead of sending them.
//
// A trusted document is one that the server was started with. Any other valid
// query is remembered by its SHA-256 when a client sends both, as Apollo's
// automatic persisted queries have it; the least used are forgotten.
type Documents struct {
	trusted map[string]string // by id
	known   map[string]bool   // texts of trusted documents
	only    bool
	recent  graphql.Cache[string]
}

// NewDocuments makes documents of the trusted ones, text by id. With only, no
// other query is answered.
func NewDocuments(trusted map[string]string, only bool) *Documents {
	d := &Documents{trusted: map[string]string{}, known: map[string]bool{}, only: only, recent: lru.New[string](remembered)}
	for id, text := range trusted {
		d.trusted[id], d.trusted[hash(text)] = text, text
		d.known[text] = true
	}
	return d
}

// ReadDocuments reads a file of trusted documents: a JSON object of texts by
// id, as Relay's compiler writes it, or a manifest as Apollo's tools write it.
func ReadDocuments(r io.Reader) (map[string]string, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var manifest struct {
		Format     string
		Operations []struct{ ID, Body string }
	}
	if json.Unmarshal(b, &manifest) == nil && manifest.Format == "apollo-persisted-query-manifest" {
		texts := make(map[string]string, len(manifest.Operations))
		for _, op := range manifest.Operations {
			texts[op.ID] = op.Body
		}
		return texts, nil
	}
	var texts map[string]string
	if err := json.Unmarshal(b, &texts); err != nil {
		return nil, fmt.Errorf("want a JSON object of queries by id, or a manifest of Apollo's tools: %w", err)
	}
	if len(texts) == 0 {
		return nil, errors.New("it lists no query")
	}
	return texts, nil
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// resolve puts the query into the request when it is named only. remember is
// to be called once the query was found valid.
func (d *Documents) resolve(ctx context.Context, r *request) (remember func(), refused *fault.Error) {
	remember = func() {}
	id, refused := named(r)
	switch {
	case refused != nil:
		return nil, refused
	case r.Query == "" && !d.find(ctx, r, id):
		return nil, &fault.Error{Code: fault.NotFound, Message: "PersistedQueryNotFound"} // clients compare the message
	case d.only && !d.known[r.Query]:
		return nil, &fault.Error{Code: fault.NotTrusted, Message: "this server answers the queries of its list only"}
	}
	if id != "" && !d.only && len(r.Query) <= longest {
		remember = func() { d.recent.Add(ctx, id, r.Query) }
	}
	return remember, nil
}

func (d *Documents) find(ctx context.Context, r *request, id string) (ok bool) {
	if r.documentID != "" {
		r.Query, ok = d.trusted[r.documentID]
		return ok
	}
	if r.Query, ok = d.trusted[id]; ok || d.only {
		return ok
	}
	r.Query, ok = d.recent.Get(ctx, id)
	return ok
}

// named returns the hash by which a request names its query, "" for none.
func named(r *request) (id string, refused *fault.Error) {
	bad := func(message string) (string, *fault.Error) {
		return "", &fault.Error{Code: fault.BadRequest, Message: message}
	}
	if r.documentID != "" && r.Query != "" {
		return bad("send either query or documentId")
	}
	ext, ok := r.Extensions["persistedQuery"]
	if !ok || ext == nil {
		return "", nil
	}
	fields, _ := ext.(map[string]any)
	id, _ = fields["sha256Hash"].(string)
	switch {
	case fmt.Sprint(fields["version"]) != "1":
		return bad("persistedQuery must have version 1")
	case len(id) != hex.EncodedLen(sha256.Size):
		return bad("persistedQuery must have a sha256Hash of 64 hexadecimal digits")
	case r.Query != "" && hash(r.Query) != id:
		return bad("sha256Hash is not that of the query")
	}
	return id, nil
}
