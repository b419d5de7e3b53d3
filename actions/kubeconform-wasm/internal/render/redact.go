package render

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v2"

	"kubeconform-wasm/internal/files"
)

// kustomize and YAML decoders quote what they could not use: literals, whole patches, values of Secrets. What a message
// may not tell is cut out of it, by its form and by every value that the files of the render keep secret.

// quotedContent matches the parts of kustomize's messages that are content and not names.
var quotedContent = []*regexp.Regexp{
	regexp.MustCompile(`(?s)(literal sources )\[.*`),
	regexp.MustCompile(`(?s)(node contents:).*`),
	regexp.MustCompile(`(?s)(\[patch: ).*`),
	regexp.MustCompile(`(?s)(has invalid utf8 bytes).*`),
	regexp.MustCompile(`(?s)(invalid map key: ).*`),
	regexp.MustCompile(`(?s)((?:^|[\s"'{\[])(?:apiVersion|kind|data|stringData)\\?"?:\s).*`),
}

func redact(tree *files.Tree, message string) string {
	for _, pattern := range quotedContent {
		message = pattern.ReplaceAllString(message, "${1}…")
	}
	message = redactURL(message)
	secrets := secretTexts(tree)
	// The longest first: a value may be part of another.
	slices.SortFunc(secrets, func(a, b string) int { return len(b) - len(a) })
	for _, secret := range secrets {
		message = strings.ReplaceAll(message, secret, "…")
	}
	return message
}

// secretTexts lists the values of Secrets and of secretGenerators in the files that a render has read.
func secretTexts(tree *files.Tree) []string {
	var texts []string
	add := func(text string) {
		// Shorter ones are ordinary words and numbers, and cutting them would leave nothing to read.
		if text = strings.TrimSpace(text); len(text) >= 4 {
			texts = append(texts, text)
		}
	}
	read, _ := tree.Trace()
	for _, name := range read {
		content, err := tree.Content(name)
		if err != nil || len(content) > 1<<20 {
			continue
		}
		if bytes.Contains(content, []byte("Secret")) || bytes.Contains(content, []byte("secretGenerator")) {
			documents, _ := splitDocuments(content)
			for _, doc := range documents {
				if tooDeep(doc.text) {
					continue
				}
				var value map[string]any
				if yaml.Unmarshal(doc.text, &value) == nil {
					secretsOf(value, add)
				}
			}
		}
		if strings.HasSuffix(name, "env") {
			for _, line := range strings.Split(string(content), "\n") {
				_, value, found := strings.Cut(line, "=")
				if !found {
					value = line
				}
				add(strings.Trim(value, `"'`))
			}
		}
	}
	return texts
}

func secretsOf(object map[string]any, add func(string)) {
	if object["kind"] == "Secret" {
		visitTexts(object["data"], add)
		visitTexts(object["stringData"], add)
	}
	generators, _ := object["secretGenerator"].([]any)
	for _, generator := range generators {
		if fields, ok := generator.(map[any]any); ok {
			literals, _ := fields["literals"].([]any)
			for _, literal := range literals {
				if text, ok := literal.(string); ok {
					_, value, found := strings.Cut(text, "=")
					if !found {
						value = text
					}
					add(value)
				}
			}
		}
	}
}

// visitTexts visits keys too: where a mapping key is a sequence, it is a value in the wrong place.
func visitTexts(value any, visit func(string)) {
	switch v := value.(type) {
	case string:
		visit(v)
	case []any:
		for _, element := range v {
			visitTexts(element, visit)
		}
	case map[any]any:
		for key, element := range v {
			if _, isText := key.(string); !isText {
				visitTexts(key, visit)
			}
			visitTexts(element, visit)
		}
	}
}
