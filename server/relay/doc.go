// Package relay holds the shapes of the public API that the domain does not
// know: global ids, connections with their cursors, and how the scalars and
// enums of schema.graphqls are written and read.
//
// A reader of untrusted text ends every error with what is wanted, and never
// repeats more than a few characters of what it was given.
package relay
