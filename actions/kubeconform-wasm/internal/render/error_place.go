package render

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"kubeconform-wasm/internal/files"
)

// shorten drops the chain of directories that kustomize puts before the cause, and its second try at a file as a directory.
func shorten(message string) string {
	for _, cut := range []string{"accumulation err='", "recursed accumulation of path "} {
		if at := strings.LastIndex(message, cut); at >= 0 && at+len(cut) < len(message) {
			message = message[at+len(cut):]
		}
	}
	if at := strings.Index(message, "': must build at directory"); at > 0 {
		message = message[:at]
	}
	if len(message) > 600 {
		message = message[:600] + " …"
	}
	return strings.TrimSpace(strings.TrimSuffix(message, "'"))
}

var malformedFile = regexp.MustCompile(`MalformedYAMLError: (?:yaml: )?(?:line \d+: )?(.*?) in File: (\S+)`)

// malformed finds the broken YAML file of which kustomize speaks, and the line, which kustomize does not always tell.
func malformed(tree *files.Tree, message string) *Failure {
	match := malformedFile.FindStringSubmatch(message)
	if match == nil {
		return nil
	}
	read, _ := tree.Trace()
	for _, name := range read {
		if name != files.Clean(match[2]) && !strings.HasSuffix(name, "/"+strings.TrimLeft(match[2], "./")) {
			continue
		}
		content, err := tree.Content(name)
		if err != nil {
			continue
		}
		documents, _ := splitDocuments(content)
		for _, doc := range documents {
			for _, twice := range []bool{false, true} {
				if failure := faultOf(doc, name, twice); failure != nil {
					return failure
				}
			}
		}
	}
	return nil
}

// broken finds a kustomization, or a file that the message names, that is not valid YAML: kustomize tells neither line nor cause.
func broken(tree *files.Tree, message string) *Failure {
	read, _ := tree.Trace()
	twice := strings.Contains(message, "already defined at line")
	for _, name := range read {
		if !twice && !isKustomization(name) && !strings.Contains(message, path.Base(name)) {
			continue
		}
		content, err := tree.Content(name)
		if err != nil {
			continue
		}
		documents, _ := splitDocuments(content)
		for _, doc := range documents {
			if failure := faultOf(doc, name, twice); failure != nil {
				return failure
			}
		}
	}
	return nil
}

// faultOf says what is wrong with a document's YAML: its syntax, or, where that is looked for, a key that stands twice.
func faultOf(doc document, name string, twice bool) *Failure {
	value, err := parseDocument(doc, name)
	var syntax *syntaxError
	if !twice && errors.As(err, &syntax) {
		return &Failure{Type: "fault", Reason: "invalid-yaml", File: name, Line: syntax.line, Message: fmt.Sprintf("%s is not valid YAML: %s", name, syntax.message)}
	}
	if twice && len(value.problems) > 0 {
		first := value.problems[0]
		return &Failure{Type: "fault", Reason: first.Rule, File: name, Line: first.Line, Message: first.Message}
	}
	return nil
}

// unknownField matches the decoder's words for a field that a kustomization does not have.
var unknownField = regexp.MustCompile(`unknown field "([^"\s]+)"`)

var quoted = regexp.MustCompile(`'([^'\s]+)'`)

// place finds the kustomization and the line that name the file or directory of which an error speaks.
func place(tree *files.Tree, message string) (file string, line int) {
	read, _ := tree.Trace()
	// The last one is the innermost: the chain of directories comes before the cause.
	matches := append(quoted.FindAllStringSubmatch(message, -1), unknownField.FindAllStringSubmatch(message, -1)...)
	slices.Reverse(matches)
	for _, match := range matches {
		for _, name := range read {
			if !isKustomization(name) {
				continue
			}
			content, err := tree.Content(name)
			if err != nil {
				continue
			}
			if number := mention(string(content), path.Dir(name), match[1]); number > 0 {
				return name, number
			}
		}
	}
	return "", 0
}

// mention returns the line, from 1, on which a text names a path, as it stands or relative to directory; 0 when none does.
func mention(text, directory, wanted string) int {
	for number, line := range strings.Split(text, "\n") {
		words := strings.FieldsFunc(line, func(c rune) bool { return strings.ContainsRune(" \t\r,'\"[]{}", c) })
		for _, word := range words {
			if word == wanted || word == wanted+":" || (strings.ContainsAny(word, "./") && files.Clean(path.Join(directory, word)) == files.Clean(wanted)) {
				return number + 1
			}
		}
	}
	return 0
}
