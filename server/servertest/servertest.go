// Package servertest holds a small graph that the tests of the server ask
// about: nine invented news articles in three languages, as reports.
//
// It has what goes wrong easily: one meeting told in two languages, a person
// of many spellings, two persons whose names differ in diacritics only, a
// planned and a cancelled meeting, a telephone call, a summit of three sides,
// dates of unknown year.
package servertest

import (
	"fmt"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// Reports returns the reports, new ones each time.
func Reports() []graph.Report {
	return []graph.Report{
		moscowFR(), moscowEN(), vientiane(), delegation(), planned(), call(), summit(), namesakes(), undated(),
	}
}

// builder makes a report whose offsets point where they must.
type builder struct{ graph.Report }

func article(id, lang, published, title string, sentences ...string) *builder {
	return &builder{graph.Report{Article: graph.Article{
		ID: graph.ArticleID(id), URL: "https://news.example/" + id, Title: title, Source: "Example News",
		Lang: lang, Published: graph.Date(published), Text: strings.Join(append([]string{title}, sentences...), "\n"),
	}}}
}

// span finds the first place of part in the text.
func (b *builder) span(part string) graph.Span {
	i := strings.Index(b.Article.Text, part)
	if i < 0 {
		panic(fmt.Sprintf("article %s does not contain %q", b.Article.ID, part))
	}
	return graph.Span{Start: i, End: i + len(part)}
}

// quote is evidence: the sentence that begins so.
func (b *builder) quote(begin string) []graph.Evidence {
	s := b.span(begin)
	if n := strings.IndexByte(b.Article.Text[s.Start:], '\n'); n >= 0 {
		s.End = s.Start + n
	} else {
		s.End = len(b.Article.Text)
	}
	return []graph.Evidence{{
		Quote: b.Article.Text[s.Start:s.End], Span: s, Lang: b.Article.Lang,
		Rule: b.Article.Lang + ".received/1", Confidence: 0.97,
	}}
}

func (b *builder) person(p graph.ReportedPerson) int {
	p.Mentions = append(p.Mentions, b.span(p.Name))
	b.Persons = append(b.Persons, p)
	return len(b.Persons) - 1
}

func (b *builder) countries(codes ...graph.CountryCode) {
	for _, c := range codes {
		b.Countries = append(b.Countries, graph.ReportedCountry{Code: c, Mentions: []graph.Span{{Start: 0, End: 1}}})
	}
}

// pair is the participants of a meeting of two.
func pair(host, guest int) []graph.ParticipantClaim {
	return []graph.ParticipantClaim{{Person: host, Side: 0, Role: graph.RoleHost}, {Person: guest, Side: 1, Role: graph.RoleVisitor}}
}

func cpv(b *builder, name string) {
	b.Parties = append(b.Parties, graph.ReportedGroup{
		Name: name, Country: "VN", Key: "vn/cpv", Mentions: []graph.Span{b.span(name)},
	})
}

func moscowFR() graph.Report {
	b := article("fr/001", "fr", "2025-05-10", "Entretien à Moscou entre Tô Lâm et Vladimir Poutine",
		"Le président russe Vladimir Poutine a reçu le 9 mai à Moscou le secrétaire général du Parti communiste du Vietnam, Tô Lâm.",
		"Les deux pays ont signé un accord sur l'énergie nucléaire.")
	cpv(b, "Parti communiste du Vietnam")
	lam := b.person(graph.ReportedPerson{Name: "Tô Lâm", Country: "VN", Key: "to-lam", Parties: []int{0},
		Offices: []graph.Office{{Title: "secrétaire général", Key: "secretary_general"}}})
	putin := b.person(graph.ReportedPerson{Name: "Vladimir Poutine", Aliases: []string{"Poutine"}, Country: "RU", Key: "putin",
		Offices: []graph.Office{{Title: "président", Key: "president", Country: "RU"}}})
	b.countries("VN", "RU")
	b.Meetings = []graph.MeetingClaim{{Participants: pair(putin, lam), Status: graph.Held, Mode: graph.InPerson,
		Date: "2025-05-09", Place: "Moscou", Country: "RU", Evidence: b.quote("Le président russe")}}
	b.Agreements = []graph.AgreementClaim{{What: "accord sur l'énergie nucléaire", Status: graph.Held, Date: "2025-05-09",
		Signers:  []graph.ActorClaim{{Kind: graph.ActorCountry, Country: "RU"}, {Kind: graph.ActorCountry, Country: "VN"}},
		Evidence: b.quote("Les deux pays")}}
	return b.Report
}

func moscowEN() graph.Report {
	b := article("en/001", "en", "2025-05-10", "Putin hosts Vietnam's party chief",
		"Russian President Vladimir Putin received To Lam, General Secretary of the Communist Party of Vietnam, in Moscow on May 9.")
	cpv(b, "Communist Party of Vietnam")
	lam := b.person(graph.ReportedPerson{Name: "To Lam", Country: "VN", Key: "to-lam", Parties: []int{0},
		Offices: []graph.Office{{Title: "General Secretary", Key: "secretary_general"}}})
	putin := b.person(graph.ReportedPerson{Name: "Vladimir Putin", Aliases: []string{"Putin"}, Country: "RU", Key: "putin",
		Offices: []graph.Office{{Title: "President", Key: "president", Country: "RU"}}})
	b.countries("VN", "RU")
	b.Meetings = []graph.MeetingClaim{{Participants: pair(putin, lam), Status: graph.Held, Mode: graph.InPerson,
		Date: "2025-05-09", Country: "RU", Evidence: b.quote("Russian President")}}
	return b.Report
}

func vientiane() graph.Report {
	b := article("vi/001", "vi", "2025-06-02", "Tổng Bí thư Tô Lâm tiếp Chủ tịch nước Lào",
		"Sáng 2/6, tại Hà Nội, Tổng Bí thư Tô Lâm tiếp Chủ tịch nước Lào Thongloun Sisoulith.")
	lam := b.person(graph.ReportedPerson{Name: "Tô Lâm", Country: "VN", Key: "to-lam",
		Offices: []graph.Office{{Title: "Tổng Bí thư", Key: "secretary_general"}}})
	thongloun := b.person(graph.ReportedPerson{Name: "Thongloun Sisoulith", Country: "LA",
		Offices: []graph.Office{{Title: "Chủ tịch nước", Key: "president", Country: "LA"}}})
	b.countries("VN", "LA")
	b.Meetings = []graph.MeetingClaim{{Participants: pair(lam, thongloun), Status: graph.Held, Mode: graph.InPerson,
		Date: "2025-06-02", Place: "Hà Nội", Country: "VN", Evidence: b.quote("Sáng 2/6")}}
	return b.Report
}

func delegation() graph.Report {
	b := article("fr/002", "fr", "2019-10-24", "Une délégation de la Douma à Hanoï",
		"Le ministre Phan Văn Giang a reçu le 22 octobre à Hanoï une délégation de la Douma d'État conduite par Andrey Kartapolov, membre de Russie unie.")
	b.Parties = []graph.ReportedGroup{{Name: "Russie unie", Country: "RU", Key: "ru/er", Mentions: []graph.Span{b.span("Russie unie")}}}
	b.Organizations = []graph.ReportedGroup{{Name: "Douma d'État", Aliases: []string{"Douma"}, Country: "RU", Mentions: []graph.Span{b.span("Douma d'État")}}}
	giang := b.person(graph.ReportedPerson{Name: "Phan Văn Giang", Country: "VN", Offices: []graph.Office{{Title: "ministre", Key: "minister", Country: "VN"}}})
	kartapolov := b.person(graph.ReportedPerson{Name: "Andrey Kartapolov", Aliases: []string{"Kartapolov"}, Country: "RU",
		Parties: []int{0}, Organizations: []int{0}})
	b.countries("VN", "RU")
	b.Meetings = []graph.MeetingClaim{{Status: graph.Held, Mode: graph.InPerson, Date: "2019-10-22", Place: "Hanoï", Country: "VN",
		Participants: []graph.ParticipantClaim{{Person: giang, Role: graph.RoleHost}, {Person: kartapolov, Side: 1, Role: graph.RoleDelegationHead}},
		Evidence:     b.quote("Le ministre")}}
	b.Delegations = []graph.DelegationClaim{{Head: kartapolov, Host: "VN", Meeting: 0, Status: graph.Held, Date: "2019-10-22",
		Represents: []graph.ActorClaim{{Kind: graph.ActorOrganization}, {Kind: graph.ActorParty}, {Kind: graph.ActorCountry, Country: "RU"}},
		Evidence:   b.quote("Le ministre")}}
	return b.Report
}

func planned() graph.Report {
	b := article("en/002", "en", "2025-07-01", "To Lam to visit Vientiane",
		"To Lam will meet Thongloun Sisoulith in Vientiane in December.")
	lam := b.person(graph.ReportedPerson{Name: "To Lam", Country: "VN", Key: "to-lam"})
	thongloun := b.person(graph.ReportedPerson{Name: "Thongloun Sisoulith", Country: "LA"})
	b.countries("VN", "LA")
	b.Meetings = []graph.MeetingClaim{{Participants: pair(thongloun, lam), Status: graph.Planned,
		Date: "2025-12", Place: "Vientiane", Country: "LA", Evidence: b.quote("To Lam will meet")}}
	return b.Report
}

func call() graph.Report {
	b := article("fr/003", "fr", "2025-08-14", "Entretien téléphonique",
		"Vladimir Poutine s'est entretenu par téléphone avec Tô Lâm le 13 août.",
		"La rencontre de Vladimir Poutine avec Phan Văn Giang a été annulée.")
	putin := b.person(graph.ReportedPerson{Name: "Vladimir Poutine", Country: "RU", Key: "putin"})
	lam := b.person(graph.ReportedPerson{Name: "Tô Lâm", Country: "VN", Key: "to-lam"})
	giang := b.person(graph.ReportedPerson{Name: "Phan Văn Giang", Country: "VN"})
	b.countries("RU", "VN")
	b.Meetings = []graph.MeetingClaim{
		{Participants: pair(putin, lam), Status: graph.Held, Mode: graph.Remote, Date: "2025-08-13", Evidence: b.quote("Vladimir Poutine s'est")},
		{Participants: pair(putin, giang), Status: graph.Cancelled, Date: "2025-08", Evidence: b.quote("La rencontre")},
	}
	return b.Report
}

func summit() graph.Report {
	b := article("en/003", "en", "2024-09-03", "Three leaders meet in Phnom Penh",
		"Hun Manet, Thongloun Sisoulith and To Lam met in Phnom Penh on September 2, 2024.")
	manet := b.person(graph.ReportedPerson{Name: "Hun Manet", Country: "KH", Offices: []graph.Office{{Title: "Prime Minister", Key: "prime_minister", Country: "KH"}}})
	thongloun := b.person(graph.ReportedPerson{Name: "Thongloun Sisoulith", Country: "LA"})
	lam := b.person(graph.ReportedPerson{Name: "To Lam", Country: "VN", Key: "to-lam"})
	b.countries("KH", "LA", "VN")
	b.Meetings = []graph.MeetingClaim{{Status: graph.Held, Mode: graph.InPerson, Date: "2024-09-02", Place: "Phnom Penh", Country: "KH",
		Participants: []graph.ParticipantClaim{{Person: manet, Side: 0, Role: graph.RoleHost}, {Person: thongloun, Side: 1}, {Person: lam, Side: 2}},
		Evidence:     b.quote("Hun Manet")}}
	b.Agreements = []graph.AgreementClaim{{What: "joint statement", Status: graph.Held, Date: "2024-09-02",
		Signers:  []graph.ActorClaim{{Kind: graph.ActorPerson, Index: manet}, {Kind: graph.ActorPerson, Index: lam}},
		Evidence: b.quote("Hun Manet")}}
	return b.Report
}

func namesakes() graph.Report {
	b := article("vi/002", "vi", "2025-03-01", "Hai cán bộ dự hội nghị",
		"Ông Nguyễn Mạnh Hùng và ông Nguyễn Mạnh Hưng tiếp bà Maria Silva tại Huế ngày 28/2.")
	hung := b.person(graph.ReportedPerson{Name: "Nguyễn Mạnh Hùng", Country: "VN"})
	hwng := b.person(graph.ReportedPerson{Name: "Nguyễn Mạnh Hưng", Country: "VN"})
	maria := b.person(graph.ReportedPerson{Name: "Maria Silva", Country: "TL"})
	b.countries("VN")
	b.Meetings = []graph.MeetingClaim{{Status: graph.Held, Mode: graph.InPerson, Date: "2025-02-28", Place: "Huế", Country: "VN",
		Participants: []graph.ParticipantClaim{{Person: hung}, {Person: hwng}, {Person: maria, Side: 1, Role: graph.RoleVisitor}},
		Evidence:     b.quote("Ông Nguyễn")}}
	return b.Report
}

func undated() graph.Report {
	b := article("fr/004", "fr", "", "Voir plus",
		"Hun Manet a reçu Phan Văn Giang un 3 mars.")
	b.Article.URL, b.Article.Source = "javascript:alert(1)", ""
	manet := b.person(graph.ReportedPerson{Name: "Hun Manet", Country: "KH"})
	giang := b.person(graph.ReportedPerson{Name: "Phan Văn Giang", Country: "VN"})
	b.countries("KH", "VN")
	b.Meetings = []graph.MeetingClaim{{Participants: pair(manet, giang), Status: graph.Held, Date: "XXXX-03-03", Evidence: b.quote("Hun Manet a reçu")}}
	return b.Report
}
