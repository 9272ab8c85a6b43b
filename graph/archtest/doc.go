// Package archtest holds the tests of the architecture: which package may
// import which, and that every package and every exported name is documented.
// It has no code of its own.
package archtest
