package transport

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
)

// refusal is a request that cannot be read, with the HTTP status to say so.
type refusal struct {
	status  int
	message string
}

func bad(format string, args ...any) *refusal {
	return &refusal{http.StatusBadRequest, fmt.Sprintf(format, args...)}
}

// request is what a client sent.
type request struct {
	graphql.RawParams
	documentID string // of a trusted document, instead of a query
}

func (h HTTP) read(w http.ResponseWriter, r *http.Request) (*request, *refusal) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		return h.readGET(r)
	case http.MethodPost:
		return h.readPOST(w, r)
	}
	return nil, &refusal{http.StatusMethodNotAllowed, "send GraphQL with POST, or a query with GET"}
}

func (h HTTP) readGET(r *http.Request) (*request, *refusal) {
	if int64(len(r.URL.RawQuery)) > h.MaxBody {
		return nil, &refusal{http.StatusRequestURITooLong, "the address is too long: use POST"}
	}
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, bad("the query string is not well-formed")
	}
	entries := map[string]json.RawMessage{}
	for _, key := range []string{"query", "operationName", "documentId", "variables", "extensions"} {
		switch v := values[key]; {
		case len(v) > 1:
			return nil, bad("%s is given %d times", key, len(v))
		case len(v) == 0 || v[0] == "":
		case key != "variables" && key != "extensions":
			entries[key], _ = json.Marshal(v[0]) // a string always marshals
			if !utf8.ValidString(v[0]) {
				return nil, bad("%s is not UTF-8", key)
			}
		default:
			entries[key] = json.RawMessage(v[0])
		}
	}
	return params(entries)
}

func (h HTTP) readPOST(w http.ResponseWriter, r *http.Request) (*request, *refusal) {
	media, ps, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != plainJSON || !isUTF8(ps) {
		return nil, &refusal{http.StatusUnsupportedMediaType, "send Content-Type: application/json, in UTF-8"}
	}
	if r.Header.Get("Content-Encoding") != "" {
		return nil, &refusal{http.StatusUnsupportedMediaType, "send the body without Content-Encoding"}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, h.MaxBody))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, &refusal{http.StatusRequestEntityTooLarge, fmt.Sprintf("the body is larger than %d bytes", h.MaxBody)}
	case err != nil:
		return nil, bad("the body could not be read to its end")
	case !utf8.Valid(body):
		return nil, bad("the body is not UTF-8")
	}
	entries := map[string]json.RawMessage{}
	if err := decode(body, &entries); err != nil {
		return nil, bad("the body is not one JSON object, with query and perhaps variables, operationName, extensions")
	}
	return params(entries)
}

// params reads the entries of a request. Entries that are not known are
// ignored, as the specification asks; null is as good as absent.
func params(entries map[string]json.RawMessage) (*request, *refusal) {
	p := new(request)
	for _, entry := range []struct {
		key  string
		into any
		kind string
	}{
		{"query", &p.Query, "a string"},
		{"operationName", &p.OperationName, "a string"},
		{"documentId", &p.documentID, "a string"},
		{"variables", &p.Variables, "an object"},
		{"extensions", &p.Extensions, "an object"},
	} {
		if raw, ok := entries[entry.key]; ok && decode(raw, entry.into) != nil {
			return nil, bad("%s must be %s", entry.key, entry.kind)
		}
	}
	if p.Query == "" && p.documentID == "" && p.Extensions["persistedQuery"] == nil {
		return nil, bad("query is missing: send {\"query\": \"{ stats { persons } }\"}")
	}
	return p, nil
}

// decode reads exactly one JSON value; numbers keep their digits.
func decode(b []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one value")
	}
	return nil
}
