// The engine: every operation whose package is imported here.
package main

import (
	"kubeconform-wasm/internal/bridge"
	_ "kubeconform-wasm/internal/check"
	_ "kubeconform-wasm/internal/render"
	_ "kubeconform-wasm/internal/template"
)

func main() { bridge.Main() }
