package names

import "strings"

// nicknameTable lists given names as friends and newspapers shorten them, by language, each for
// one name only: Chris and Alex may be many.
const nicknameTable = `
	abe:abraham andy:andrew barb:barbara becky:rebecca bill:william billy:william bob:robert bobby:robert chuck:charles dave:david debbie:deborah dick:richard
	don:donald ed:edward eddie:edward fred:frederick geoff:geoffrey greg:gregory hank:henry jack:john jeff:jeffrey jim:james jimmy:james joe:joseph johnny:john josh:joshua
	kathy:katherine ken:kenneth larry:lawrence liz:elizabeth maggie:margaret matt:matthew mike:michael nick:nicholas pete:peter phil:philip rob:robert ron:ronald russ:russell
	steve:stephen sue:susan ted:theodore tim:timothy tom:thomas tony:anthony vince:vincent walt:walter will:william zach:zachary antony:anthony
	ma:maria paco:francisco pancho:francisco pepe:jose nacho:ignacio lupe:guadalupe memo:guillermo quique:enrique
	beppe:giuseppe gigi:luigi gianni:giovanni
	sepp:josef hannes:johannes
	sasha:alexander sacha:alexander aliocha:alexei alyosha:alexei boria:boris dima:dmitri dmitry:dmitri grisha:grigori kostia:konstantin kostya:konstantin kolia:nikolai kolya:nikolai
	misha:mikhail petia:piotr seriozha:sergei serguei:sergei vania:ivan vanya:ivan volodia:vladimir volodya:vladimir vova:vladimir ioulia:yulia
	serhii:sergei serhiy:sergei sergii:sergei sergiy:sergei serguii:sergei sergey:sergei volodymyr:vladimir oleksandr:alexander olexandre:alexander andrii:andrei andriy:andrei dmytro:dmitri mykola:nikolai
	mykhailo:mikhail mykhaylo:mikhail oleksii:alexei oleksiy:alexei yevhen:evgeni yevgen:evgeni ievhen:evgeni pavlo:pavel petro:piotr hryhorii:grigori hryhoriy:grigori ihor:igor oleh:oleg bohdan:bogdan iryna:irina nataliia:natalia tetiana:tatiana yuliia:yulia vitalii:vitali valerii:valeri heorhii:georgi
	uladzimir:vladimir aliaksandr:alexander siarhei:sergei dzmitry:dmitri mikalai:nikolai viktar:viktor ihar:igor yauheni:evgeni yauhen:evgeni
	serghei:sergei dimitri:dmitri dmitriy:dmitri youri:yuri yury:yuri yevgueni:evgeni timofei:timofey guiorgui:giorgi georgy:georgi
	aleksandar:alexander djordje:dorde stanislas:stanislaw
	giannis:ioannis yannis:ioannis yiannis:ioannis giorgos:georgios yorgos:georgios yiorgos:georgios nikos:nikolaos kostas:konstantinos costas:konstantinos dimitris:dimitrios vangelis:evangelos thanasis:athanasios
	antonis:antonios vasilis:vasileios vassilis:vasileios spyros:spyridon michalis:michail manolis:emmanouil lefteris:eleftherios panagis:panagiotis stelios:stylianos
	vasyl:vasili vasyliy:vasili olena:elena kateryna:ekaterina anatolii:anatoli yurii:yuri yuriy:yuri iouri:yuri
	janek:jan kuba:jakub staszek:stanislaw`

// heardTable lists given names as Vietnamese hears them, folded and without hyphens, where their consonants are too few or
// too far from what is written: Xéc-gây, Mai-cơn, Pi-tơ.
const heardTable = `
	andray:andrei alechxay:alexei alechxan:alexander alechxandro:alexander xecgay:sergei xecgei:sergei vladimia:vladimir mikhain:mikhail piot:piotr olech:oleg vichto:viktor igo:igor
	epgheni:evgeni pavo:pavel vaxili:vasili maicon:michael maico:michael pito:peter devit:david davit:david richac:richard robot:robert robo:robert uyliam:william uliam:william tomat:thomas
	saclo:charles sacxo:charles giemxo:james giooc:george gioocgio:george gioxep:joseph phrangxoa:francois philip:philippe xtephan:stefan xtephen:stephen xtivon:steven xtiven:steven
	edua:eduard eduot:edward uonto:walter vinhem:wilhelm giohan:johan maco:mark`

var nicknames, heardGiven = namePairs(nicknameTable), namePairs(heardTable)

func namePairs(table string) map[string]string {
	m := map[string]string{}
	for pair := range strings.FieldsSeq(table) {
		short, full, _ := strings.Cut(pair, ":")
		m[short] = full
	}
	return m
}

// given is the given name that a word is short for, or heard for, else the word as it is folded.
func (w Word) given() string {
	if w.Transcribed() {
		if full, ok := heardGiven[w.Folded]; ok {
			return full
		}
	}
	return fullGiven(w.Folded)
}

// fullGiven is the given name that a folded word is short for, or one spelling of one in Arabic letters, else the word.
func fullGiven(folded string) string {
	if full, ok := nicknames[folded]; ok {
		return full
	}
	if one, ok := arabic[folded]; ok {
		return one
	}
	return folded
}

// shortGiven reports two given names one of which is the other's short form, in any spelling.
func shortGiven(x, y Word) bool {
	a, b := x.given(), y.given()
	return x.Folded != y.Folded && (a == b || (a != x.Folded || b != y.Folded) && sound(a) == sound(b))
}
