// The engine: every operation whose package is imported here.
package main

import "kubeconform-wasm/internal/bridge"

func main() { bridge.Main() }
