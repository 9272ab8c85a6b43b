package main

import (
	"errors"
	"reflect"
	"time"

	"github.com/diplograph/diplograph/server/limits"
)

// flags are what the command line says.
type flags struct {
	Addr  string   `default:"127.0.0.1:8080" help:"Address to listen on. Only a loopback address is closed to other computers." placeholder:"HOST:PORT"`
	Store string   `help:"Store to answer from, such as sqlite:diplograph.db (the default) or neo4j://user@host:7687/db. With --load, the default is a temporary store." placeholder:"URL"`
	Load  []string `help:"Load articles from a file or folder before serving; may be repeated." placeholder:"PATH" sep:"none"`

	Introspection  bool          `default:"true" negatable:"" help:"Answer questions about the schema, and let errors suggest names of it."`
	Trusted        string        `help:"File of queries that clients may name by id: a JSON object of queries by id, or a manifest of Apollo's tools." placeholder:"FILE"`
	OnlyTrusted    bool          `help:"Answer the queries of --trusted only; those of the pages too must be in it."`
	AllowWrites    bool          `help:"Offer mutations to clients with the write token."`
	WriteTokenFile string        `help:"File of the write token; without it, the environment variable DIPLOGRAPH_WRITE_TOKEN holds it." placeholder:"FILE"`
	MaxAge         time.Duration `help:"How long an answer to GET may be reused without asking again; 0 has clients ask each time." default:"0s"`
	TLSCert        string        `name:"tls-cert" help:"Certificate for HTTPS, with its chain, in PEM. Needs --tls-key." placeholder:"FILE"`
	TLSKey         string        `name:"tls-key" help:"Private key of --tls-cert, in PEM." placeholder:"FILE"`
	BehindProxy    bool          `help:"Take a client's address from the last entry of X-Forwarded-For. Only behind a proxy that sets it."`
	DebugAddr      string        `help:"Address for /metrics and /debug/pprof; none when left out. Keep it closed to strangers. On a loopback --addr, /metrics is there too." placeholder:"HOST:PORT"`
	Quiet          bool          `help:"Log warnings and errors only."`

	QueryTimeout time.Duration `default:"10s" help:"Longest time for one query." group:"Limits"`
	Views        int           `default:"4" help:"Most graphs of earlier days (knownOn) that are kept at once, in temporary files." group:"Limits"`
	ViewTimeout  time.Duration `default:"1m" help:"Longest time to put the graph of an earlier day together." group:"Limits"`
	StoreTimeout time.Duration `default:"5s" help:"Longest time for one read of the store." group:"Limits"`
	Running      int           `default:"64" help:"Most queries that run at once." group:"Limits"`
	Waiting      int           `default:"512" help:"Most queries that wait for one of --running to end; others get 503." group:"Limits"`
	Patience     time.Duration `default:"5s" help:"Longest wait of a query." group:"Limits"`
	Rate         float64       `default:"100" help:"Most requests per second from one address; 0 for no limit." group:"Limits"`
	Burst        int           `default:"300" help:"Most requests at once from one address." group:"Limits"`
	Addresses    int           `default:"10000" help:"How many addresses are remembered for --rate." group:"Limits"`
	Poll         time.Duration `default:"1s" help:"Time between looks for facts that another process stored, while somebody is subscribed." group:"Limits"`
	InitTimeout  time.Duration `default:"5s" help:"Longest time until a WebSocket is used as its protocol says." group:"Limits"`
	Ping         time.Duration `default:"25s" help:"Time between signs of life on subscriptions." group:"Limits"`
	Most         mostFlags     `embed:"" prefix:"max-" group:"Limits"`
}

// mostFlags are the largest values allowed of one request.
type mostFlags struct {
	Body                int64 `default:"262144" help:"Largest request, in bytes."`
	Answer              int   `default:"8388608" help:"Largest answer, in bytes."`
	Tokens              int   `default:"2000" help:"Most tokens of a query."`
	Depth               int   `default:"16" help:"Most fields inside each other."`
	Fields              int   `default:"300" help:"Most fields of a query, fragments expanded."`
	Aliases             int   `default:"50" help:"Most aliases of a query, fragments expanded."`
	Operations          int   `default:"10" help:"Most operations of a document."`
	Fragments           int   `default:"50" help:"Most fragments of a document."`
	Spreads             int   `default:"100" help:"Most fragment spreads of a document, inline ones too."`
	Directives          int   `default:"50" help:"Most directives of a document."`
	Name                int   `default:"128" help:"Longest name in a query, in bytes."`
	Cost                int   `default:"20000" help:"Most items that a query can ask for: 1 for each field, more for searches, times the length of the lists around it."`
	EventCost           int   `default:"1000" help:"The same for each event of a subscription."`
	Work                int   `default:"20000" help:"Most meetings that one search of a query reads; it says when it stopped early."`
	Known               int   `default:"20000" help:"Most articles of the graph of an earlier day."`
	Subscriptions       int   `default:"100" help:"Most subscriptions at once, and most WebSockets."`
	SubscriptionsEach   int   `default:"10" help:"Most of them from one address."`
	Unread              int   `default:"256" help:"Most facts that wait for a slow subscriber; it misses what comes then, and is told."`
	IntrospectionDepth  int   `default:"20" help:"Most fields inside each other in questions about the schema."`
	IntrospectionFields int   `default:"400" help:"Most fields in questions about the schema."`
	IntrospectionLists  int   `default:"3" help:"Most lists inside each other in questions about the schema."`
}

func (m mostFlags) limits() limits.Limits {
	return limits.Limits{
		Tokens: m.Tokens, Operations: m.Operations, Fragments: m.Fragments, Spreads: m.Spreads, Directives: m.Directives,
		Depth: m.Depth, Fields: m.Fields, Aliases: m.Aliases, Name: m.Name, Cost: m.Cost, EventCost: m.EventCost,
		IntrospectionDepth: m.IntrospectionDepth, IntrospectionFields: m.IntrospectionFields, IntrospectionLists: m.IntrospectionLists,
	}
}

// Validate refuses limits that would refuse everything, and halves of pairs.
func (f flags) Validate() error {
	for _, v := range reflect.ValueOf(f.Most).Fields() {
		if v.Int() <= 0 {
			return errors.New("limits must be positive")
		}
	}
	switch {
	case f.Views <= 0 || f.ViewTimeout <= 0 || f.QueryTimeout <= 0 || f.StoreTimeout <= 0 || f.Patience <= 0 || f.Running <= 0 || f.Waiting < 0 || f.Addresses <= 0 || f.Poll <= 0 || f.InitTimeout <= 0 || f.Ping <= 0:
		return errors.New("limits must be positive")
	case f.Rate < 0 || f.Rate > 0 && f.Burst <= 0:
		return errors.New("--rate and --burst must be positive, or --rate 0 for no limit")
	case (f.TLSCert == "") != (f.TLSKey == ""):
		return errors.New("give both of --tls-cert and --tls-key")
	case f.OnlyTrusted && f.Trusted == "":
		return errors.New("--only-trusted needs a file of queries: --trusted FILE")
	case f.WriteTokenFile != "" && !f.AllowWrites:
		return errors.New("--write-token-file is of no use without --allow-writes")
	case f.MaxAge < 0:
		return errors.New("--max-age must not be negative")
	}
	return nil
}
