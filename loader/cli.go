package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strconv"

	"github.com/alecthomas/kong"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/ingest"
)

// environment is what the command has from outside.
type environment struct {
	ctx      context.Context
	in       io.Reader
	out, err io.Writer
	terminal bool // err is one
	today    graph.Date
}

// dayFlag is a day of the calendar, "" when the flag is not given.
type dayFlag graph.Date

// Validate implements kong's check.
func (d dayFlag) Validate() error {
	if d == "" {
		return nil
	}
	return graph.Date(d).CheckDay()
}

func (d dayFlag) or(other graph.Date) graph.Date { return cmp.Or(graph.Date(d), other) }

// The exit codes.
const (
	exitOK    = 0
	exitSome  = 1 // some refused
	exitUsage = 2 // wrong usage, or something cannot be used
)

// errSome makes the exit code 1; what it is about has been told.
var errSome = errors.New("not everything went in")

// cli is the command line.
type cli struct {
	Store string   `default:"sqlite:diplograph.db" placeholder:"URL" help:"Where the graph is kept: ${stores}."`
	Lang  []string `placeholder:"fr,en,vi" help:"Languages to read; all by default."`

	Load    loadCmd    `cmd:"" default:"withargs" help:"Read articles into the store (the default command)."`
	Extract extractCmd `cmd:"" help:"Print what articles report, as JSON Lines, without a store."`
	Eval    evalCmd    `cmd:"" help:"Measure extraction against wanted facts."`
	Learn   learnCmd   `cmd:"" help:"Learn from wanted facts what tells that two persons have met."`
	Export  exportCmd  `cmd:"" help:"Print the whole graph as JSON Lines, in a stable order."`
	Judge   judgeCmd   `cmd:"" help:"Decide on who is who."`
	Remove  removeCmd  `cmd:"" help:"Take articles out of the store, with all they said."`
}

// run is the whole command; it returns the exit code.
func run(e environment, args []string) int {
	var c cli
	code := -1
	parser, err := kong.New(&c,
		kong.Name("loader"),
		kong.Description("Reads news articles and keeps who met whom, with the sentences that say so."),
		kong.Vars{"stores": backend.Forms, "batch": strconv.Itoa(ingest.DefaultBatch)},
		kong.Writers(e.out, e.err),
		kong.Exit(func(n int) { code = n }), // after --help
		kong.Bind(e, &c),
	)
	if err != nil {
		return e.fail(err)
	}
	ctx, err := parser.Parse(args)
	switch {
	case code >= 0:
		return code
	case err != nil:
		return e.fail(fmt.Errorf("%w (see loader --help)", err))
	}
	return e.exit(ctx.Run())
}

func (e environment) exit(err error) int {
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errSome):
		return exitSome
	}
	return e.fail(err)
}

func (e environment) fail(err error) int {
	fmt.Fprintf(e.err, "loader: %v\n", err)
	return exitUsage
}

// openStore opens the store of the command line; the caller closes it.
func (c *cli) openStore(e environment) (graph.Store, error) {
	s, err := backend.Open(e.ctx, c.Store)
	if err != nil {
		return nil, fmt.Errorf("opening the store: %w", err)
	}
	return s, nil
}

// extractor reads the lexicons and the weights. Nearly all of what that allocates stays, so that
// collecting garbage meanwhile would be a quarter of the start, for nothing.
func (c *cli) extractor() (*extract.Extractor, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	return extract.New(c.Lang...)
}

// reader reads articles; standard input ends for it when the context does,
// even while a read of it blocks.
func (e environment) reader() article.Reader {
	return article.Reader{Stdin: &interruptible{ctx: e.ctx, in: e.in}}
}

// interruptible copies a reader through a pipe from the first Read on. When
// ctx ends, its Read does; a read of the original that blocks is left behind.
type interruptible struct {
	ctx  context.Context
	in   io.Reader
	pipe *io.PipeReader
}

// Read implements io.Reader.
func (r *interruptible) Read(p []byte) (int, error) {
	if r.pipe == nil {
		var w *io.PipeWriter
		r.pipe, w = io.Pipe()
		stop := context.AfterFunc(r.ctx, func() { w.CloseWithError(context.Cause(r.ctx)) })
		go func() {
			_, err := io.Copy(w, r.in)
			w.CloseWithError(err)
			stop()
		}()
	}
	return r.pipe.Read(p)
}

// list writes lines under a heading; more is how many there are beyond them.
func (e environment) list(heading string, lines []string, more int) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintln(e.err, heading)
	for _, l := range lines {
		fmt.Fprintln(e.err, "  "+l)
	}
	if more > 0 {
		fmt.Fprintf(e.err, "  and %d more\n", more)
	}
}
