package sqlite

import (
	"bytes"
	"context"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/diplograph/diplograph/graph"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks our files at offset 68 of the header ("dgrp").
const applicationID = 0x64677270

// oldestSchema is the first version whose derivation state this program can go
// on with. Of older stores only the tables could be brought up to date, not what
// they hold.
const oldestSchema = 18

// SQLite's file header.
const (
	magic         = "SQLite format 3\x00"
	headerSize    = 100
	versionOffset = 60
	appOffset     = 68
)

// checkFile refuses a path that holds anything but a store this program can
// use. It only reads. A file that is absent or empty is fine: it becomes a
// store.
func checkFile(name string) error {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open store: %w", errors.Join(err, graph.ErrUnavailable))
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return fmt.Errorf("%s is a folder: give the path of a store file in it: %w", name, graph.ErrIncompatible)
	}
	header := make([]byte, headerSize)
	n, err := io.ReadFull(f, header)
	if n == 0 && errors.Is(err, io.EOF) {
		return nil
	}
	if !bytes.HasPrefix(header[:n], []byte(magic)) || n < headerSize {
		return fmt.Errorf("%s is not a database: give the path of a store or of a file that does not exist: %w", name, graph.ErrIncompatible)
	}
	app := binary.BigEndian.Uint32(header[appOffset:])
	return checkMarks(name, int64(app), int64(binary.BigEndian.Uint32(header[versionOffset:])))
}

func checkMarks(name string, app, version int64) error {
	if app != applicationID {
		return fmt.Errorf("%s is a database of another program: give the path of a store or of a file that does not exist: %w", name, graph.ErrIncompatible)
	}
	if newest := int64(len(scripts())); version > newest {
		return fmt.Errorf("%s has schema version %d, this program knows up to %d: use the newer program: %w", name, version, newest, graph.ErrIncompatible)
	}
	if version < oldestSchema {
		return fmt.Errorf("%s has schema version %d, older than this program can use: load the articles into a new store: %w", name, version, graph.ErrIncompatible)
	}
	return nil
}

// scripts lists the migrations; the n-th brings version n-1 to n.
func scripts() []string {
	names, err := fs.Glob(migrations, "migrations/*.sql") // sorted
	if err != nil {
		panic(err)
	}
	return names
}

// dsn makes a connection string; pragmas run on every new connection, in
// order.
func dsn(name string, pragmas ...string) string {
	q := url.Values{}
	for _, p := range pragmas {
		q.Add("_pragma", p)
	}
	return "file:" + (&url.URL{Path: name}).EscapedPath() + "?" + q.Encode()
}

// The time SQLite itself waits for another writer is short, because it cannot
// be cancelled; begin retries.
const busyTimeout = "busy_timeout(200)"

// The writer keeps 8 MB of pages, and up to 64 MB while a batch changes them. More
// would make a single article dearer: where a page was split, in a file of less
// than a gigabyte, SQLite looks at every page it keeps when a transaction ends.
func writerDSN(name string) string {
	return dsn(name, busyTimeout, "synchronous(FULL)", "foreign_keys(1)",
		"cache_size(-8192)", "cache_spill(16384)", "temp_store(MEMORY)", "wal_autocheckpoint(4000)")
}

func readerDSN(name string) string {
	return dsn(name, busyTimeout, "query_only(1)", "foreign_keys(1)", "cache_size(-16384)")
}

// migrate brings the file to the newest version. The marks are written in
// rollback-journal mode, before WAL is switched on: so they are in the file
// itself, where checkFile looks, not in its log.
func (s *Store) migrate(ctx context.Context, name string) error {
	return s.write(ctx, func(c *conn) error {
		var app, version, tables int64
		row := c.c.QueryRowContext(ctx, sqlMarks)
		if err := row.Scan(&app, &version, &tables); err != nil {
			return err
		}
		if fresh := app == 0 && version == 0 && tables == 0; !fresh {
			if err := checkMarks(name, app, version); err != nil {
				return err
			}
		}
		for _, script := range scripts()[version:] {
			if err := runScript(ctx, c, script); err != nil {
				return err
			}
		}
		if version == int64(len(scripts())) {
			return nil
		}
		// Pragmas take no parameters; these are our own numbers.
		_, err := c.c.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d`, applicationID, len(scripts())))
		return err
	})
}

func runScript(ctx context.Context, c *conn, script string) error {
	text, err := migrations.ReadFile(script)
	if err != nil {
		return err
	}
	if _, err := c.c.ExecContext(ctx, string(text)); err != nil {
		return fmt.Errorf("migration %s: %w", strings.TrimSuffix(path.Base(script), ".sql"), err)
	}
	return nil
}
