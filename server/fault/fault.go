// Package fault is what the server says when something goes wrong: a closed
// list of codes, and one presenter through which every error passes.
//
// A client reads the message of an error made here ([Input], [Limit], ...),
// of a parse or validation error, and of nothing else. Every other error is
// "internal error" with the id of the request, and its text goes to the log
// under the same id.
package fault

import "fmt"

// Code tells a program what went wrong. It stands in errors[].extensions.code.
type Code string

// The codes. There are no others.
const (
	// BadRequest: the HTTP request carries no well-formed GraphQL request.
	BadRequest Code = "BAD_REQUEST"
	// Parse: the query is not GraphQL.
	Parse Code = "GRAPHQL_PARSE_FAILED"
	// Validation: the query does not fit the schema.
	Validation Code = "GRAPHQL_VALIDATION_FAILED"
	// BadInput: an argument has a value that cannot be used.
	BadInput Code = "BAD_USER_INPUT"
	// NotFound: no query is known by the hash or id given. A client that knows
	// the query sends both, and the server remembers it.
	NotFound Code = "PERSISTED_QUERY_NOT_FOUND"
	// NotTrusted: the server answers the queries of a list only, and this one
	// is not in it.
	NotTrusted Code = "NOT_TRUSTED"
	// Unauthenticated: the operation needs a token, and the request has none or
	// a wrong one.
	Unauthenticated Code = "UNAUTHENTICATED"
	// Forbidden: the server does this for nobody, or not in this way.
	Forbidden Code = "FORBIDDEN"
	// TooCostly: a limit of the server refuses the query; see
	// extensions.limit, value and allowed.
	TooCostly Code = "LIMIT_EXCEEDED"
	// RateLimited: too many requests from one address; see the header
	// Retry-After.
	RateLimited Code = "RATE_LIMITED"
	// Timeout: the answer took longer than the server waits.
	Timeout Code = "TIMEOUT"
	// Unavailable: the same query may succeed later.
	Unavailable Code = "UNAVAILABLE"
	// Internal: a mistake of the server; extensions.request names the log line.
	Internal Code = "INTERNAL"
)

// Codes returns all codes, in the order above.
func Codes() []Code {
	return []Code{
		BadRequest, Parse, Validation, BadInput, NotFound, NotTrusted, Unauthenticated, Forbidden,
		TooCostly, RateLimited, Timeout, Unavailable, Internal,
	}
}

// Error is an error whose message is meant for the client.
type Error struct {
	Code    Code
	Message string
	// More is added to the extensions beside the code; often nil.
	More map[string]any
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// Input makes an error about an argument. The format's values must not repeat
// more than a few characters of what the client sent.
func Input(format string, args ...any) error {
	return &Error{Code: BadInput, Message: fmt.Sprintf(format, args...)}
}

// Limit makes the error of a query that exceeds a limit, by the limit's name,
// the query's value and the allowed one.
func Limit(name string, value, allowed int) *Error {
	return &Error{
		Code:    TooCostly,
		Message: fmt.Sprintf("the query's %s is %d, allowed is %d", name, value, allowed),
		More:    map[string]any{"limit": name, "value": value, "allowed": allowed},
	}
}

// Busy makes the error of a query that may succeed in a moment.
func Busy(format string, args ...any) error {
	return &Error{Code: Unavailable, Message: fmt.Sprintf(format, args...)}
}

// Gone is the error of a thing that an answer refers to and that was removed
// while the answer was put together.
func Gone() error {
	return &Error{Code: Unavailable, Message: "the graph changed while it was read: ask again"}
}

// Clip cuts a stranger's text to what a message may repeat of it.
func Clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && s[most]&0xC0 == 0x80 { // not inside a letter
		most--
	}
	return s[:most] + "…"
}
