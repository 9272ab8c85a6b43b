// Package neo4jtest runs a real Neo4j server in a container for tests: one
// per test package, started when the first test asks for it.
//
// The image is neo4j:5.26-community, or what DIPLOGRAPH_NEO4J_IMAGE says.
// Where no image registry is reached, .ci/neo4j/build makes it. Without a
// Docker engine a test is skipped with the reason, or fails when CI=true.
package neo4jtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/moby/moby/api/types/container"
	"github.com/moby/moby/api/types/network"
	"github.com/moby/moby/client"
	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/testcontainers/testcontainers-go"
	module "github.com/testcontainers/testcontainers-go/modules/neo4j"
	"github.com/testcontainers/testcontainers-go/wait"

	"github.com/diplograph/diplograph/graph/neo4j"
)

// ImageVariable names the environment variable that holds another image.
const ImageVariable = "DIPLOGRAPH_NEO4J_IMAGE"

const (
	defaultImage = "neo4j:5.26-community"
	boltPort     = "7687/tcp"
	ready        = "Bolt enabled on"
	patience     = 3 * time.Minute
)

// Server is a running server. Its address stays when it is killed and started
// again.
type Server struct {
	// Host is "127.0.0.1:port", Password that of the user neo4j.
	Host, Password string

	container *module.Neo4jContainer
	docker    *testcontainers.DockerClient
}

// Address returns the address of the server for neo4j.Open.
func (s *Server) Address() string { return "neo4j://neo4j@" + s.Host + "/neo4j" }

// Shared is a server that the tests of a package share. The zero value is
// ready; TestMain must call Stop.
type Shared struct {
	once   sync.Once
	server *Server
	err    error
}

// Server starts the server when it does not run yet. Without one it skips t,
// or ends it when CI=true.
func (s *Shared) Server(t testing.TB) *Server {
	t.Helper()
	s.once.Do(func() { s.server, s.err = start(context.Background()) })
	switch {
	case s.err == nil:
	case errors.Is(s.err, errNoDocker) && os.Getenv("CI") != "true":
		t.Skipf("no Neo4j to test with: %v", s.err)
	default:
		t.Fatalf("no Neo4j to test with: %v", s.err)
	}
	return s.server
}

// Stop removes the server, if it was started.
func (s *Shared) Stop() {
	if s.server != nil {
		if err := s.server.container.Terminate(context.Background()); err != nil {
			fmt.Fprintln(os.Stderr, "remove the Neo4j container:", err)
		}
		s.server.docker.Close()
	}
}

// Main runs the tests of a package and stops the server after them.
func (s *Shared) Main(m *testing.M) {
	code := m.Run()
	s.Stop()
	os.Exit(code)
}

var errNoDocker = errors.New("no Docker engine answers: start dockerd to run these tests")

