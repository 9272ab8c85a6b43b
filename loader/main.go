// Command loader reads news articles and keeps what they report: who met
// whom, for which side, where, when, and which sentence says so.
//
//	loader [load] PATH...          into the store
//	loader extract PATH...         as JSON Lines on standard output; needs no store
//	loader eval GOLD_DIR [PATH...] measures extraction against wanted facts
//	loader export                  the whole graph as JSON Lines, in a stable order
//	loader judge COMMAND           decides on who is who, reversibly
//	loader remove ID...            takes articles and all they said out of the store
//
// A PATH is a file, a folder with all below it, or "-" for standard input.
// Files are .txt (the first line is the title), .jsonl (one object per line;
// fields id, url, title, text, html, published, source, lang; text or html is
// required, others are ignored) and .html, each also with .gz. Encodings are
// detected. "loader COMMAND --help" lists the flags.
//
// # The store
//
// --store sqlite:FILE, by default sqlite:diplograph.db in the current folder;
// the file is made when it is not there. Loading is repeatable: an article
// that is in the store with the same content is left alone, one with other
// content or read by newer rules is replaced. Of two articles with one id in
// the input the later counts.
//
// What a replaced or removed article said is gone from the graph, but the
// store remembers which articles were known on which day (see graph.Batch).
// --day sets the day of a load or removal, today (UTC) by default; "loader
// remove --forget" takes an article out of that memory too.
//
// Ctrl-C or SIGTERM stops reading, stores what has been read and says how to
// go on; a second Ctrl-C ends at once. Either way the store stays whole, and
// the same command again does the rest.
//
// # Judgements
//
// What articles leave open or get wrong about who is who, a file of judgements
// decides, one per line with a tab between the columns:
//
//	same	Tập Cận Bình/CN	Xi Jinping/CN	anne	2025-05-09	two alphabets
//	not-same	id:p2fa…	Nguyễn Văn Hùng/VN	anne	2025-05-10	father and son
//
// A person is a name as written, with or without a state, key:KEY of a public
// figure, or id:ID of the API. A name that seed knowledge knows means that
// figure. "loader judge add", "remove", "list" and "check" work on the file
// (--file, by default judgements.txt); "loader judge apply" and "loader load
// --judgements FILE" make it the store's set of judgements, so that a line that
// was removed is undone. "check" tells bad lines and contradictions, and with
// --in-store what each line does in the graph. "loader judge import" and "export"
// exchange judgements with a resolver of nomenklatura as JSON Lines of edges.
//
// # Output of extract
//
// One line per article in the order of the input. --form report is the whole
// report (graph.Report): offsets are byte offsets into article.text, so that
// text[start:end] is the quote; claims refer to persons, parties and
// organizations by index. --form facts is the plain form of wanted facts: id,
// published, persons, parties, countries, met, led, signed; pairs of held
// meetings only.
//
// # Output of export
//
// One line per node or edge: kind, key, and all that is known as value. Two
// stores with the same reports print the same bytes. --form canonical adds,
// after each article, a line per name of a person in it,
//
//	{"kind":"mention","article":ID,"name":"as written","person":KEY}
//
// puts status, date, participants (keys of persons) and articles (ids) of a
// meeting in front of its value, and ends with the SHA-256 of all lines before
// the last.
//
// # Output of eval
//
// For each folder with wanted facts a table of precision, recall and F1, and
// for tables of who is who (identity/pairs.tsv and meetings.tsv in the folder of
// wanted facts) how many of each are joined wrongly or not joined.
// --errors lists every mistake with a class ("missed-meeting/planned-instead")
// and the sentences it is about, then the classes by frequency. --score FILE
// compares the tables with the file, --update rewrites them in it. --names
// FILE.jsonl scores texts in which only names ("persons"), pairs ("met") or
// silence ("contact": false) are marked.
//
// # Exit code
//
//	0  everything is in
//	1  some articles were refused, removed ids were not there, the load was
//	   interrupted, judgements contradict each other, or scores differ from the file
//	2  wrong usage, or the store or a file cannot be used
//
// Refused articles are listed at the end with file, line and reason.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/term"

	"github.com/diplograph/diplograph/graph"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, func() {
		stop() // the next signal has its usual effect
		fmt.Fprintln(os.Stderr, "\nloader: finishing what is in hand; press Ctrl-C again to end at once")
	})
	e := environment{
		ctx: ctx, in: os.Stdin, out: os.Stdout, err: os.Stderr, terminal: term.IsTerminal(int(os.Stderr.Fd())),
		today: graph.DateOf(time.Now().UTC()),
	}
	os.Exit(run(e, os.Args[1:]))
}
