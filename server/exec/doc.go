// Package exec is the executor of schema.graphqls. Everything in it but this
// comment is written by gqlgen: never edit it. Change the schema, gqlgen.yml
// or the resolvers, then run `go generate ./server`.
package exec
