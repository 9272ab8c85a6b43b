package main

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/ingest"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
	"github.com/diplograph/diplograph/server/resolver"
)

const (
	// tokenVariable holds the write token when no file is named: an argument
	// would show in the list of processes.
	tokenVariable = "DIPLOGRAPH_WRITE_TOKEN"
	// shortestToken is the shortest token that is accepted, in bytes.
	shortestToken = 16
)

// writes are what --allow-writes opens.
type writes struct {
	token  [sha256.Size]byte // hashed: of tokens of different length too, comparing takes the same time
	engine *ingest.Engine
}

// openWrites returns nil when nothing may be changed.
func openWrites(f flags) (*writes, error) {
	if !f.AllowWrites {
		return nil, nil
	}
	token, err := readToken(f.WriteTokenFile)
	if err != nil {
		return nil, err
	}
	engine, err := ingest.NewEngine()
	if err != nil {
		return nil, err
	}
	return &writes{sha256.Sum256([]byte(token)), engine}, nil
}

func readToken(file string) (string, error) {
	token := os.Getenv(tokenVariable)
	if file != "" {
		b, err := os.ReadFile(file)
		if err != nil {
			return "", fmt.Errorf("--write-token-file cannot be read: %w", err)
		}
		token = string(b)
	}
	token = strings.TrimSpace(token)
	switch {
	case token == "":
		return "", errors.New("--allow-writes needs a token: name its file with --write-token-file, or set " + tokenVariable)
	case len(token) < shortestToken:
		return "", fmt.Errorf("the write token has %d bytes, at least %d are needed: make one with openssl rand -hex 32", len(token), shortestToken)
	}
	return token, nil
}

// may says why a request may not change anything, nil when it may.
func (w *writes) may(r *http.Request) *fault.Error {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	given := sha256.Sum256([]byte(strings.TrimSpace(token)))
	if subtle.ConstantTimeCompare(given[:], w.token[:]) == 1 && strings.EqualFold(scheme, "Bearer") {
		return nil
	}
	return &fault.Error{Code: fault.Unauthenticated, Message: "mutations need the header Authorization: Bearer and the server's write token"}
}

// resolver returns what mutations need. changed is called after each change.
func (w *writes) resolver(changed func()) *resolver.Writes {
	return &resolver.Writes{Read: w.read, Today: today, Changed: changed}
}

// read makes the report of an article with the loader's rules.
func (w *writes) read(_ context.Context, a relay.ArticleInput) (graph.Report, string, error) {
	record, err := json.Marshal(a)
	if err != nil {
		return graph.Report{}, "", err
	}
	report, warning, err := w.engine.Report(record)
	switch {
	case errors.Is(err, ingest.ErrExtraction):
		return report, "", err // ours to mend
	case err != nil:
		return report, "", fault.Input("the article cannot be read: %s", fault.Clip(err.Error(), 200))
	}
	return report, warning, nil
}
