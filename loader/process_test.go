//go:build unix

package main

import (
	"bufio"
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// process is the command as a process of its own.
type process struct {
	*exec.Cmd
	in  io.WriteCloser
	out bytes.Buffer
	err *bufio.Reader
}

func start(t testing.TB, args ...string) *process {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := &process{Cmd: exec.CommandContext(t.Context(), exe)}
	p.Env = append(os.Environ(), "DIPLOGRAPH_LOADER_ARGS="+strings.Join(args, "\n"))
	p.Stdout = &p.out
	p.in, err = p.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	errs, err := p.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	p.err = bufio.NewReader(errs)
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// until reads the output of errors up to a line that has the part.
func (p *process) until(t testing.TB, part string) {
	t.Helper()
	var all strings.Builder
	for {
		line, err := p.err.ReadString('\n')
		all.WriteString(line)
		if strings.Contains(line, part) {
			return
		}
		if err != nil {
			t.Fatalf("no %q in %q", part, all.String())
		}
	}
}

// feed writes more than pipes and buffers hold: when it returns, the process
// is reading, and so its signals are handled.
func (p *process) feed(t testing.TB) (written string) {
	t.Helper()
	var b strings.Builder
	for i := range 300 {
		b.WriteString(jsonl(fmt.Sprint(i), macron+strings.Repeat("Il a plu sur la ville. ", 50)))
	}
	if _, err := io.WriteString(p.in, b.String()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func (p *process) signal(t testing.TB, s os.Signal) {
	t.Helper()
	if err := p.Process.Signal(s); err != nil {
		t.Fatal(err)
	}
}

// exit waits for the process: its exit code, or -1 when a signal ended it.
func (p *process) exit(t testing.TB) int {
	t.Helper()
	rest, _ := io.ReadAll(p.err)
	err := p.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatalf("%v: %s", err, rest)
	}
	return p.ProcessState.ExitCode()
}

func TestProcessLoads(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": macron})
	p := start(t, "--store", "sqlite:"+filepath.Join(dir, "g.db"), filepath.Join(dir, "a.txt"), filepath.Join(dir, "none.txt"))
	p.until(t, "1 refused:")
	if code := p.exit(t); code != 1 || !strings.Contains(p.out.String(), "1 new") {
		t.Errorf("code %d, output %s", code, p.out.String())
	}
}

// A signal while standard input blocks: what was read goes in, and the same
// input loads the rest.
func TestSignalStopsInOrder(t *testing.T) {
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		file := filepath.Join(t.TempDir(), "g.db")
		p := start(t, "--store", "sqlite:"+file, "-")
		input := p.feed(t)
		p.signal(t, s)
		p.until(t, "finishing what is in hand")
		p.until(t, "run it again to go on")
		if code := p.exit(t); code != 1 {
			t.Errorf("%v: exit code %d, want 1", s, code)
		}
		command(t, input, "--store", "sqlite:"+file, "-").want(t, 0, "300 articles")
		whole := filepath.Join(t.TempDir(), "whole.db")
		command(t, input, "--store", "sqlite:"+whole, "-").want(t, 0, "300 new")
		if export(t, file) != export(t, whole) {
			t.Errorf("%v: after going on, another graph", s)
		}
	}
}

// The store hangs, so that nothing but the second signal can end the load.
func TestSecondSignalEndsAtOnce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "g.db")
	p := start(t, "--store", "sqlite:"+file, "--batch", "10", "-")
	p.feed(t) // the store is open now
	unlock := lock(t, file)
	p.feed(t)
	p.signal(t, os.Interrupt)
	p.until(t, "finishing what is in hand")
	p.signal(t, os.Interrupt)
	if code := p.exit(t); code != -1 {
		t.Errorf("exit code %d, want the end by a signal", code)
	}
	unlock()
	command(t, jsonl("last", putin), "--store", "sqlite:"+file, "-").want(t, 0, "1 new")
}

// lock keeps others from writing to a store file.
func lock(t testing.TB, file string) (unlock func()) {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	exec := func(query string) {
		t.Helper()
		if _, err := conn.ExecContext(t.Context(), query); err != nil {
			t.Fatal(query, err)
		}
	}
	exec("PRAGMA busy_timeout = 20000")
	exec("BEGIN IMMEDIATE")
	return func() { exec("ROLLBACK") }
}
