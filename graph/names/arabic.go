package names

import "strings"

// arabicTable are given names of Arabic in the Latin letters of the languages that write them, a
// group each: they differ in vowels, and in how one says a letter that others do not have.
const arabicTable = `mohamed mohammed mohammad muhammad muhammed mohamad mouhamed mouhamad muhamed muhamad muhammadu mohd
	ahmed ahmad
	hussein hossein husein hussain husain houssein hosein hocine
	yusuf youssef yousef yousuf yusef youcef yussef
	ibrahim ebrahim
	khaled khalid
	tariq tarek tareq tarik
	faisal faysal faycal feisal feysal faissal
	suleiman soleiman sulaiman sulayman souleymane souleiman soleyman soleimane
	ismail esmail ismael
	mustafa mostafa moustafa mustapha moustapha
	mehdi mahdi
	nasser nasir naser
	jamal gamal djamel jamel djamal
	osman othman uthman
	osama oussama usama ousama
	aisha aicha ayesha aysha
	ziad ziyad zyad
	riyad riad riyadh
	jaber jabir gaber
	nayef nayif naif`

var arabic = func() map[string]string {
	m := map[string]string{}
	for group := range strings.SplitSeq(arabicTable, "\n") {
		names := strings.Fields(group)
		for _, n := range names {
			m[n] = names[0]
		}
	}
	return m
}()

// transcribedArabic writes a given name of Arabic in one way, and the beginning of Abdullah and
// Abdelkader, see servant.
func transcribedArabic(word string) string {
	if one, ok := arabic[word]; ok {
		return one
	}
	return servant(word)
}
