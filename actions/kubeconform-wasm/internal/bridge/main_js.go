//go:build js

package bridge

import "syscall/js"

// Main hands the host one function, `(name, Uint8Array) → Uint8Array | string`, and then waits for calls for ever.
// A string is an error. The one js.Func lives as long as the process: a Func per call would leak.
func Main() {
	tune()
	bytes := js.Global().Get("Uint8Array")
	answer := js.FuncOf(func(_ js.Value, arguments []js.Value) any {
		// The operation owns its input: kubeconform and the YAML parsers keep slices of what they are given.
		input := make([]byte, arguments[1].Length())
		js.CopyBytesToGo(input, arguments[1])
		output, err := Call(arguments[0].String(), input)
		if err != nil {
			return err.Error()
		}
		result := bytes.New(len(output))
		js.CopyBytesToJS(result, output)
		return result
	})
	js.Global().Get("__seaworthyReady").Invoke(answer)
	select {}
}

func faultsAllowed() bool { return js.Global().Get("__seaworthyFaults").Truthy() }
