package ingest

import (
	"fmt"
	"os"
	"testing"
)

// BenchmarkLoad measures articles per second end to end: a file of short
// articles read, extracted and stored in SQLite.
func BenchmarkLoad(b *testing.B) {
	const n = 2000
	path := visits(b, n)
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	for _, again := range []bool{false, true} {
		b.Run(fmt.Sprintf("again=%v", again), func(b *testing.B) {
			b.SetBytes(info.Size())
			s := newStore(b)
			if again {
				load(b, s, Options{}, path)
			}
			for b.Loop() {
				if !again {
					b.StopTimer()
					s = newStore(b)
					b.StartTimer()
				}
				load(b, s, Options{}, path)
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

// BenchmarkReports is the same without the store.
func BenchmarkReports(b *testing.B) {
	const n = 2000
	path, x := visits(b, n), engine(b)
	for b.Loop() {
		items, err := Input{Paths: []string{path}, Extractor: x}.Reports(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		for item := range items {
			if item.Err != nil {
				b.Fatal(item.Err)
			}
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "articles/s")
}
