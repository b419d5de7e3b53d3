// Reads YAML with the libraries of Kubernetes tools: each line of standard input is a JSON string, each line of standard
// output what the readers make of it, a list of documents each, or null when it is no YAML to them. Run inside the
// engine's module, whose versions it then has.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"sort"
	"strings"

	yaml2 "go.yaml.in/yaml/v2"
	yaml3 "go.yaml.in/yaml/v3"
	k8s "sigs.k8s.io/yaml"
)

type object = map[string]any

func tree(value any) any {
	switch value := value.(type) {
	case string:
		return object{"text": value}
	case []any:
		items := []any{}
		for _, item := range value {
			items = append(items, tree(item))
		}
		return object{"list": items}
	case map[any]any:
		return mapping(len(value), func(add func(key, item any)) {
			for key, item := range value {
				add(key, item)
			}
		})
	case map[string]any:
		return mapping(len(value), func(add func(key, item any)) {
			for key, item := range value {
				add(key, item)
			}
		})
	}
	return object{"other": fmt.Sprintf("%T %v", value, value)}
}

func mapping(size int, each func(add func(key, item any))) any {
	pairs := make([][2]any, 0, size)
	each(func(key, item any) {
		pairs = append(pairs, [2]any{tree(key), tree(item)})
	})
	sort.Slice(pairs, func(i, j int) bool {
		one, _ := json.Marshal(pairs[i][0])
		other, _ := json.Marshal(pairs[j][0])
		return string(one) < string(other)
	})
	return object{"map": pairs}
}

type decoder interface{ Decode(any) error }

func documents(decoder decoder) (found []any) {
	found = []any{}
	for {
		var value any
		err := decoder.Decode(&value)
		if errors.Is(err, io.EOF) {
			return found
		}
		if err != nil {
			return nil
		}
		found = append(found, tree(value))
	}
}

// What kubectl, Helm and Argo CD read with; the first document only.
func kubernetes(text string) []any {
	var value any
	data, err := k8s.YAMLToJSON([]byte(text))
	if err != nil || json.Unmarshal(data, &value) != nil {
		return nil
	}
	return []any{tree(value)}
}

func guarded(read func() []any) (found []any) {
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	return read()
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for lines.Scan() {
		var text string
		if err := json.Unmarshal(lines.Bytes(), &text); err != nil {
			log.Fatal(err)
		}
		answer := object{
			"go-yaml v2":       guarded(func() []any { return documents(yaml2.NewDecoder(strings.NewReader(text))) }),
			"go-yaml v3":       guarded(func() []any { return documents(yaml3.NewDecoder(strings.NewReader(text))) }),
			"sigs.k8s.io/yaml": guarded(func() []any { return kubernetes(text) }),
		}
		if err := encoder.Encode(answer); err != nil {
			log.Fatal(err)
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
}
