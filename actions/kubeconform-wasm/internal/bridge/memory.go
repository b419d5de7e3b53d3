package bridge

import (
	"encoding/json"
	"runtime"
	"runtime/debug"
)

// Collecting at four times the live heap instead of twice costs some memory and a small repository is judged without one
// collection: each marks the schemas, which takes 0.25 s.
// The limit makes the collector work harder before the module reaches the memory that the build allows it.
const (
	collectAt   = 300
	memoryLimit = 768 << 20
	reserved    = 192 << 20
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

// zeroDead overwrites what the heap no longer uses, so that the memory image compresses: Go zeroes new objects, and the
// objects made here take every free slot and every idle page. Nothing is collected meanwhile.
func zeroDead() ([]byte, error) {
	runtime.GC()
	debug.SetGCPercent(-1)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	var bytes [][]byte
	var pointers [][]*byte
	for _, class := range m.BySize {
		if class.Size < 16 {
			continue
		}
		before := inUse()
		for filled := uint32(0); inUse() == before && filled < 8<<20; filled += 64 * class.Size {
			for range 64 {
				bytes = append(bytes, make([]byte, class.Size))
			}
		}
		before = inUse()
		for filled := uint32(0); inUse() == before && filled < 8<<20; filled += 64 * class.Size {
			for range 64 {
				pointers = append(pointers, make([]*byte, class.Size/8))
			}
		}
	}
	const piece = 8192
	runtime.ReadMemStats(&m)
	for filled := uint64(0); filled+(1<<16) < m.HeapIdle; filled += piece {
		bytes = append(bytes, make([]byte, piece))
	}
	runtime.KeepAlive(bytes)
	runtime.KeepAlive(pointers)
	bytes, pointers = nil, nil
	tune()
	runtime.GC()
	return memory()
}

func inUse() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse
}

// reserve takes memory from the host and gives it back to Go's heap only. Every growth of a WebAssembly memory costs its
// host milliseconds (a new ArrayBuffer, and a collection because of its size); idle pages that nobody touched cost nothing.
func reserve() ([]byte, error) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapIdle < reserved {
		room := make([]byte, reserved-m.HeapIdle)
		runtime.KeepAlive(room)
	}
	runtime.GC()
	return memory()
}

func init() {
	Register("reserve", func([]byte) ([]byte, error) { return reserve() })
	Register("echo", func(input []byte) ([]byte, error) { return input, nil })
	Register("memory", func([]byte) ([]byte, error) { return memory() })
	Register("collect", func([]byte) ([]byte, error) { runtime.GC(); return memory() })
	Register("zero-dead", func([]byte) ([]byte, error) { return zeroDead() })
	Register("warm", func([]byte) ([]byte, error) {
		for _, warmer := range warmers {
			warmer()
		}
		return []byte("null"), nil
	})
	Register("collect-often", func([]byte) ([]byte, error) { debug.SetGCPercent(10); return memory() })
}
