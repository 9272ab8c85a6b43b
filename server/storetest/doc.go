// Package storetest holds the tests of the server, as a process of its own,
// on every store: the same answers from each, what a query costs the database,
// and what a client sees while the database is away. It has no code of its own.
package storetest
