package storetest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/diplograph/diplograph/graph/neo4j"
	"github.com/diplograph/diplograph/graph/neo4j/neo4jtest"
)

var shared neo4jtest.Shared

func TestMain(m *testing.M) {
	code := m.Run()
	shared.Stop()
	if program.dir != "" {
		os.RemoveAll(program.dir)
	}
	os.Exit(code)
}

// program is the built command.
var program struct {
	once      sync.Once
	dir, path string
	err       error
}

func build() {
	if program.dir, program.err = os.MkdirTemp("", "storetest-"); program.err != nil {
		return
	}
	program.path = filepath.Join(program.dir, "server")
	if out, err := exec.Command("go", "build", "-o", program.path, "..").CombinedOutput(); err != nil {
		program.err = fmt.Errorf("build the server: %w\n%s", err, out)
	}
}

// site is a running server.
type site struct{ url string }

// serve runs the server on the store at an address until t ends.
func serve(t *testing.T, store, password string) site {
	t.Helper()
	if program.once.Do(build); program.err != nil {
		t.Fatal(program.err)
	}
	cmd := exec.Command(program.path, "--quiet", "--addr", "127.0.0.1:0", "--store", store)
	cmd.Env = append(os.Environ(), neo4j.PasswordVariable+"="+password)
	out, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	said := bufio.NewReader(io.TeeReader(out, &log))
	url, read := "", make(chan struct{})
	for url == "" {
		line, err := said.ReadString('\n')
		if err != nil {
			t.Fatalf("the server did not start: %v\n%s", cmd.Wait(), &log)
		}
		if rest, ok := strings.CutPrefix(line, "Answering on "); ok {
			url, _, _ = strings.Cut(rest, "/ ")
		}
	}
	go func() { io.Copy(io.Discard, said); close(read) }()
	t.Cleanup(func() {
		http.DefaultClient.CloseIdleConnections()
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Error(err)
		}
		<-read // Wait closes the pipe
		if err := cmd.Wait(); err != nil {
			t.Errorf("stop the server: %v", err)
		}
		if t.Failed() {
			t.Logf("the server on %s said:\n%s", store, &log)
		}
		if password != "" && strings.Contains(log.String(), password) {
			t.Error("the password stands in the log")
		}
	})
	return site{url}
}

// ask posts a query.
func (s site) ask(t *testing.T, query string, variables any) (status int, answer []byte) {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.Post(s.url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return read(t, resp)
}

func (s site) get(t *testing.T, path string) (status int, answer []byte) {
	t.Helper()
	resp, err := http.Get(s.url + path)
	if err != nil {
		t.Fatal(err)
	}
	return read(t, resp)
}

func read(t *testing.T, resp *http.Response) (status int, answer []byte) {
	t.Helper()
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, answer
}

// reply is what the tests look at in an answer.
type reply struct {
	Data   map[string]json.RawMessage
	Errors []struct {
		Message    string
		Extensions struct{ Code string }
	}
}

func parse(t *testing.T, answer []byte) (r reply) {
	t.Helper()
	if err := json.Unmarshal(answer, &r); err != nil {
		t.Fatalf("%v: %s", err, answer)
	}
	return r
}
