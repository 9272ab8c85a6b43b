package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestJudge takes a judgement from the command line into the graph and out
// again.
func TestJudge(t *testing.T) {
	dir := t.TempDir()
	file, store := "--file="+filepath.Join(dir, "j.txt"), "--store=sqlite:"+filepath.Join(dir, "g.db")
	judge := func(args ...string) ran { return command(t, "", append([]string{store, "judge", file}, args...)...) }
	articles := `{"id":"a/1","published":"2025-05-09","text":"Visite\n\nLe ministre russe Andreï Kovalenkov a rencontré le ministre lao Khamphet Sourivong à Moscou."}` + "\n" +
		`{"id":"a/2","published":"2025-05-10","text":"Visite\n\nLe ministre russe Pavel Stroganine a rencontré le ministre lao Khamphet Sourivong à Moscou."}` + "\n"
	command(t, articles, store, "load", "-").want(t, exitOK, "3 persons")
	before := command(t, "", store, "export").out

	judge("add", "same", "Andreï Kovalenkov/RU", "Pavel Stroganine/RU", "--why=a pen name", "--who=anne").want(t, exitOK, "added")
	judge("add", "same", "Pavel Stroganine/RU", "Andreï Kovalenkov/RU", "--why=again", "--who=anne").want(t, exitOK, "has it already")
	judge("list").want(t, exitOK, "3\tsame\tAndreï Kovalenkov/RU\tPavel Stroganine/RU\tanne\t", "\ta pen name\n")
	judge("apply").want(t, exitOK, "1 judgements are in")
	judge("check", "--in-store").want(t, exitOK, "1 applied")
	command(t, articles, store, "load", "-").want(t, exitOK, "2 unchanged", "2 persons")
	judge("add", "not-same", "Andreï Kovalenkov/RU", "Pavel Stroganine/RU", "--why=no", "--who=bob").want(t, exitSome, "!j.txt:4: not-same")
	judge("remove", "Pavel Stroganine/RU", "Andreï Kovalenkov/RU").want(t, exitOK, "removed: same", "removed: not-same")
	judge("remove", "Pavel Stroganine/RU", "Andreï Kovalenkov/RU").want(t, exitSome, "!no judgement on")

	command(t, articles, store, "load", "--judgements="+filepath.Join(dir, "j.txt"), "-").want(t, exitOK, "0 judgements are in", "3 persons")
	if after := command(t, "", store, "export").out; after != before {
		t.Errorf("the export is not what it was:\n%s", after)
	}
}

// TestJudgeFigures: a name that seed knowledge knows means the figure.
func TestJudgeFigures(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "j.txt")
	file, store := "--file="+name, "--store=sqlite:"+filepath.Join(dir, "g.db")
	edges := `["ref:Emmanuel Macron/FR","ref:Khamphet Sourivong/LA","positive",null,"anne","2025-05-09T10:00:00"]` + "\n" + `["a","b","unsure",null,null,null]` + "\n"
	articles := `{"id":"a/1","published":"2025-05-09","text":"Visite\n\nLe président français Emmanuel Macron a reçu le ministre lao Khamphet Sourivong à Paris."}` + "\n"
	command(t, articles, store, "load", "-").want(t, exitOK, "2 persons")
	command(t, edges, "judge", file, "import").want(t, exitOK, "1 judgements added", "1 edges decide nothing")
	command(t, "", store, "judge", file, "apply").want(t, exitOK)
	command(t, "", store, "judge", file, "check", "--in-store").want(t, exitOK, "1 applied")
	command(t, "", "judge", file, "export").want(t, exitOK, `["ref:Khamphet Sourivong/LA","ref:Emmanuel Macron/FR","positive",null,"anne","2025-05-09"]`)

	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(text, "same\tonly two\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"list", "check", "apply", "export", "remove A B"} {
		command(t, "", append([]string{store, "judge", file}, strings.Fields(args)...)...).want(t, exitUsage, "!j.txt:4: 2 columns, want 6")
	}
}
