package graph

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a date in the part of EDTF (ISO 8601-2) that news needs:
//
//	""                       unknown
//	2025                     a year
//	2025-05                  a month
//	2025-05-09               a day
//	XXXX-05-09, XXXX-05      a day or month of an unknown year
//	2019-10-21/2019-10-24    an interval from one day to another
//
// Years run from 0001 to 9999. The zero value is the unknown date.
type Date string

// ParseDate checks s and returns it as a Date. The error says which part is
// wrong; an empty s is the unknown date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return "", nil
	}
	from, to, interval := strings.Cut(s, "/")
	if err := checkSimple(from); err != nil {
		return "", fmt.Errorf("date %q: %w", s, err)
	}
	if !interval {
		return Date(s), nil
	}
	if err := checkSimple(to); err != nil {
		return "", fmt.Errorf("date %q: %w", s, err)
	}
	return Date(s), checkInterval(from, to)
}

// checkInterval wants two days in order, of known years or both of one
// unknown year.
func checkInterval(from, to string) error {
	switch {
	case len(from) != 10 || len(to) != 10:
		return fmt.Errorf("date \"%s/%s\": an interval needs two days, YYYY-MM-DD/YYYY-MM-DD", from, to)
	case (from[0] == 'X') != (to[0] == 'X'):
		return fmt.Errorf("date \"%s/%s\": the year is known on one side only", from, to)
	case from > to:
		return fmt.Errorf("date \"%s/%s\": the interval ends before it starts", from, to)
	}
	return nil
}

// MakeDate builds a date of what is known: zero year, month or day mean
// unknown. A day without a month is dropped.
func MakeDate(year, month, day int) Date {
	if month == 0 && year == 0 {
		return ""
	}
	b := make([]byte, 0, len(time.DateOnly))
	if year == 0 {
		b = append(b, "XXXX"...)
	} else {
		b = appendPadded(b, year, 4)
	}
	if month != 0 {
		b = appendPadded(append(b, '-'), month, 2)
		if day != 0 {
			b = appendPadded(append(b, '-'), day, 2)
		}
	}
	return Date(b)
}

// appendPadded appends n with zeros before it up to a width.
func appendPadded(b []byte, n, width int) []byte {
	for least := 10; width > 1; width, least = width-1, least*10 {
		if n < least {
			b = append(b, '0')
		}
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// DateOf is the day of t.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return MakeDate(y, int(m), d)
}

// Day is midnight of the day that d is, in UTC; ok is false where it is none of a known year.
func (d Date) Day() (day time.Time, ok bool) {
	if len(d) != len(time.DateOnly) || d[4] != '-' || d[7] != '-' {
		return time.Time{}, false
	}
	year, month, of := number(d[:4]), number(d[5:7]), number(d[8:])
	if year < 1 || month < 1 || month > 12 || of < 1 {
		return time.Time{}, false
	}
	day = time.Date(year, time.Month(month), of, 0, 0, 0, 0, time.UTC)
	return day, day.Day() == of // else the month has no such day
}

// number reads some digits, -1 if one is none.
func number(s Date) (n int) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

func checkSimple(s string) error {
	day := s
	switch len(s) {
	case 4:
		day += "-01-01"
	case 7:
		day += "-01"
	case 10:
	default:
		return fmt.Errorf("want YYYY, YYYY-MM or YYYY-MM-DD, have %q", s)
	}
	if strings.HasPrefix(s, "XXXX") {
		if len(s) == 4 {
			return fmt.Errorf("a date of unknown year needs a month")
		}
		day = "2000" + day[4:] // a leap year: XXXX-02-29 exists
	}
	if _, ok := Date(day).Day(); !ok {
		return fmt.Errorf("%q is no calendar date", s)
	}
	return nil
}

// CheckDay wants one day of a known year, YYYY-MM-DD; else ErrInvalid.
func (d Date) CheckDay() error {
	if _, err := ParseDate(string(d)); err != nil || len(d) != len(time.DateOnly) || d.Year() == 0 {
		return fmt.Errorf("%.40q is no day YYYY-MM-DD: %w", string(d), ErrInvalid)
	}
	return nil
}

// Year returns the year of d's first part, or 0 when unknown.
func (d Date) Year() int {
	if len(d) < 4 || d[0] == 'X' {
		return 0
	}
	y := 0
	for _, c := range d[:4] {
		y = y*10 + int(c-'0')
	}
	return y
}

// Bounds returns the first and last day that d can mean, both in the form
// YYYY-MM-DD. ok is false when the year is unknown.
func (d Date) Bounds() (first, last string, ok bool) {
	if d.Year() == 0 {
		return "", "", false
	}
	from, to, interval := strings.Cut(string(d), "/")
	if !interval {
		to = from
	}
	return firstDay(from), lastDay(to), true
}

func firstDay(s string) string {
	if len(s) == len(time.DateOnly) {
		return s
	}
	return (s + "-01-01")[:len(time.DateOnly)]
}

func lastDay(s string) string {
	switch len(s) {
	case 4:
		return s + "-12-31"
	case 7:
		t, _ := time.Parse("2006-01", s)
		return t.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	return s
}

// Compatible reports whether d and e can be the same time: unknown parts
// agree with everything, and an interval with each of its days. The relation
// is symmetric but not transitive: 2024-05-09 and 2025-05-09 are both
// compatible with XXXX-05-09.
func (d Date) Compatible(e Date) bool {
	if d == "" || e == "" {
		return true
	}
	if d.Year() == 0 || e.Year() == 0 {
		return compatibleYearless(string(d), string(e))
	}
	df, dl, _ := d.Bounds()
	ef, el, _ := e.Bounds()
	return df <= el && ef <= dl
}

// compatibleYearless compares months and days only; an interval or a bare
// year on either side is compared by its own first and last month-day.
func compatibleYearless(d, e string) bool {
	df, dl := monthDays(d)
	ef, el := monthDays(e)
	return df <= el && ef <= dl
}

// monthDays returns the first and last MM-DD of d. The last one of a month is
// always 31: it is only compared, never shown.
func monthDays(d string) (first, last string) {
	from, to, interval := strings.Cut(d, "/")
	switch {
	case interval && from[:4] != to[:4], len(d) == 4:
		return "01-01", "12-31"
	case interval:
		return from[5:], to[5:]
	case len(d) == 7:
		return d[5:] + "-01", d[5:] + "-31"
	}
	return d[5:], d[5:]
}

// SortKey returns the first day d can mean, or "" when the year is unknown.
// Lists "newest first" are in falling order of it, which puts the unknown
// last.
func (d Date) SortKey() string {
	first, _, _ := d.Bounds()
	return first
}

// Specificity orders dates by how much they say: the higher the narrower.
// Unknown is 0; a full day is the highest.
func (d Date) Specificity() int {
	switch {
	case d == "":
		return 0
	case strings.Contains(string(d), "/"):
		return 4
	case d.Year() == 0 && len(d) == 7:
		return 1
	case d.Year() == 0:
		return 4
	case len(d) == 4:
		return 2
	case len(d) == 7:
		return 3
	}
	return 5
}
