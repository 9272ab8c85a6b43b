package graph

import (
	"slices"
	"testing"
)

func TestParseDate(t *testing.T) {
	tests := []struct {
		in     string
		ok     bool
		reason string
	}{
		{"", true, "unknown"},
		{"2025", true, "a year"},
		{"2025-05", true, "a month"},
		{"2025-05-09", true, "a day"},
		{"XXXX-05-09", true, "a day of an unknown year"},
		{"XXXX-02-29", true, "some year has it"},
		{"XXXX-05", true, "a month of an unknown year"},
		{"2019-10-21/2019-10-24", true, "an interval"},
		{"2019-10-21/2019-10-21", true, "an interval of one day"},
		{"XXXX-10-21/XXXX-10-24", true, "an interval in an unknown year"},
		{"XXXX", false, "nothing known"},
		{"2025-02-29", false, "not in the calendar"},
		{"2025-13", false, "no month"},
		{"0000-01-01", false, "no year"},
		{"2025-5-9", false, "digits missing"},
		{"+2025-05", false, "a sign"},
		{"2025-05-09T10:00", false, "a time of day"},
		{"2019-10-24/2019-10-21", false, "ends before it starts"},
		{"2019-10/2019-11", false, "an interval of months"},
		{"XXXX-10-21/2019-10-24", false, "year known on one side"},
		{"2019-10-21/", false, "open end"},
		{"/2019-10-21", false, "open start"},
		{"today", false, "a word"},
	}
	for _, tt := range tests {
		d, err := ParseDate(tt.in)
		if (err == nil) != tt.ok {
			t.Errorf("ParseDate(%q) = %q, %v; want ok %v: %s", tt.in, d, err, tt.ok, tt.reason)
		}
		if tt.ok && string(d) != tt.in {
			t.Errorf("ParseDate(%q) = %q", tt.in, d)
		}
	}
}

func TestMakeDate(t *testing.T) {
	for _, tt := range []struct {
		y, m, d int
		want    Date
	}{
		{2025, 5, 9, "2025-05-09"},
		{2025, 5, 0, "2025-05"},
		{2025, 0, 9, "2025"},
		{0, 5, 9, "XXXX-05-09"},
		{0, 5, 0, "XXXX-05"},
		{0, 0, 9, ""},
		{812, 1, 2, "0812-01-02"},
	} {
		got := MakeDate(tt.y, tt.m, tt.d)
		if got != tt.want {
			t.Errorf("MakeDate(%d, %d, %d) = %q, want %q", tt.y, tt.m, tt.d, got, tt.want)
		}
		if _, err := ParseDate(string(got)); err != nil {
			t.Errorf("MakeDate(%d, %d, %d) made what ParseDate refuses: %v", tt.y, tt.m, tt.d, err)
		}
	}
}

func TestBounds(t *testing.T) {
	for _, tt := range []struct {
		in          Date
		first, last string
	}{
		{"2025", "2025-01-01", "2025-12-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2025-05-09", "2025-05-09", "2025-05-09"},
		{"2019-10-21/2019-11-02", "2019-10-21", "2019-11-02"},
		{"", "", ""},
		{"XXXX-05-09", "", ""},
		{"XXXX-10-21/XXXX-10-24", "", ""},
	} {
		first, last, ok := tt.in.Bounds()
		if first != tt.first || last != tt.last || ok != (tt.first != "") {
			t.Errorf("Bounds(%q) = %q, %q, %v", tt.in, first, last, ok)
		}
		if got := tt.in.SortKey(); got != tt.first {
			t.Errorf("SortKey(%q) = %q", tt.in, got)
		}
	}
}

func TestCompatible(t *testing.T) {
	for _, tt := range []struct {
		a, b   Date
		want   bool
		reason string
	}{
		{"", "2025-05-09", true, "unknown agrees with all"},
		{"2025", "2025-05-09", true, "the year holds the day"},
		{"2024", "2025-05-09", false, "another year"},
		{"2025-05", "2025-05-31", true, "the last day of the month"},
		{"2025-05", "2025-06-01", false, "the day after it"},
		{"XXXX-05-09", "2025-05-09", true, "the same day of some year"},
		{"XXXX-05-09", "2025-05-10", false, "another day"},
		{"XXXX-02", "2025-02-20", true, "a day of the month"},
		{"2025-02", "XXXX-02-20", true, "the other way round"},
		{"XXXX-05-09", "2025", true, "some day of the year"},
		{"2019-10-21/2019-10-24", "2019-10-24", true, "the last day of an interval"},
		{"2019-10-21/2019-10-24", "2019-10-25", false, "the day after it"},
		{"2019-10-21/2019-10-24", "XXXX-10-22", true, "a day of it, without a year"},
		{"2019-12-30/2020-01-02", "XXXX-06-01", true, "over New Year nothing is excluded"},
	} {
		if got := tt.a.Compatible(tt.b); got != tt.want {
			t.Errorf("Compatible(%q, %q) = %v, want %v: %s", tt.a, tt.b, got, tt.want, tt.reason)
		}
		if tt.a.Compatible(tt.b) != tt.b.Compatible(tt.a) {
			t.Errorf("Compatible(%q, %q) is not symmetric", tt.a, tt.b)
		}
	}
}

func TestSpecificity(t *testing.T) {
	rising := []Date{"", "XXXX-05", "2025", "2025-05", "XXXX-05-09", "2025-05-09"}
	if !slices.IsSortedFunc(rising, func(a, b Date) int { return a.Specificity() - b.Specificity() }) {
		t.Errorf("dates from vague to narrow are out of order: %v", rising)
	}
	if Date("XXXX-10-21/XXXX-10-24").Specificity() != Date("2019-10-21/2019-10-24").Specificity() {
		t.Error("intervals differ in specificity")
	}
}

func TestDay(t *testing.T) {
	for _, s := range []string{"2024-02-29", "2025-12-31", "0001-01-01"} {
		if day, ok := Date(s).Day(); !ok || DateOf(day) != Date(s) {
			t.Errorf("Date(%q).Day() = %v, %v", s, day, ok)
		}
	}
	for _, s := range []Date{"", "2025", "2025-02", "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "0000-01-01", "XXXX-01-01", "2025/01/01", "2025-01-1x", "2025-01-01/2025-01-02"} {
		if day, ok := s.Day(); ok {
			t.Errorf("Date(%q).Day() = %v: want none", s, day)
		}
	}
}
