package names

import (
	"slices"
	"strings"
)

// eastFamilies are the most frequent families of Korea and China, which nearly all
// their people bear.
var eastFamilies = setOf(`ahn an bae baek ban bang bong byun cha chae chang che cheon cho choe choi chon chu chun chung do eom eum gil go gong gu ha ham han heo hong huh hwang hyun
	im jang jeon jeong ji jin jo joo ju jun jung kang ki kil kim ko koo ku kwak kwon lee lim ma maeng min moon mun myung na nam namgung no noh oh ok pae paek pak park pyo rhee ri roh ryu
	seo seok seol shim shin sim sin so sohn son song suh suk sung tak uhm um wang won woo yang yeo yeom yeon yi yim yoo yoon you yu yun
	bai cai cao chen cheng cui dai deng ding dong du duan fan fang feng fu gao ge guo hao he hou hu huang jia jiang kong lei li liang liao lin liu long lu luo lv mao meng mo
	pan peng qian qiao qin qiu ren shao shen shi su sun tan tang tao tian wan wei wen wu xia xiang xiao xie xiong xu xue yan yao ye yin zeng zhang zhao zheng zhong zhou zhu zou`)

// spanish reports a family of Spanish-speaking states: the most frequent ones, and
// all in -ez, the sons of somebody. Those that Portuguese has, too, where the last
// family is the one that counts, are iberianFamilies.
func spanish(folded string) bool {
	const long = 8 // letters, of which a single one may stand for a double one
	return spanishFamilies[folded] || len(folded) > 4 && strings.HasSuffix(folded, "ez") || len(folded) >= long && singleLetters[single(folded)]
}

// singleLetters are the Spanish families with double letters, written with single ones: Vilareal.
var singleLetters = func() map[string]bool {
	set := map[string]bool{}
	for f := range spanishFamilies {
		if s := single(f); s != f {
			set[s] = true
		}
	}
	return set
}()

// single is a word with no letter twice in a row.
func single(folded string) string { return string(slices.Compact([]rune(folded))) }

// MotherLeft reports two names of one block, their words in any order, one of which leaves
// out one of two Spanish families that the other has: Rodrigo Salinas Quispe and Rodrigo
// Salinas. Where it leaves out the father's, the blocks are two.
func MotherLeft(a, b []Word) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	left := unshared(b, a)
	return len(a) > 1 && len(left) == 1 && len(unshared(a, b)) == 0 && spanish(left[0].Folded) &&
		slices.ContainsFunc(a, func(w Word) bool { return spanish(w.Folded) })
}

var spanishFamilies = setOf(`abad acevedo acosta acuna aguilar aguilera aguirre alarcon alcantara alfaro alonso alvarado amaya angulo aparicio aragon arana aranda arango araya arce
	arellano arevalo arias arroyo avalos ayala baez balderas ballesteros banuelos barajas barragan barrera barrientos barrios bautista bedoya bejarano beltran bermudez bernal betancourt
	blanco bolanos bonilla botero bravo briceno bueno burgos bustamante bustos caballero cabrera caceres cadena calderon calle calvo camacho cano cantu caraballo cardenas cardona carmona carpio
	carranza carrasco carrillo carrion castaneda castano castellanos castillo ceballos cedeno cepeda cervantes cespedes choque cifuentes cisneros colque condori contreras coronado coronel corrales
	 cortes cuellar cuesta cuevas davila delgado diaz duran echeverria elizondo escalante escobar escobedo espinal espinosa espinoza esquivel estrada fajardo farias figueroa flores
	florez fuentes gaitan galarza galindo gallardo gallegos galvan gamboa garay garcia garrido garzon gil giraldo godoy granados guerrero guevara guillen gutierrez guzman haro
	heredia herrera hidalgo hinojosa holguin hoyos huaman huanca huerta hurtado ibarra iglesias jaime jara jaramillo juarez lara leon linares llanos londono lozano lucero lugo luna
	macias madrigal maldonado mamani manrique marin medina medrano mejia mena mercado merino mesa meza mojica molina moncada monroy montano montenegro montero montes montoya mora
	morales mosquera moya muniz munoz murillo najera naranjo navarrete navarro nieto nina noriega novoa obando obregon ocampo ochoa ojeda olivares orellana orozco ortega ortiz osorio ospina
	otero oviedo padilla palacios palma palomino pardo paredes parra pastrana pena peralta perea pineda pizarro polanco ponce porras portillo posada prieto puente puga
	quesada quevedo quijano quintana quintanilla quintero quinones quiroga quispe quiroz rangel rendon renteria restrepo reyes rincon rios riquelme rivadeneira rivas rivera robles rojas
	roldan roman romero rosales rosas rubio rueda ruiz saavedra salas salazar salcedo saldana salgado salinas samaniego sandoval santander sarmiento segovia segura sepulveda serna serrano
	sierra solano solis soria soriano sotelo soto suarez tapia tejada tejeda tellez tello terrazas tirado toledo toro torres tovar trejo trevino trujillo ugarte ulloa urbina uribe
	urrutia vaca valencia valenzuela vallejo vargas vega velasco velasquez venegas vera vergara villa villalobos villanueva villar villarreal villegas yanez yepes yupanqui
	alarcon bermejo arizmendi aizpurua arriaga arteaga azcona bolivar bonilla borja bosque cabello calzadilla carbajal castellon cevallos chacon colina cordero correal cruces donoso echeverri escobedo espin fajardo ferrer frias frei galeano garces garmendia gaviria goicoechea gurria iriarte irigoyen jativa lacalle landeros larrea lasso lleras malpica marrero mujica murguia naranjo ormeno ortuno osorio paniagua patino perdomo pinera pinochet portuondo quintana rada recalde reinoso reyna riera rivadeneira rodas sacasa sanguinetti sarmientos segovia tabares uriarte urrego uzcategui valdivia valdivieso velarde verdugo viteri yrigoyen
	undurraga larrain errazuriz irarrazabal zambrano zamora zapata zarate zavala zelaya zuniga`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

var iberianFamilies = setOf(`andrade aquino avila bello castro correa cruz duarte fonseca franco guerra leal leiva lima lira mendoza miranda moreno pacheco paz pinto prado ramos rocha
	santana santos silva sosa varela valle valladares vidal viera`)

// spanishGiven are the most frequent given names of Spanish-speaking states that other
// languages write otherwise or seldom give.
var spanishGiven = setOf(`adolfo agustin alberto alejandro alejandra alfredo alonso alvaro andres anibal antonio armando arturo augusto beatriz benito bernardo blanca camilo carlos cesar
	carmen cristobal cristina diego dolores eduardo emilio enrique ernesto esteban esperanza eugenio fausto federico felipe felix fernando fidel francisco gabriela gerardo german gilberto
	gonzalo graciela guadalupe guillermo gustavo hernan hector homero horacio hugo humberto ignacio isabel ismael ivan jaime javier jesus joaquin jorge jose josefina juan juana julio
	leonel leonardo lorenzo lucia luis luisa manuel manuela marcelo marco marcos margarita mario mercedes miguel mirta monica nicolas octavio orlando osvaldo pablo patricio pedro
	pilar rafael ramon raul rene ricardo roberto rocio rodolfo rodrigo rogelio rosario ruben salvador santiago sebastian segundo sergio silvia soledad susana teresa tomas
	vicente victor virginia xavier ximena yolanda`)
