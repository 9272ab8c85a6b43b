package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"iter"
	"os"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// DefaultMaxBytes is the limit of one article: 10 MiB.
const DefaultMaxBytes = 10 << 20

// bufferBytes is how far a source is read ahead.
const bufferBytes = 64 << 10

// Reader reads articles. The zero value is ready; a Reader keeps no state and may serve many goroutines, except that
// Stdin can be read only once.
type Reader struct {
	MaxBytes int       // limit of one text, page or JSONL line, in bytes after decompression; 0 means DefaultMaxBytes
	Stdin    io.Reader // what "-" stands for; nil means os.Stdin
}

// Read yields the articles of paths in order: files, folders (walked in the order of their names) and "-".
//
// Memory is bounded by a few times MaxBytes, whatever the length of a source. What cannot be read is a Result with
// Err, and reading goes on with the next line or source. When ctx ends, so does the sequence: its last Result names
// the source not finished and holds ctx's error. A read of Stdin that blocks is not interrupted.
func (r Reader) Read(ctx context.Context, paths ...string) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		for src := range sources(paths) {
			if !r.readSource(ctx, src, yield) {
				return
			}
		}
	}
}

func (r Reader) maxBytes() int {
	if r.MaxBytes > 0 {
		return r.MaxBytes
	}
	return DefaultMaxBytes
}

func (r Reader) stdin() io.Reader {
	if r.Stdin != nil {
		return r.Stdin
	}
	return os.Stdin
}

// readSource yields what is in one source; false when the sequence is over.
func (r Reader) readSource(ctx context.Context, src source, yield func(Result) bool) bool {
	var read counter
	say := func(res Result) bool {
		res.Source, res.Bytes = src.path, read.n
		if res.Err != nil {
			res.Article = nil
			res.Err = at(src.path, res.Line, res.Err)
		}
		return yield(res)
	}
	if err := context.Cause(ctx); err != nil {
		say(Result{Err: err})
		return false
	}
	if src.err != nil {
		read.n = src.size
		return say(Result{Err: src.err})
	}
	in, done, err := r.open(src, &read)
	if err != nil {
		read.n = src.size
		return say(Result{Err: err})
	}
	defer done()
	if src.form == formUnknown {
		src.form = sniff(in)
	}
	if src.form == formJSONL {
		return r.readJSONL(ctx, in, say)
	}
	res := r.readOne(src, in)
	read.n = max(read.n, src.size) // what is left of a source that is too long is dealt with too
	return say(res)
}

// open starts reading a source: counted, decompressed, with its byte order mark taken off and UTF-16 made UTF-8.
func (r Reader) open(src source, read *counter) (in *bufio.Reader, done func(), err error) {
	raw, done := r.stdin(), func() {}
	if src.path != stdinPath {
		f, err := os.Open(src.path)
		if err != nil {
			return nil, nil, cannotRead(err)
		}
		raw, done = f, func() { f.Close() }
	}
	read.in = raw
	raw = read
	if src.gzip {
		z, err := gzip.NewReader(bufio.NewReaderSize(read, bufferBytes))
		if err != nil {
			done()
			return nil, nil, badStream(err)
		}
		raw = z
	}
	marked := transform.NewReader(raw, unicode.BOMOverride(transform.Nop))
	return bufio.NewReaderSize(marked, bufferBytes), done, nil
}

// readOne reads a source that is one article.
func (r Reader) readOne(src source, in io.Reader) Result {
	raw, err := io.ReadAll(io.LimitReader(in, int64(r.maxBytes())+1))
	switch {
	case err != nil:
		return Result{Err: badStream(err)}
	case len(raw) > r.maxBytes():
		return Result{Err: refuse(ErrTooLarge, fmt.Sprintf("longer than %d bytes", r.maxBytes()), "split it, make it JSON Lines, or raise the limit")}
	case len(bytes.TrimSpace(raw)) == 0:
		return Result{Err: refuse(ErrEmpty, "empty", "give a text or leave it out")}
	}
	var n notes
	a := &Article{}
	if src.form == formHTML {
		err = setPage(a, raw, src.id, &n)
	} else {
		a.ID = src.id
		err = setPlain(a, raw, &n)
	}
	return Result{Article: a, Warning: n.String(), Err: err}
}

// setPlain fills a from the bytes of a plain text.
func setPlain(a *Article, raw []byte, n *notes) error {
	text, note, err := decode(raw, nil)
	if err != nil {
		return err
	}
	n.add(note)
	return setText(a, text)
}

// sniff tells the form of standard input by its first character that is not blank.
func sniff(in *bufio.Reader) form {
	head, _ := in.Peek(bufferBytes)
	head = bytes.TrimSpace(head)
	switch {
	case bytes.HasPrefix(head, []byte("{")):
		return formJSONL
	case bytes.HasPrefix(head, []byte("<")):
		return formHTML
	}
	return formText
}

// counter counts what is read from a source.
type counter struct {
	in io.Reader
	n  int64
}

// Read implements io.Reader.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	return n, err
}
