package eval
import ("testing";"fmt")
func TestZPairs(t *testing.T){ i,_:=ScoreIdentity(identityTables); fmt.Println(i.Persons.String()); for _,m:=range i.Persons.Mistakes{fmt.Println(m)}; fmt.Println(i.Together.String()); for _,m:=range i.Together.Mistakes{fmt.Println(m)}}
