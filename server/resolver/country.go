package resolver

import (
	"slices"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/relay"
)

// CountryName returns the usual name of a country in a language, or the code
// itself when the code is none of ISO 3166-1.
func CountryName(code graph.CountryCode, lang relay.Language) string {
	if names, ok := ownNames(code); ok {
		return names[lang]
	}
	region, err := language.ParseRegion(string(code))
	if err != nil {
		return string(code)
	}
	if name := display.Regions(language.Make(string(lang))).Name(region); name != "" {
		return name
	}
	return string(code)
}

// ownNames has what x/text does not: its tables are of 2017, before some
// states changed their names, and news write some others in a shorter form.
func ownNames(code graph.CountryCode) (map[relay.Language]string, bool) {
	names := func(en, fr, vi string) (map[relay.Language]string, bool) {
		return map[relay.Language]string{relay.English: en, relay.French: fr, relay.Vietnamese: vi}, true
	}
	switch code {
	case "MK":
		return names("North Macedonia", "Macédoine du Nord", "Bắc Macedonia")
	case "SZ":
		return names("Eswatini", "Eswatini", "Eswatini")
	case "TR":
		return names("Türkiye", "Turquie", "Thổ Nhĩ Kỳ")
	case "CV":
		return names("Cabo Verde", "Cap-Vert", "Cabo Verde")
	case "MM":
		return names("Myanmar", "Myanmar", "Myanmar")
	case "CD":
		return names("DR Congo", "RD Congo", "CHDC Congo")
	case "CG":
		return names("Congo", "Congo", "Congo")
	case "HK":
		return names("Hong Kong", "Hong Kong", "Hồng Kông")
	case "MO":
		return names("Macao", "Macao", "Ma Cao")
	case "PS":
		return names("Palestine", "Palestine", "Palestine")
	case "EU":
		return names("European Union", "Union européenne", "Liên minh châu Âu")
	case "UN":
		return names("United Nations", "Nations unies", "Liên hợp quốc")
	}
	return nil, false
}

// countryNames are the names of a country in every language, English first,
// and its code.
func countryNames(c graph.CountryCode) []string {
	return []string{CountryName(c, relay.English), CountryName(c, relay.French), CountryName(c, relay.Vietnamese), string(c)}
}

// states are all codes that a country can have.
func states() []graph.CountryCode {
	all := []graph.CountryCode{"EU", "UN", "XK"}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			r, err := language.ParseRegion(string([]rune{a, b}))
			if err == nil && r.IsCountry() && r.Canonicalize() == r {
				all = append(all, graph.CountryCode(r.String()))
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
