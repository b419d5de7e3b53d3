package bridge

import (
	"encoding/json"
	"runtime"
	"runtime/debug"
)

// Collecting at three times the live heap instead of twice costs some memory and saves a tenth of the time.
// The limit makes the collector work harder before the module reaches the memory that the build allows it.
const (
	collectAt   = 200
	memoryLimit = 768 << 20
)

func tune() {
	debug.SetGCPercent(collectAt)
	debug.SetMemoryLimit(memoryLimit)
}

var warmers []func()

// OnWarm adds work that the build does once before it bakes memory into the module: filling caches that every run needs.
func OnWarm(warmer func()) { warmers = append(warmers, warmer) }

type memoryAnswer struct {
	HeapAlloc  uint64 `json:"heapAlloc"`
	HeapIdle   uint64 `json:"heapIdle"`
	HeapSys    uint64 `json:"heapSys"`
	Sys        uint64 `json:"sys"`
	NumGC      uint32 `json:"numGC"`
	Goroutines int    `json:"goroutines"`
}

func memory() ([]byte, error) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return json.Marshal(memoryAnswer{m.HeapAlloc, m.HeapIdle, m.HeapSys, m.Sys, m.NumGC, runtime.NumGoroutine()})
}

// zeroIdle overwrites the idle part of the heap, so that the memory image compresses: new objects are zeroed by Go.
func zeroIdle() ([]byte, error) {
	const piece = 8192
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	var keep [][]byte
	for filled := uint64(0); filled+(1<<16) < m.HeapIdle; filled += piece {
		keep = append(keep, make([]byte, piece))
	}
	runtime.KeepAlive(keep)
	keep = nil
	runtime.GC()
	runtime.GC()
	return memory()
}

func init() {
	Register("echo", func(input []byte) ([]byte, error) { return input, nil })
	Register("memory", func([]byte) ([]byte, error) { return memory() })
	Register("collect", func([]byte) ([]byte, error) { runtime.GC(); return memory() })
	Register("zero-idle", func([]byte) ([]byte, error) { return zeroIdle() })
	Register("warm", func([]byte) ([]byte, error) {
		for _, warmer := range warmers {
			warmer()
		}
		return []byte("null"), nil
	})
	// For measurements only: the shipped values are the constants above.
	Register("tune", func(input []byte) ([]byte, error) {
		var wanted struct {
			CollectAt   int   `json:"collectAt"`
			MemoryLimit int64 `json:"memoryLimit"`
		}
		if err := json.Unmarshal(input, &wanted); err != nil {
			return nil, err
		}
		debug.SetGCPercent(wanted.CollectAt)
		debug.SetMemoryLimit(wanted.MemoryLimit)
		return []byte("null"), nil
	})
}
