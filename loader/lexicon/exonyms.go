package lexicon

import (
	"strings"
	"sync"
	"unicode"

	"github.com/diplograph/diplograph/loader/text"
)

// PlaceKey is one and the same for all names of a city, province or region of a
// state in any language: the letters of its English name, or its own letters
// when known says that no other name of it is on record.
func PlaceKey(country, name string) (key string, known bool) {
	own := placeLetters(name)
	if key, known = allExonyms()[country+"/"+own]; known {
		return key, true
	}
	return own, false
}

// allExonyms leads from state and letters of a name to those of the first name of
// the place.
var allExonyms = sync.OnceValue(func() map[string]string {
	keys := map[string]string{}
	err := rows("data/common/exonyms.tsv", func(c []string) error {
		key := placeLetters(first(c[0]))
		each(c[0], func(name string) { keys[c[1]+"/"+placeLetters(name)] = key })
		return nil
	})
	if err != nil {
		panic(err) // the rows are read without doubt
	}
	return keys
})

func placeLetters(name string) string {
	return strings.Join(strings.FieldsFunc(text.Fold(name), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }), "")
}
