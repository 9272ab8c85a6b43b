// Package sqlite is the embedded store: one file, no server.
//
// The file is in WAL mode with synchronous=FULL: what Apply reported is on
// disk. One connection writes, several read; readers see the last committed
// batch and never wait. Several processes may open one file; writers wait for
// each other.
//
// A store file carries an application id and a schema version, both checked
// in the raw header before SQLite opens the file, so that a file of another
// program or of a newer version is refused untouched.
//
// Nodes are rows of a JSON document and the columns that reads filter and
// order by. Who merges what is package derive's business; this one keeps rows.
package sqlite
