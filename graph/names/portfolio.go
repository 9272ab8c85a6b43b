package names

import (
	"slices"
	"strings"
)

// The separators of an office key with portfolios: "minister:culture+sports".
const (
	portfolioSep = ":"
	andSep       = "+"
)

// OfficeKey adds to the key of an office what it is for or of, where that tells
// its holders apart: the portfolios that the title of a minister names, the
// seat of those who are something of a place (the province of a governor, the
// state an ambassador is sent to; several are parted by "+"). A title that says
// nothing known adds nothing. Heads of courts and of provinces, which languages
// call president, chairman or director, have one key, and so have those of people's
// councils and of parliaments.
func OfficeKey(key, title, seat string) string {
	kind := OfficeKind(key, title, seat)
	if ministerial(kind) {
		if tasks := portfolios(title); len(tasks) > 0 {
			return kind + portfolioSep + strings.Join(tasks, andSep)
		}
	} else if seat != "" && (kind == "governor" || kind == "council" || kind == "ambassador") {
		return kind + portfolioSep + seat
	}
	return kind
}

// OfficeKind is the Kind of an OfficeKey.
func OfficeKind(key, title, seat string) string {
	switch key {
	case "minister":
		if chiefOfDiplomacy(padded(title)) {
			return "foreign_minister"
		}
	case "ambassador":
		if strings.HasPrefix(padded(title), " giam doc ") {
			return "director" // of a body's office in a state
		}
	case "speaker":
		if holdsAny(padded(title), []string{" vice ", " deputy ", " pho "}) {
			return ViceSpeaker
		}
	case "president", "vice_president", "chairman", "director":
		if key = headOf(key, padded(title)); key == "director" && strings.Contains(padded(title), " thong doc ") {
			return "governor" // of a province or, as in other languages, of a bank
		}
	}
	if key == "chairman" && seat != "" && bareTitle(title) {
		return "governor" // "Lao Cai Vice Chairman"
	}
	return key
}

// ViceSpeaker is who stands beside the president of a parliament, whom languages call vice speaker or vice president.
const ViceSpeaker = "vice_speaker"

// PartyCentre reports a title at the centre of a party: its head, that of its office or of one of its commissions.
func PartyCentre(title string) bool {
	title = padded(title)
	return holdsAny(title, []string{" van phong trung uong", " trung uong dang", " central committee", " comite central", " parti communiste", " communist party", " dang cong san"}) ||
		strings.HasPrefix(title, " truong ban ") && holdsAny(title, []string{" trung uong ", " doi ngoai "})
}

// bareTitle reports a title that does not tell of what it is one, because its place stands before it.
func bareTitle(title string) bool {
	const few = 3
	words := strings.Fields(title)
	return len(words) <= few && !slices.Contains(words, "of") && !holdsAny(padded(title), bodies)
}

// TitlesAlone are the titles, folded, of an office of a kind that do not tell what it is for or of.
func TitlesAlone(kind string) []string { return titlesAlone[kind] }

var titlesAlone = map[string][]string{
	"minister":           {"minister", "ministre", "bo truong"},
	"vice_minister":      {"deputy minister", "vice minister", "vice ministre", "thu truong"},
	"secretary_of_state": {"secretary of state", "secretaire detat", "quoc vu khanh"},
	"ambassador":         {"ambassador", "ambassadeur", "ambassadrice", "dai su"},
	"governor":           {"governor", "gouverneur", "gouverneure", "chu tich tinh"},
}

// Formal reports a title that is long because it gives the state or the party its full name, and
// says no more than its key: "President of the Socialist Republic of Vietnam".
func Formal(key, title string) bool {
	switch title = padded(title); key {
	case "prime_minister", "foreign_minister", "king", "queen", "pope":
		return true // of nothing else
	case "president", "vice_president":
		return holdsAny(title, republics)
	case "secretary_general":
		return holdsAny(title, parties) && !holdsAny(title, parliaments)
	}
	return false
}

// foreignAffairs is the portfolio of deputies and others at that ministry; its minister has a key.
const foreignAffairs = "foreign"

// chiefOfDiplomacy reports the title of a minister of foreign affairs whose words stand apart,
// "ministre chinois des Affaires étrangères"; others are at that ministry, or deputies there.
func chiefOfDiplomacy(title string) bool {
	has := func(list ...string) bool { return holdsAny(title, list) }
	return has(" affaires etrangeres", " foreign affairs", " ngoai giao", " external affairs", " relations exterieures") &&
		!has(" delegu", " deput", " adjoint", " aupres ", " of state", " d etat", " junior", " vice", " assistant", " former ", " ancien", " nguyen ", " pho ", " quoc vu")
}

// headOf tells of what a president is one.
func headOf(key, title string) string {
	title = federations.Replace(title)
	has := func(list []string) bool { return holdsAny(title, list) }
	switch {
	case has(courts):
		return "judge"
	case key != "director" && has(councils):
		return "council"
	case key == "president" && has(parliaments):
		return "speaker"
	case key == "vice_president" && has(parliaments):
		return ViceSpeaker
	case key != "director" && (has(committees) || has(regions) && !has(bodies)):
		return "governor"
	case key == "president" && has(bodies):
		return "chairman"
	}
	return key
}

