package neo4j

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// The environment variables that hold the password: itself, or the path of a
// file with nothing else in it.
const (
	PasswordVariable     = "NEO4J_PASSWORD"
	PasswordFileVariable = "NEO4J_PASSWORD_FILE"
)

// Form is the form of addresses that Open accepts, for help texts.
const Form = "neo4j://USER@HOST:7687/DATABASE (password in " + PasswordVariable + " or in the file that " + PasswordFileVariable + " names)"

// Password reads the password from the environment through getenv. It is
// empty when neither variable is set; both set, or a file that cannot be
// read, is ErrInvalid.
func Password(getenv func(string) string) (string, error) {
	password, file := getenv(PasswordVariable), getenv(PasswordFileVariable)
	switch {
	case file == "":
		return password, nil
	case password != "":
		return "", fmt.Errorf("%s and %s are both set: unset one: %w", PasswordVariable, PasswordFileVariable, graph.ErrInvalid)
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("%s: %w", PasswordFileVariable, errors.Join(err, graph.ErrInvalid))
	}
	return strings.TrimRight(string(content), "\r\n"), nil
}

// address is a parsed address.
type address struct {
	target   string // scheme, host and port, as the driver wants them
	user     string // empty for a server without authentication
	database string
}

// parseAddress does not repeat the address in errors: it may hold a password.
func parseAddress(s, password string) (address, error) {
	u, err := url.Parse(s)
	if err != nil {
		return address{}, bad("it is no URL")
	}
	if _, has := u.User.Password(); has {
		return address{}, bad("it holds a password, which command lines and logs would show: take it out, set " + PasswordVariable)
	}
	switch u.Scheme {
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
	default:
		return address{}, bad("its scheme is unknown")
	}
	name := strings.TrimPrefix(u.Path, "/")
	if u.Hostname() == "" || strings.Contains(name, "/") || u.RawQuery != "" || u.Fragment != "" {
		return address{}, bad("it needs a host, at most one name after it, and nothing else")
	}
	a := address{
		target:   u.Scheme + "://" + u.Hostname() + ":" + cmp.Or(u.Port(), "7687"),
		user:     u.User.Username(),
		database: cmp.Or(name, "neo4j"),
	}
	if strings.Contains(u.Hostname(), ":") {
		a.target = u.Scheme + "://[" + u.Hostname() + "]:" + cmp.Or(u.Port(), "7687")
	}
	if a.user != "" && password == "" {
		return address{}, bad("it names a user, but there is no password: set " + PasswordVariable + " or " + PasswordFileVariable)
	}
	if password != "" {
		a.user = cmp.Or(a.user, "neo4j")
	}
	return a, nil
}

func bad(why string) error {
	return fmt.Errorf("Neo4j address: %s; want %s: %w", why, Form, graph.ErrInvalid)
}
