//go:build !js

package bridge

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"log"
	"os"
)

// Main reads calls from standard input until it ends, and answers each on standard output. It exists so that tests
// can hold the WebAssembly build to the verdicts of the same packages run natively.
//
// A call is two frames, name and input; an answer is one byte (1: output, 0: error message) and one frame.
// A frame is its length as four little-endian bytes, then its bytes.
func Main() {
	tune()
	in, out := bufio.NewReader(os.Stdin), bufio.NewWriter(os.Stdout)
	for {
		name, err := readFrame(in)
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			log.Fatal(err)
		}
		input, err := readFrame(in)
		if err != nil {
			log.Fatal(err)
		}
		output, err := Call(string(name), input)
		status := byte(1)
		if err != nil {
			status, output = 0, []byte(err.Error())
		}
		_ = out.WriteByte(status)
		_ = binary.Write(out, binary.LittleEndian, uint32(len(output)))
		_, _ = out.Write(output)
		if err := out.Flush(); err != nil {
			log.Fatal(err)
		}
	}
}

func readFrame(in io.Reader) ([]byte, error) {
	var length uint32
	if err := binary.Read(in, binary.LittleEndian, &length); err != nil {
		return nil, err
	}
	frame := make([]byte, length)
	_, err := io.ReadFull(in, frame)
	return frame, err
}

func faultsAllowed() bool { return os.Getenv("SEAWORTHY_FAULTS") == "1" }
