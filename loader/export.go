package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// exportCmd is "loader export".
type exportCmd struct {
	Form string `enum:"plain,canonical" default:"plain" help:"plain: nodes and edges as the store keeps them. canonical: also a line per mention, flat meetings, and a content hash at the end."`
}

// Run implements the command. Objects are written as they are read.
func (c *exportCmd) Run(e environment, all *cli) (err error) {
	store, err := all.openStore(e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	out, sum := bufio.NewWriter(e.out), sha256.New()
	form, to := plainLines, io.Writer(out)
	if c.Form == "canonical" {
		form, to = canonicalLines, io.MultiWriter(out, sum)
	}
	for o, err := range store.Export(e.ctx) {
		if err != nil {
			return fmt.Errorf("export: %w", errors.Join(err, out.Flush()))
		}
		lines, err := form(o)
		for _, l := range lines {
			if err == nil {
				_, err = to.Write(append(graph.MarshalCanonical(l), '\n'))
			}
		}
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
	}
	if c.Form == "canonical" {
		fmt.Fprintf(out, "%s\n", graph.MarshalCanonical(hashLine{"hash", fmt.Sprintf("sha256:%x", sum.Sum(nil))}))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return nil
}

// objectLine is a node or edge with all the store tells of it.
type objectLine struct {
	Kind  string          `json:"kind"`
	Key   string          `json:"key"`
	Value json.RawMessage `json:"value"`
}

// mentionLine says whom a name in an article means.
type mentionLine struct {
	Kind    string          `json:"kind"`
	Article graph.ArticleID `json:"article"`
	Name    string          `json:"name"`
	Person  graph.PersonID  `json:"person"`
}

// meetingLine is a meeting with what identifies it in front.
type meetingLine struct {
	Kind         string            `json:"kind"`
	Key          graph.MeetingID   `json:"key"`
	Status       graph.Status      `json:"status"`
	Date         graph.Date        `json:"date"`
	Participants []graph.PersonID  `json:"participants"`
	Articles     []graph.ArticleID `json:"articles"`
	Value        json.RawMessage   `json:"value"`
}

// hashLine ends a canonical export: the hash of all lines before it, line
// ends included.
type hashLine struct {
	Kind string `json:"kind"`
	Hash string `json:"hash"`
}

func plainLines(o graph.Object) ([]any, error) {
	return []any{objectLine{o.Kind, o.Key, o.JSON}}, nil
}

// canonicalLines has kinds in lower case, and the mentions of an article
// after it.
func canonicalLines(o graph.Object) ([]any, error) {
	kind := strings.ToLower(o.Kind)
	switch o.Kind {
	case string(graph.KindArticle):
		var a struct {
			Mentions []struct {
				Person graph.PersonID `json:"person"`
				Name   string         `json:"name"`
			} `json:"mentions"`
		}
		if err := json.Unmarshal(o.JSON, &a); err != nil {
			return nil, fmt.Errorf("article %q: %w", o.Key, err)
		}
		lines := []any{objectLine{kind, o.Key, o.JSON}}
		for _, m := range a.Mentions {
			lines = append(lines, mentionLine{"mention", graph.ArticleID(o.Key), m.Name, m.Person})
		}
		return lines, nil
	case string(graph.KindMeeting):
		var m struct {
			graph.Meeting
			Articles []graph.ArticleID `json:"articles"`
		}
		if err := json.Unmarshal(o.JSON, &m); err != nil {
			return nil, fmt.Errorf("meeting %q: %w", o.Key, err)
		}
		l := meetingLine{Kind: kind, Key: m.ID, Status: m.Status, Date: m.Date, Articles: m.Articles, Value: o.JSON}
		for _, p := range m.Participants {
			l.Participants = append(l.Participants, p.Person)
		}
		return []any{l}, nil
	}
	return []any{objectLine{kind, o.Key, o.JSON}}, nil
}
