// Prints render answers as `kustomize build` prints what it built: each line of standard input is an answer, each string
// of the JSON list on standard output its YAML. Run inside the engine's module, whose versions it then has.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"strings"

	"sigs.k8s.io/yaml"
)

type answer struct {
	Objects []struct {
		Object json.RawMessage `json:"object"`
	} `json:"objects"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	texts := []string{}
	for lines.Scan() {
		var one answer
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			log.Fatal(err)
		}
		var documents []string
		for _, object := range one.Objects {
			text, err := yaml.JSONToYAML(object.Object)
			if err != nil {
				log.Fatal(err)
			}
			documents = append(documents, string(text))
		}
		texts = append(texts, strings.Join(documents, "---\n"))
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(texts); err != nil {
		log.Fatal(err)
	}
}