func start(ctx context.Context) (_ *Server, err error) {
	defer func() {
		if r := recover(); r != nil { // how testcontainers says that there is no Docker
			err = fmt.Errorf("%v: %w", r, errNoDocker)
		}
	}()
	docker, err := testcontainers.NewDockerClientWithOpts(ctx)
	if err != nil {
		return nil, fmt.Errorf("%v: %w", err, errNoDocker)
	}
	if _, err := docker.Ping(ctx, client.PingOptions{}); err != nil {
		return nil, fmt.Errorf("%v: %w", err, errNoDocker)
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	s := &Server{Host: "127.0.0.1:" + strconv.Itoa(port), Password: "test-password", docker: docker}
	s.container, err = module.Run(ctx, cmp.Or(os.Getenv(ImageVariable), defaultImage),
		module.WithAdminPassword(s.Password),
		testcontainers.WithWaitStrategyAndDeadline(patience, wait.ForLog(ready)), // the image that .ci makes has no HTTP port
		testcontainers.WithHostConfigModifier(func(c *container.HostConfig) { bind(c, port) }))
	if err != nil {
		_ = testcontainers.TerminateContainer(s.container)
		return nil, fmt.Errorf("start Neo4j (is the image there? .ci/neo4j/build makes it): %w", err)
	}
	return s, nil
}

// bind fixes the host's port: Docker would choose another one at each start.
func bind(c *container.HostConfig, port int) {
	c.PortBindings = network.PortMap{
		network.MustParsePort(boltPort): {{HostIP: netip.MustParseAddr("127.0.0.1"), HostPort: strconv.Itoa(port)}},
	}
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// Pause freezes the server; Unpause lets it go on.
func (s *Server) Pause(t testing.TB) {
	t.Helper()
	_, err := s.docker.ContainerPause(context.Background(), s.container.GetContainerID(), client.ContainerPauseOptions{})
	must(t, "pause the container", err)
}

// Unpause undoes Pause.
func (s *Server) Unpause(t testing.TB) {
	t.Helper()
	_, err := s.docker.ContainerUnpause(context.Background(), s.container.GetContainerID(), client.ContainerUnpauseOptions{})
	must(t, "unpause the container", err)
}

// Kill ends the server with SIGKILL; Restart starts it again.
func (s *Server) Kill(t testing.TB) {
	t.Helper()
	_, err := s.docker.ContainerKill(context.Background(), s.container.GetContainerID(), client.ContainerKillOptions{Signal: "KILL"})
	must(t, "kill the container", err)
}

// Restart starts a killed server and waits until it answers.
func (s *Server) Restart(t testing.TB) {
	t.Helper()
	_, err := s.docker.ContainerStart(context.Background(), s.container.GetContainerID(), client.ContainerStartOptions{})
	must(t, "start the container", err)
	must(t, "reach the restarted server", s.bare(func(ctx context.Context, d driver.DriverWithContext) error {
		for {
			if err := d.VerifyConnectivity(ctx); err == nil || ctx.Err() != nil {
				return err
			}
		}
	}))
}

// Empty deletes every node, in batches; schema and indexes stay.
func (s *Server) Empty(t testing.TB) {
	t.Helper()
	s.Run(t, `MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`, nil)
}

// Run runs a statement with a bare driver and returns its records.
func (s *Server) Run(t testing.TB, cypher string, params map[string]any) (records []*driver.Record) {
	t.Helper()
	must(t, cypher, s.bare(func(ctx context.Context, d driver.DriverWithContext) error {
		session := d.NewSession(ctx, driver.SessionConfig{DatabaseName: "neo4j"})
		defer session.Close(ctx)
		result, err := session.Run(ctx, cypher, params)
		if err == nil {
			records, err = result.Collect(ctx)
		}
		return err
	}))
	return records
}

// Driver returns a bare driver that is closed when t ends.
func (s *Server) Driver(t testing.TB) driver.DriverWithContext {
	t.Helper()
	d, err := driver.NewDriverWithContext("bolt://"+s.Host, driver.BasicAuth("neo4j", s.Password, ""))
	must(t, "make a driver", err)
	t.Cleanup(func() { d.Close(context.Background()) })
	return d
}

func (s *Server) bare(f func(context.Context, driver.DriverWithContext) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	d, err := driver.NewDriverWithContext("bolt://"+s.Host, driver.BasicAuth("neo4j", s.Password, ""))
	if err != nil {
		return err
	}
	defer d.Close(ctx)
	return f(ctx, d)
}

// Open opens a store on the emptied server; it is closed when t ends.
func (s *Server) Open(t testing.TB) *neo4j.Store {
	t.Helper()
	s.Empty(t)
	return s.Reopen(t, s.Address())
}

// Reopen opens a store on what the server holds, by an address that leads to
// it; it is closed when t ends.
func (s *Server) Reopen(t testing.TB, address string) *neo4j.Store {
	t.Helper()
	store, err := neo4j.Open(context.Background(), address, s.Password)
	must(t, "open", err)
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return store
}

func must(t testing.TB, what string, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}
