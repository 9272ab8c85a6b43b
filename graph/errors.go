package graph

import "errors"

// The kinds of errors a store returns. Test with errors.Is; the message of
// the wrapping error says what happened and what to do.
var (
	// ErrInvalid means the caller's value breaks the contract (a report whose
	// offsets leave the text, a malformed cursor). Nothing was changed.
	ErrInvalid = errors.New("invalid")
	// ErrUnavailable means the store cannot be reached or used now; the same
	// call may succeed later.
	ErrUnavailable = errors.New("store unavailable")
	// ErrIncompatible means the store holds something this program must not
	// touch: a newer schema, or a file that is no store.
	ErrIncompatible = errors.New("store incompatible")
)