// What presidents and chairmen can be at the head of, as stems.
var (
	courts      = []string{" cour ", " cours ", " court ", " courts ", " tribunal", " chief justice", " justice en chef", " chanh an ", " toa an "}
	councils    = []string{" conseil populaire", " peoples council", " hoi dong nhan dan", " hdnd "}
	parliaments = []string{" parlement ", " parliament ", " assemblee nationale", " national assembly", " senat ", " senate ", " quoc hoi", " khural ", " khoural "}
	committees  = []string{" comite populaire", " peoples committee", " ubnd ", " uy ban nhan dan"}
	regions     = []string{" province", " region", " prefecture", " tinh ", " khu tu tri", " thanh pho "}
	parties     = []string{" parti ", " party ", " dang "}
	republics   = []string{" republi", " cong hoa ", " chxhcn ", " etats unis ", " united states ", " hop chung quoc ", " federation de russie ", " russian federation ", " confederation "}
	bodies      = []string{
		" academ", " agenc", " alliance", " association", " assembl", " banque", " bank", " bureau", " chamb", " club", " comite", " commission", " committee",
		" compagn", " company", " congres", " conseil", " corporation", " council", " federation", " fondation", " foundation", " front ", " groupe", " group ",
		" institut", " lien doan", " ligue", " league", " hoi ", " hoi dong", " mat tran", " ngan hang", " organi", " parti ", " party ", " phong thuong mai",
		" societe", " society", " syndicat", " tap doan", " tong cong ty", " union ", " uy ban", " universit", " hoc vien", " vien ",
	}
)

// holdsAny reports a padded title that holds one of some stems.
func holdsAny(title string, stems []string) bool {
	return slices.ContainsFunc(stems, func(s string) bool { return strings.Contains(title, s) })
}

// federations are states that are called as bodies are.
var federations = strings.NewReplacer(" russian federation ", " russia ", " federation de russie ", " russie ", " federation of russia ", " russia ")

// padded is a folded title with a space around each word; what French elides
// is a word (l'Intérieur).
func padded(title string) string {
	if strings.ContainsAny(title, "'’") {
		title = elided.Replace(title)
	}
	return " " + Fold(title) + " "
}

var elided = strings.NewReplacer("l'", "l ", "l’", "l ", "L'", "l ", "L’", "l ", "d'", "d ", "d’", "d ", "D'", "d ", "D’", "d ")

// portfolios lists, in order, what a title says an office is for.
func portfolios(title string) []string {
	folded := padded(title)
	var found []string
	for _, p := range portfolioStems {
		if holdsAny(folded, p.stems) {
			found = append(found, p.key)
		}
	}
	return found
}

type stems struct {
	key   string
	stems []string // beginnings of words, folded, after a space, of all languages
}

// Ministries that many states join are one: what one article calls the minister
// of sport is the minister of culture of another.
var portfolioStems = []stems{
	{"administration", []string{" state administration", " administration de l etat", " hanh chinh nha nuoc", " public administration", " administration publique", " fonction publique", " civil service"}},
	{"agriculture", []string{" agricultur", " nong nghiep", " peche", " fisher", " thuy san", " foret", " forest", " lam nghiep", " thuy loi", " l eau "}},
	{"construction", []string{" construction", " xay dung", " infrastructure", " ha tang"}},
	{"culture", []string{" cultur", " van hoa", " sport", " the thao", " touris", " du lich"}},
	{"defence", []string{" defense", " defence", " quoc phong", " armees"}},
	{"economy", []string{" econom", " kinh te"}},
	{"education", []string{" education", " enseignement", " giao duc"}},
	{"energy", []string{" energi", " energy", " nang luong", " petrol", " hydrocarb", " oil ", " dau khi", " dau mo", " mines ", " mining", " minerals", " khoang san"}},
	{"environment", []string{" environnement", " environment", " moi truong", " climat", " khi hau"}},
	{foreignAffairs, []string{" affaires etrangeres", " relations exterieures", " foreign affairs", " foreign minist", " external affairs", " ngoai giao"}},
	{"finance", []string{" financ", " tai chinh"}},
	{"health", []string{" sante", " health", " y te"}},
	{"information", []string{" information", " thong tin", " communication", " truyen thong"}},
	{"interior", []string{" interieur", " interior", " home affairs", " noi vu"}},
	{"justice", []string{" justice", " tu phap"}},
	{"labour", []string{" travail", " labour", " labor", " lao dong", " emploi", " employment"}},
	{"planning", []string{" planif", " planning", " ke hoach"}},
	{"religion", []string{" religi", " cultes", " ton giao"}},
	{"science", []string{" scienc", " khoa hoc"}},
	{"security", []string{" securite publique", " public security", " cong an"}},
	{"trade", []string{" commerce", " trade", " thuong mai", " cong thuong", " industri", " industry", " cong nghiep"}},
	{"transport", []string{" transport", " giao thong", " infrastructure", " ha tang"}},
}

// ministerial reports an office that is for something.
func ministerial(kind string) bool {
	return kind == "minister" || kind == "vice_minister" || kind == "secretary_of_state"
}

// Kind is an office key without portfolios.
func Kind(office string) string {
	kind, _, _ := strings.Cut(office, portfolioSep)
	return kind
}

// Specific reports an office key that tells what the office is for or of.
func Specific(office string) bool { return strings.Contains(office, portfolioSep) }

// otherPortfolio reports two offices of one kind that are for other things, or
// of other places.
func otherPortfolio(a, b string) bool {
	kind, x, _ := strings.Cut(a, portfolioSep)
	kindB, y, _ := strings.Cut(b, portfolioSep)
	if kind != kindB && !(ministerial(kind) && ministerial(kindB)) || x == "" || y == "" {
		return false
	}
	return !slices.ContainsFunc(strings.Split(x, andSep), func(p string) bool { return slices.Contains(strings.Split(y, andSep), p) })
}

// SameOffice reports whether two office keys can mean one office. The chairman of a
// state is its president to those who have no such word.
func SameOffice(a, b string) bool {
	return headOfState(Kind(a)) == headOfState(Kind(b)) && !otherPortfolio(a, b)
}

func headOfState(kind string) string {
	if kind == "state_chairman" {
		return "president"
	}
	return kind
}
