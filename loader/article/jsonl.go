package article

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
)

// errLongLine tells the caller of lines.next that the line was longer than allowed and has been skipped.
var errLongLine = errors.New("long line")

// lines reads lines of at most max bytes. Longer ones are read over, never held.
type lines struct {
	in  *bufio.Reader
	max int
	num int    // 1-based number of the line last read
	buf []byte // that line; grows to max and is used again
}

// next reads a line, without its line feed. At the end it answers io.EOF and no line; cut tells that the line has no
// line feed. The bytes are good until the next call.
func (l *lines) next(ctx context.Context) (line []byte, cut bool, err error) {
	l.num++
	l.buf = l.buf[:0]
	long := false
	for {
		part, err := l.in.ReadSlice('\n')
		long = long || len(l.buf)+len(part) > l.max+1
		if !long {
			l.buf = append(l.buf, part...)
		}
		if err == bufio.ErrBufferFull && ctx.Err() == nil {
			continue
		}
		return l.end(long, cmp.Or(ctx.Err(), err))
	}
}

// end decides what a line that stopped with err amounts to.
func (l *lines) end(long bool, err error) ([]byte, bool, error) {
	cut := err != nil
	if err != nil && err != io.EOF {
		return nil, cut, err
	}
	line := bytes.TrimSuffix(l.buf, []byte("\n"))
	switch {
	case long || len(line) > l.max:
		return nil, cut, errLongLine
	case cut && len(line) == 0:
		return nil, cut, io.EOF
	}
	return line, cut, nil
}

// readJSONL yields one result per line that is not blank; false when the caller wants no more.
func (r Reader) readJSONL(ctx context.Context, in *bufio.Reader, say func(Result) bool) bool {
	l := &lines{in: in, max: r.maxBytes()}
	for found := false; ; found = true {
		line, cut, err := l.nextFull(ctx)
		if err == io.EOF {
			return found || say(Result{Err: refuse(ErrEmpty, "no line in it", "give one JSON object per line")})
		}
		res := Result{Line: l.num}
		switch {
		case err == errLongLine:
			res.Err = refuse(ErrTooLarge, fmt.Sprintf("line is longer than %d bytes", l.max), "split the article or raise the limit")
		case err != nil:
			res.Err = streamErr(ctx, err)
		default:
			res.Article, res.Warning, res.Err = fromLine(line, cut)
		}
		if !say(res) {
			return false
		}
		if err != nil && err != errLongLine { // the source is over, the others are not
			return ctx.Err() == nil
		}
	}
}

// nextFull is next past blank lines.
func (l *lines) nextFull(ctx context.Context) (line []byte, cut bool, err error) {
	for {
		line, cut, err = l.next(ctx)
		if err != nil || len(bytes.TrimSpace(line)) > 0 {
			return line, cut, err
		}
	}
}
