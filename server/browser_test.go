package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// browse opens a browser without a window. Without one installed the test is
// skipped, except in CI. Whatever the browser reports as an error, a broken
// policy among them, fails the test.
func browse(t *testing.T, width, height int) context.Context {
	t.Helper()
	path, err := findBrowser()
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("no chromium: ", err)
		}
		t.Skip("no chromium: ", err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()), chromedp.WindowSize(width, height),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("lang", "en"))
	ctx, cancelAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancelTimeout := context.WithTimeout(ctx, time.Minute)
	ctx, cancel := chromedp.NewContext(ctx)
	t.Cleanup(func() {
		if err := chromedp.Cancel(ctx); err != nil { // waits until the browser has gone
			t.Error(err)
		}
		cancel()
		cancelTimeout()
		cancelAllocator()
	})
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			t.Errorf("the page failed: %v", e.ExceptionDetails.Error())
		case *log.EventEntryAdded:
			if e.Entry.Level == log.LevelError {
				t.Errorf("the browser reports: %s %s", e.Entry.Text, e.Entry.URL)
			}
		}
	})
	return ctx
}

func findBrowser() (path string, err error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err = exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", err
}

func act(t *testing.T, ctx context.Context, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// shot saves a picture when the variable SCREENSHOTS names a folder.
func shot(name string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		dir := os.Getenv("SCREENSHOTS")
		if dir == "" {
			return nil
		}
		var png []byte
		if err := chromedp.FullScreenshot(&png, 100).Do(ctx); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644)
	})
}

func TestExplorerInABrowser(t *testing.T) {
	s := start(t, "--quiet")
	ctx := browse(t, 1280, 900)
	var name, quote, link, article, marked string
	act(t, ctx,
		log.Enable(),
		chromedp.Navigate(s.url),
		chromedp.WaitVisible(".latest"), // the scripts are running
		shot("start"),
		chromedp.SendKeys("#who", "to lam"),
		chromedp.WaitVisible("#who-list [role=option]"),
		shot("suggest"),
		chromedp.SendKeys("#who", kb.ArrowDown+kb.Enter),
		chromedp.WaitVisible("#person-name"),
		chromedp.Text("#person-name", &name),
		shot("person"),
		chromedp.Click(".met li:nth-child(3) .edge"),
		chromedp.WaitVisible(".met li:nth-child(3) blockquote"),
		chromedp.Text(".met li:nth-child(3) .evidence li:nth-child(2) blockquote", &quote),
		chromedp.AttributeValue(".met li:nth-child(3) .evidence li:nth-child(2) .source a", "href", &link, nil),
		shot("sentence"),
		chromedp.Click(".met li:nth-child(3) .evidence li:nth-child(2) button.link"),
		chromedp.WaitVisible("#article-text mark"),
		chromedp.Text("#article-text", &article),
		chromedp.Text("#article-text mark", &marked),
		shot("article"),
	)
	const sentence = "Le président russe Vladimir Poutine a reçu le 9 mai à Moscou le secrétaire général du Parti communiste du Vietnam, Tô Lâm."
	if name != "Tô Lâm" || quote != sentence || link != "https://news.example/fr/001" {
		t.Errorf("have %q, %q, %q", name, quote, link)
	}
	if marked != sentence || !strings.HasPrefix(article, "Entretien à Moscou") {
		t.Errorf("in the article, %q is marked of %q", marked, article)
	}
}

func TestExplorerByKeyboardInABrowser(t *testing.T) {
	s := start(t, "--quiet")
	ctx := browse(t, 420, 900)
	var people, href, title, expanded string
	var hasLink bool
	act(t, ctx,
		log.Enable(),
		chromedp.Navigate(s.url),
		chromedp.WaitVisible(".latest"),                 // the scripts are running
		chromedp.SendKeys("#who", "hun manet"+kb.Enter), // Enter alone takes the best
		chromedp.WaitVisible(".met .edge"),
		chromedp.Focus(".met li:last-child .edge"),
		chromedp.KeyEvent(kb.Enter),
		chromedp.WaitVisible(".met li:last-child blockquote"),
		chromedp.AttributeValue(".met li:last-child .edge", "aria-expanded", &expanded, nil),
		chromedp.AttributeValue(".met li:last-child .source > :first-child", "href", &href, &hasLink),
		chromedp.Text(".met", &people),
		shot("narrow"),
		chromedp.Click(".met li:first-child .edge"),
		chromedp.Click(".met li:first-child .proof > p > a"),
		chromedp.WaitVisible("//h2[@id='person-name' and text()!='Hun Manet']", chromedp.BySearch),
		chromedp.Title(&title),
	)
	if hasLink {
		t.Errorf("an article whose address is a script has the link %q", href)
	}
	if expanded != "true" || !strings.Contains(people, "3 March, year unknown") {
		t.Errorf("expanded %q, people %q", expanded, people)
	}
	if !strings.HasSuffix(title, "diplograph") || strings.HasPrefix(title, "Hun Manet") {
		t.Errorf("the title is %q", title)
	}
}

func TestExamplesInABrowser(t *testing.T) {
	s := start(t, "--quiet")
	ctx := browse(t, 1280, 900)
	var examples int
	act(t, ctx, log.Enable(), chromedp.Navigate(s.url+"/#query"), chromedp.WaitVisible("#examples button"),
		chromedp.Evaluate(`document.querySelectorAll("#examples button").length`, &examples))
	if examples < 5 {
		t.Fatalf("there are %d examples", examples)
	}
	for i := range examples {
		var status, answer string
		act(t, ctx,
			chromedp.Evaluate(`document.getElementById("answer-status").textContent = ""; document.querySelectorAll("#examples button")[`+strconv.Itoa(i)+`].click()`, nil),
			chromedp.Poll(`/ in \d+ ms/.test(document.getElementById("answer-status").textContent)`, nil),
			chromedp.Text("#answer-status", &status), chromedp.Text("#answer", &answer))
		if !strings.HasPrefix(status, "Answered in") || !strings.Contains(answer, `"data"`) {
			t.Errorf("example %d: %s\n%s", i, status, answer)
		}
	}
	var schema, answer string
	act(t, ctx,
		chromedp.Click("#examples li:first-child button"), shot("query"),
		chromedp.Click("#schema > summary"), chromedp.WaitVisible("#schema-body dl"), chromedp.Text("#schema-body", &schema), shot("schema"),
		chromedp.Poll(`/ in \d+ ms/.test(document.getElementById("answer-status").textContent)`, nil),
		chromedp.SetValue("#q", "{ stats { articles } }"), chromedp.Focus("#q"),
		chromedp.Evaluate(`document.getElementById("answer-status").textContent = ""`, nil),
		chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(2)), // Ctrl
		chromedp.Poll(`/ in \d+ ms/.test(document.getElementById("answer-status").textContent)`, nil),
		chromedp.Text("#answer", &answer),
	)
	if !strings.Contains(answer, `"articles": 9`) {
		t.Errorf("Ctrl and Enter gave %s", answer)
	}
	if !strings.Contains(schema, "PersonConnection!") {
		t.Errorf("the schema is shown as %.300s", schema)
	}
}
