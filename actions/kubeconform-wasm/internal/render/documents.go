package render

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v2"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	kubeyaml "k8s.io/apimachinery/pkg/util/yaml"
)

// document is one YAML document of a file and the line on which it starts, from 1.
type document struct {
	text []byte
	line int
}

// decodeText removes a byte order mark and turns UTF-16 with one into UTF-8, as Argo CD does.
func decodeText(content []byte) ([]byte, error) {
	decoder := unicode.BOMOverride(transform.Nop)
	text, _, err := transform.Bytes(decoder, content)
	if err != nil {
		return nil, fmt.Errorf("not readable as text: %w", err)
	}
	if bytes.IndexByte(text, 0) >= 0 || !utf8.Valid(text) {
		return nil, fmt.Errorf("not a text file: it is neither UTF-8 nor UTF-16 with a byte order mark")
	}
	return text, nil
}

// splitDocuments cuts a file where kubectl and Argo CD do (apimachinery's reader), and remembers the lines.
func splitDocuments(text []byte) ([]document, error) {
	// The reader ends its lines with \n, and its parts are looked for in the text.
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	reader := kubeyaml.NewYAMLReader(bufio.NewReaderSize(bytes.NewReader(text), 4096))
	var documents []document
	line, offset := 1, 0
	for {
		part, err := reader.Read()
		if err == io.EOF {
			return documents, nil
		}
		if err != nil {
			return documents, err
		}
		// The reader returns a part of the text with the separators left out: find it again to know its line.
		at := bytes.Index(text[offset:], bytes.TrimSuffix(part, []byte("\n")))
		if at >= 0 {
			line += bytes.Count(text[offset:offset+at], []byte("\n"))
			offset += at
		}
		documents = append(documents, document{text: part, line: line})
		line += bytes.Count(part, []byte("\n"))
		offset = min(offset+len(part), len(text))
	}
}

// parsed is a decoded document; problems are duplicate keys that the decoder passes over.
type parsed struct {
	value    any
	problems []FileProblem
}

// syntaxError is a YAML error with its line in the file.
type syntaxError struct {
	line    int
	message string
}

func (e *syntaxError) Error() string { return e.message }

var errorLine = regexp.MustCompile(`^(?:yaml: )?(?:unmarshal errors:\s+)?line (\d+): (.*)$`)

// parseDocument decodes by Go's YAML 1.1 rules, which are what the cluster's tools apply; integers stay exact.
func parseDocument(doc document, file string) (parsed, error) {
	var value any
	err := yaml.UnmarshalStrict(doc.text, &value)
	var problems []FileProblem
	if duplicates, ok := err.(*yaml.TypeError); ok {
		for _, text := range duplicates.Errors {
			line, message := positioned(text, doc.line)
			problems = append(problems, FileProblem{File: file, Rule: "duplicate-key", Line: line, Message: duplicateMessage(message)})
		}
		value = nil
		err = yaml.Unmarshal(doc.text, &value)
	}
	if err != nil {
		line, message := positioned(err.Error(), doc.line)
		return parsed{}, &syntaxError{line: line, message: message}
	}
	converted, err := jsonable(value)
	if err != nil {
		return parsed{}, &syntaxError{line: doc.line, message: err.Error()}
	}
	return parsed{value: converted, problems: problems}, nil
}

var duplicateKey = regexp.MustCompile(`key (.+) already set in map`)

func duplicateMessage(message string) string {
	if key := duplicateKey.FindStringSubmatch(message); key != nil {
		return fmt.Sprintf("the key %s stands twice in one mapping: the last one wins silently; remove one of them", key[1])
	}
	return message
}

// positioned takes the line out of a message of the YAML decoder and moves it by the start of the document.
func positioned(message string, start int) (int, string) {
	message = strings.TrimPrefix(message, "yaml: ")
	if match := errorLine.FindStringSubmatch(message); match != nil {
		line, _ := strconv.Atoi(match[1])
		// The decoder notices at the next line that a colon is missing.
		if line > 1 && strings.Contains(match[2], "could not find expected ':'") {
			line--
		}
		return line + start - 1, match[2]
	}
	return start, message
}

// jsonable turns what the YAML decoder gives into what JSON can hold, with the conversions that sigs.k8s.io/yaml makes.
func jsonable(value any) (any, error) {
	switch v := value.(type) {
	case map[any]any:
		object := make(map[string]any, len(v))
		for key, element := range v {
			name, err := keyText(key)
			if err != nil {
				return nil, err
			}
			if object[name], err = jsonable(element); err != nil {
				return nil, err
			}
		}
		return object, nil
	case []any:
		for i, element := range v {
			converted, err := jsonable(element)
			if err != nil {
				return nil, err
			}
			v[i] = converted
		}
		return v, nil
	case int:
		return int64(v), nil
	case uint64:
		if v <= math.MaxInt64 {
			return int64(v), nil
		}
		return float64(v), nil
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("%v cannot be written as JSON, and a Kubernetes object must be", v)
		}
		return v, nil
	default:
		return v, nil
	}
}

func keyText(key any) (string, error) {
	switch k := key.(type) {
	case string:
		return k, nil
	case int:
		return strconv.Itoa(k), nil
	case int64:
		return strconv.FormatInt(k, 10), nil
	case bool:
		return strconv.FormatBool(k), nil
	case float64:
		return strconv.FormatFloat(k, 'g', -1, 32), nil
	default:
		return "", fmt.Errorf("a mapping key of type %T: keys of a Kubernetes object must be strings", key)
	}
}
