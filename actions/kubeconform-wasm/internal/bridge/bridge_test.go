package bridge

import (
	"bytes"
	"strings"
	"testing"
)

func TestCallRecoversPanics(t *testing.T) {
	t.Setenv("SEAWORTHY_FAULTS", "1")
	for kind, want := range map[string]string{
		"nil": "nil pointer", "index": "index out of range", "type": "interface conversion", "explicit": "on purpose",
	} {
		if _, err := Call("fault", []byte(kind)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("fault %s: got %v, want an error with %q", kind, err, want)
		}
	}
	if output, err := Call("echo", []byte("still here")); err != nil || !bytes.Equal(output, []byte("still here")) {
		t.Errorf("echo after panics: %q, %v", output, err)
	}
}

func TestFaultsAreRefusedUnlessAllowed(t *testing.T) {
	if _, err := Call("fault", []byte("explicit")); err == nil || !strings.Contains(err.Error(), "not allowed") {
		t.Errorf("got %v", err)
	}
}

func TestUnknownOperationIsNamed(t *testing.T) {
	if _, err := Call("no-such", nil); err == nil || !strings.Contains(err.Error(), `"no-such"`) {
		t.Errorf("got %v", err)
	}
}
