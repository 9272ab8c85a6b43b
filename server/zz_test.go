package main
import ("testing";"time";"sort";"fmt")
func TestZZ(t *testing.T){
 s:=startOn(t, pressStore(t,5000), append(loadFlags(), "--patience", "1m", "--store-timeout", "1m", "--query-timeout", "1m")...)
 type r struct{d, w time.Duration; q string; n int}
 var rs []r
 for _,q:=range loadQueries(t){ best:=time.Hour; n:=0
  s.ask(t,q,nil)
  b:=time.Now(); c:=cpuTime()
  for range 5 { a:=s.ask(t,q,nil); n=len(a.body) }
  best=(cpuTime()-c)/5; w:=time.Since(b)/5
  if len(q)>90 {q=q[:90]}
  rs=append(rs,r{best,w,q,n}) }
 sort.Slice(rs,func(i,j int)bool{return rs[i].d>rs[j].d})
 for _,x:=range rs{ fmt.Printf("cpu %v wall %v %d %q\n",x.d.Round(10*time.Microsecond),x.w.Round(10*time.Microsecond),x.n,x.q)}
}
