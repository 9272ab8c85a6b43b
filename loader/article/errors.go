package article

import (
	"compress/flate"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// The kinds of refusals, for [errors.Is]. What the operating system refuses (no such file, no permission, read
// errors) keeps its own error, such as fs.ErrNotExist; a cancelled run ends with the context's.
var (
	ErrEmpty    = errors.New("no text")         // nothing to read in it
	ErrTooLarge = errors.New("too large")       // longer than Reader.MaxBytes, or more markup than any article has
	ErrFormat   = errors.New("wrong format")    // unknown extension, broken JSON, wrong type of a field, broken gzip
	ErrEncoding = errors.New("unreadable text") // not text in any charset that can be told
)

// refuse makes a refusal of the given kind: why, then what to do.
func refuse(kind error, reason, remedy string) error {
	return fmt.Errorf("%s; %s: %w", reason, remedy, kind)
}

// at puts the place in front of an error: "news.jsonl:17: ...". Line 0 is no line.
func at(source string, line int, err error) error {
	if line > 0 {
		source += ":" + strconv.Itoa(line)
	}
	return fmt.Errorf("%s: %w", source, err)
}

// badStream explains an error in the middle of reading: of gzip, or of the system underneath.
func badStream(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) {
		return refuse(ErrFormat, fmt.Sprintf("broken or cut gzip data (%v)", err), "compress it again")
	}
	var corrupt flate.CorruptInputError
	if errors.As(err, &corrupt) {
		return refuse(ErrFormat, fmt.Sprintf("broken gzip data (%v)", err), "compress it again")
	}
	return fmt.Errorf("reading stopped; try again: %w", err)
}

// streamErr is badStream, save that the end of ctx is told as such.
func streamErr(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return badStream(err)
}
