package kubernetes

import "testing"

func BenchmarkEmulate(b *testing.B) {
	for i := 0; i < b.N; i++ {
		emulate("1.35")
		emulate("1.36")
	}
}
