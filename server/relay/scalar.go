package relay

import (
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
)

// maxCursor is the longest cursor that is read, in bytes.
const maxCursor = 4096

// Language is a language in which the API names countries: the primary tag of
// BCP 47 in small letters.
type Language string

// The languages.
const (
	English    Language = "en"
	French     Language = "fr"
	Vietnamese Language = "vi"
)

// MarshalDate writes a date; the unknown date is null.
func MarshalDate(d graph.Date) graphql.Marshaler { return orNull(string(d)) }

// UnmarshalDate reads an EDTF date.
func UnmarshalDate(v any) (graph.Date, error) {
	s, err := text(v, 32, "a date is a string such as \"2025-05-09\"")
	if err != nil {
		return "", err
	}
	d, err := graph.ParseDate(s)
	if err != nil {
		return "", fault.Input("%v", err)
	}
	return d, nil
}

// MarshalCountryCode writes a code; the empty code is null.
func MarshalCountryCode(c graph.CountryCode) graphql.Marshaler { return orNull(string(c)) }

// UnmarshalCountryCode reads a code of two letters, capital or small.
func UnmarshalCountryCode(v any) (graph.CountryCode, error) {
	const want = "a country code has two letters, such as \"VN\""
	s, err := text(v, 2, want)
	if err != nil {
		return "", err
	}
	s = strings.ToUpper(s)
	if len(s) != 2 || s[0] < 'A' || s[0] > 'Z' || s[1] < 'A' || s[1] > 'Z' {
		return "", fault.Input("%s", want)
	}
	return graph.CountryCode(s), nil
}

// MarshalCursor writes a cursor; the empty cursor is null.
func MarshalCursor(c graph.Cursor) graphql.Marshaler { return orNull(string(c)) }

// UnmarshalCursor reads a cursor. What it means is the store's matter.
func UnmarshalCursor(v any) (graph.Cursor, error) {
	s, err := text(v, maxCursor, "a cursor is a string that an answer gave")
	return graph.Cursor(s), err
}

// MarshalInt writes a count.
func MarshalInt(i int) graphql.Marshaler { return graphql.MarshalInt(i) }

// UnmarshalInt reads a whole number of 32 bits, as GraphQL has them; not one
// in a string.
func UnmarshalInt(v any) (int, error) {
	if _, text := v.(string); !text {
		if i, err := graphql.UnmarshalInt32(v); err == nil && v != nil {
			return int(i), nil
		}
	}
	return 0, fault.Input("a number must be whole and between -2147483648 and 2147483647")
}

// MarshalStatus writes HELD for graph.Held, and so on.
func MarshalStatus(s graph.Status) graphql.Marshaler { return orNull(upper(s)) }

// UnmarshalStatus reads HELD as graph.Held, and so on.
func UnmarshalStatus(v any) (graph.Status, error) { return lower[graph.Status](v) }

// MarshalMode writes IN_PERSON for graph.InPerson; an unknown mode is null.
func MarshalMode(m graph.Mode) graphql.Marshaler { return orNull(upper(m)) }

// UnmarshalMode reads IN_PERSON as graph.InPerson, and so on.
func UnmarshalMode(v any) (graph.Mode, error) { return lower[graph.Mode](v) }

// MarshalRole writes HOST for graph.RoleHost; no role is null.
func MarshalRole(r graph.Role) graphql.Marshaler { return orNull(upper(r)) }

// UnmarshalRole reads HOST as graph.RoleHost, and so on.
func UnmarshalRole(v any) (graph.Role, error) { return lower[graph.Role](v) }

// MarshalReasonKind writes SAME_NAME for graph.ReasonSameName, and so on.
func MarshalReasonKind(k graph.ReasonKind) graphql.Marshaler { return orNull(upper(k)) }

// UnmarshalReasonKind reads SAME_NAME as graph.ReasonSameName, and so on.
func UnmarshalReasonKind(v any) (graph.ReasonKind, error) { return lower[graph.ReasonKind](v) }

// MarshalEffect writes APPLIED for graph.EffectApplied, and so on.
func MarshalEffect(e graph.Effect) graphql.Marshaler { return orNull(upper(e)) }

// UnmarshalEffect reads APPLIED as graph.EffectApplied, and so on.
func UnmarshalEffect(v any) (graph.Effect, error) { return lower[graph.Effect](v) }

// MarshalLanguage writes EN for English, and so on.
func MarshalLanguage(l Language) graphql.Marshaler { return orNull(upper(l)) }

// UnmarshalLanguage reads EN as English, and so on.
func UnmarshalLanguage(v any) (Language, error) { return lower[Language](v) }

// ErrorCode is the enum of that name, which documents the codes of errors. No
// field has it.
type ErrorCode = fault.Code

// MarshalSearchKind writes PERSON for SearchPerson, and so on.
func MarshalSearchKind(k SearchKind) graphql.Marshaler { return orNull(upper(k)) }

// UnmarshalSearchKind reads PERSON as SearchPerson, and so on.
func UnmarshalSearchKind(v any) (SearchKind, error) { return lower[SearchKind](v) }

func orNull(s string) graphql.Marshaler {
	if s == "" {
		return graphql.Null
	}
	return graphql.MarshalString(s)
}

func upper[T ~string](v T) string { return strings.ToUpper(string(v)) }

// lower reads an enum value. Validation has already refused values that the
// schema does not list, but lets their case pass in variables.
func lower[T ~string](v any) (T, error) {
	const want = "an enum value is written in capitals"
	s, err := text(v, 32, want)
	if err != nil || s != strings.ToUpper(s) {
		return "", fault.Input(want)
	}
	return T(strings.ToLower(s)), nil
}

// text returns v as a string of at most most bytes, valid and without NUL.
func text(v any, most int, want string) (string, error) {
	s, ok := v.(string)
	if !ok || len(s) > most || !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
		return "", fault.Input("%s", want)
	}
	return s, nil
}
