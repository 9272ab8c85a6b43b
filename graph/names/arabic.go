package names

import "strings"

// arabicTable are given names of Arabic in the Latin letters of the languages that write them, a
// group each: they differ in vowels, and in how one says a letter that others do not have.
const arabicTable = `mohamed mohammed mohammad muhammad muhammed mohamad mouhamed mouhamad muhamed muhamad muhammadu mohammadu mohd
	ahmed ahmad
	hussein hossein husein hussain husain houssein hosein hocine husayn hossain hoseyn
	hassan hasan hassane
	yusuf youssef yousef yousuf yusef youcef yussef yousif
	ibrahim ebrahim
	khaled khalid
	tariq tarek tareq tarik
	faisal faysal faycal feisal feysal faissal
	suleiman soleiman sulaiman sulayman souleymane souleiman soleyman soleimane slimane sliman soliman suleyman
	ismail esmail ismael
	mustafa mostafa moustafa mustapha moustapha
	mehdi mahdi
	nasser nasir naser
	jamal gamal djamel jamel djamal
	osman othman uthman ousmane usman ousman
	osama oussama usama ousama
	omar umar oumar
	said saeed saeid saied
	aisha aicha ayesha aysha
	khadija khadidja khadijah
	fatima fatimah fatma
	mariam maryam meriem mariem
	leila layla laila leyla
	zainab zeinab zeineb zaynab
	ziad ziyad zyad
	riyad riad riyadh
	jaber jabir gaber
	nayef nayif naif
	hicham hisham hesham hichem
	walid waleed oualid
	yasser yasir yaser yassir
	idris idriss driss edris
	musa moussa mousa mussa
	daoud dawood daud dawud
	badr bader
	bashir bachir basheer
	rashid rachid rasheed
	nabil nabeel
	munir mounir muneer
	majid madjid majeed
	hamid hameed
	karim kareem
	amin amine ameen
	anwar anouar
	jalal djalal galal
	jafar jaafar djaafar jaffar
	mourad murad morad
	tahir tahar taher
	saleh salih
	shafiq chafik shafik
	rida ridha redha reda
	bilal belal
	abubakar aboubacar aboubakar abubakr boubacar boubakar bubacar`

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
