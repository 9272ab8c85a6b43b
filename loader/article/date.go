package article

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The written forms of a day, tried in this order on a value without weekday; a time of day may follow.
var (
	dayOfWeek   = regexp.MustCompile(`^\pL+(?: \pL+)?, *`)
	yearFirst   = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T ,+Z-])`)
	yearMonth   = regexp.MustCompile(`^(\d{4})(?:[-/.](\d{1,2}))?$`)
	yearLast    = regexp.MustCompile(`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:$|[T ,])`)
	compactDay  = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:$|T)`)
	englishDays = []string{"2 Jan 2006", "2 January 2006", "Jan 2, 2006", "January 2, 2006"}
)

// publishedDate reads the day of publication as EDTF. It accepts ISO 8601 dates (with or without time), years,
// "2026/03/08", "20260308", "08.03.2026", "8/3/2026 10:30", RFC 1123 and English dates, each with or without a
// weekday before it. A value that says nothing, or nothing possible, gives "" and a warning.
//
// Dots and dashes are always day first. With slashes the day comes first in every language but English and the
// unknown one; there, "03/08/2026" could be either, so only the year is kept, with a warning.
func publishedDate(value, lang string) (edtf, warning string) {
	v := oneLine(value)
	if v == "" {
		return "", ""
	}
	v = dayOfWeek.ReplaceAllString(v, "")
	if m := yearFirst.FindStringSubmatch(v); m != nil {
		edtf = calendarDate(m[1], m[2], m[3])
	} else if m := yearMonth.FindStringSubmatch(v); m != nil {
		edtf = calendarDate(m[1], m[2], "")
	} else if m := compactDay.FindStringSubmatch(v); m != nil {
		edtf = calendarDate(m[1], m[2], m[3])
	} else if m := yearLast.FindStringSubmatch(v); m != nil {
		edtf = dayMonthYear(m[1], m[3], m[4], m[2] == "/" && (lang == "" || lang == "en"))
	} else {
		edtf = englishDate(v)
	}
	switch {
	case edtf == "":
		warning = fmt.Sprintf("published %.60q is no date between 1700 and 2099, left out; write YYYY-MM-DD", value)
	case len(edtf) == 4 && len(v) > 4:
		warning = fmt.Sprintf("published %.60q has no clear day and month, only the year is kept; write YYYY-MM-DD", value)
	}
	return edtf, warning
}

// dayMonthYear settles the order of two numbers: a number above 12 is the day. When either may be the day and the
// order is doubtful, only the year is certain.
func dayMonthYear(a, b, year string, doubtful bool) string {
	x, _ := strconv.Atoi(a)
	y, _ := strconv.Atoi(b)
	switch {
	case y > 12:
		return calendarDate(year, a, b)
	case doubtful && x <= 12 && x != y:
		return calendarDate(year, "", "")
	}
	return calendarDate(year, b, a)
}

// calendarDate is the EDTF date of a year, perhaps a month and perhaps a day, or "" when the calendar or the press
// has no such date. It asks no clock, so that a source reads the same in any year.
func calendarDate(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	if y < 1700 || y > 2099 {
		return ""
	}
	if month == "" {
		return year
	}
	m, _ := strconv.Atoi(month)
	if m < 1 || m > 12 {
		return ""
	}
	if day == "" {
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	d, _ := strconv.Atoi(day)
	if t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); t.Day() != d {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// englishDate reads a date that begins with one of englishDays; what follows is a time of day.
func englishDate(v string) string {
	words := strings.SplitN(v, " ", 4)
	if len(words) < 3 {
		return ""
	}
	day := strings.TrimSuffix(strings.Join(words[:3], " "), ",")
	for _, form := range englishDays {
		if t, err := time.Parse(form, day); err == nil {
			return calendarDate(t.Format("2006"), t.Format("01"), t.Format("02"))
		}
	}
	return ""
}
