import json,subprocess,unicodedata
def fold(s): return ''.join(c for c in unicodedata.normalize('NFD',s.lower()) if not unicodedata.combining(c))
o=subprocess.run(['/tmp/enp/rulesbin','/tmp/enp/tde'],capture_output=True,text=True).stdout
tp=fp=fn=0
for l in o.splitlines():
    r=json.loads(l); k=r['file'].split('/')[-1][:-4]
    w=json.load(open(f'/tmp/wt_en/testdata/wanted/en/{k}.json'))
    al={}
    for q in w['persons']:
        for nm in [q['name']]+q.get('aliases',[]): al[fold(nm)]=q['name']
    def c(x):
        x=fold(x)
        if x in al: return al[x]
        cc=[v for kk,v in al.items() if x in kk or kk in x]
        return cc[0] if cc else x
    g={frozenset((c(m['a']),c(m['b']))) for m in r['facts']['met']}
    allw={frozenset((c(m['a']),c(m['b']))) for m in w['met']}; ms={frozenset((c(m['a']),c(m['b']))) for m in w['met'] if not m.get('optional')}
    tp+=len(g&ms); fn+=len(ms-g); fp+=len(g-allw)
    for x in g-allw: print(k,'WRONG',' ~ '.join(x),[m for m in r['meet'] if all(y.split()[-1] in m for y in x)][:2])
print(tp,fp,fn)
