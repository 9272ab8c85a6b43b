package article

import (
	"encoding/json"
	"errors"
	"fmt"
)

// record is one JSON object with its values not yet read. Names of fields are matched exactly; err is the first
// value of a wrong type.
type record struct {
	values map[string]json.RawMessage
	err    error
}

// Record makes an article of one JSON object, as a line of JSON Lines holds it. The warning and the error are those of
// [Result], without a place.
func Record(object []byte) (a *Article, warning string, err error) { return fromLine(object, false) }

// fromLine makes an article of one line of JSON Lines; cut tells that the line had no line feed.
func fromLine(line []byte, cut bool) (*Article, string, error) {
	text, note, err := decode(line, nil)
	if err != nil {
		return nil, "", err
	}
	var rec record
	if err := json.Unmarshal([]byte(text), &rec.values); err != nil {
		return nil, "", badJSON(err, cut)
	}
	if rec.values == nil {
		return nil, "", refuse(ErrFormat, "line holds a JSON null", "write one JSON object per line")
	}
	n := notes{}
	n.add(note)
	a, err := rec.article(&n)
	if err != nil {
		return nil, "", err
	}
	return a, n.String(), nil
}

// badJSON explains why a line is no JSON object.
func badJSON(err error, cut bool) error {
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrongType):
		return refuse(ErrFormat, "line holds a JSON "+wrongType.Value, "write one JSON object per line")
	case cut:
		return refuse(ErrFormat, fmt.Sprintf("last line is cut short or broken (%v)", err), "complete the file")
	}
	return refuse(ErrFormat, fmt.Sprintf("not a JSON object (%v)", err), "write one JSON object per line, without line breaks inside")
}

// article reads the fields and refuses wrong types; only published is merely left out. Text wins over html.
func (r *record) article(n *notes) (*Article, error) {
	a := &Article{ID: oneLine(r.numberOrString("id")), Title: oneLine(r.str("title")), Source: oneLine(r.str("source"))}
	a.URL = webAddress(r.str("url"), n)
	a.Lang = baseLanguage(r.str("lang"), n)
	a.Published = r.published(a.Lang, n)
	text, page := r.str("text"), r.str("html")
	if r.err != nil {
		return nil, r.err
	}
	if blank(text) && !blank(page) {
		return a, setHTML(a, page, "", n)
	}
	if blank(text) {
		return nil, refuse(ErrEmpty, `neither field "text" nor "html" has any text`, "give one of them")
	}
	a.useURL()
	return a, setText(a, text)
}

// useURL makes the URL the ID of an article that has none, unless many articles may share it.
func (a *Article) useURL() {
	if a.ID == "" && a.URL != "" && !frontPage(a.URL) {
		a.ID = a.URL
	}
}

// str is a field that must be a string; absent and null are "".
func (r *record) str(name string) (s string) {
	if raw, ok := r.values[name]; ok && json.Unmarshal(raw, &s) != nil {
		r.wrong(name, raw)
	}
	return s
}

// numberOrString is a field that may also be a number, then taken as written.
func (r *record) numberOrString(name string) string {
	var n json.Number
	if raw := r.values[name]; kindOf(raw) == "number" && json.Unmarshal(raw, &n) == nil {
		return n.String()
	}
	return r.str(name)
}

// published reads the date of publication: a string, or a year as a number.
func (r *record) published(lang string, n *notes) string {
	p := record{values: r.values}
	value := p.numberOrString("published")
	if p.err != nil {
		n.add(fmt.Sprintf("published is a JSON %s, left out; write YYYY-MM-DD", kindOf(r.values["published"])))
		return ""
	}
	date, note := publishedDate(value, lang)
	n.add(note)
	return date
}

// wrong keeps the first wrong type.
func (r *record) wrong(name string, raw json.RawMessage) {
	if r.err == nil {
		r.err = refuse(ErrFormat, fmt.Sprintf("field %q is a JSON %s", name, kindOf(raw)), "write a string")
	}
}

// kindOf names the type of a JSON value; "" when there is none.
func kindOf(raw json.RawMessage) string {
	if len(raw) == 0 {
		return ""
	}
	switch raw[0] {
	case '"':
		return "string"
	case '{':
		return "object"
	case '[':
		return "array"
	case 't', 'f':
		return "boolean"
	case 'n':
		return "null"
	}
	return "number"
}
