// Package template fills Go templates with Sprig as Argo CD's ApplicationSets do, bounded in output and work.
package template

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	gotemplate "text/template"
	"text/template/parse"

	"github.com/Masterminds/sprig/v3"
	"sigs.k8s.io/yaml"
)

const (
	// sizeLimit bounds the output and every text made on the way.
	sizeLimit = 1 << 20
	// stepLimit bounds the turns of all loops together.
	stepLimit = 200_000
	// listLimit bounds the lists that until and seq make.
	listLimit = 10_000
)

// withheld are Sprig's functions that Argo CD withholds too.
var withheld = []string{"env", "expandenv", "getHostByName"}

// unstable are functions that answer differently each time: what they make cannot be compared, so they are refused by name.
var unstable = []string{
	"now", "ago", "uuidv4", "shuffle", "randAlphaNum", "randAlpha", "randAscii", "randNumeric", "randBytes", "randInt",
	"bcrypt", "htpasswd", "encryptAES", "genPrivateKey", "genCA", "genCAWithKey", "genSelfSignedCert",
	"genSelfSignedCertWithKey", "genSignedCert", "genSignedCertWithKey",
}

var functions = makeFunctions()

func makeFunctions() gotemplate.FuncMap {
	all := sprig.GenericFuncMap()
	for _, name := range withheld {
		delete(all, name)
	}
	for _, name := range unstable {
		all[name] = func(...any) (string, error) {
			return "", fmt.Errorf("%s answers differently each time, so its result cannot be judged", name)
		}
	}
	all["normalize"] = normalize
	all["slugify"] = slugify
	all["toYaml"] = func(value any) (string, error) {
		text, err := yaml.Marshal(value)
		return strings.TrimSuffix(string(text), "\n"), err
	}
	all["fromYaml"] = func(text string) (map[string]any, error) {
		value := map[string]any{}
		err := yaml.Unmarshal([]byte(text), &value)
		return value, err
	}
	all["fromYamlArray"] = func(text string) ([]any, error) {
		value := []any{}
		err := yaml.Unmarshal([]byte(text), &value)
		return value, err
	}
	bound(all)
	return all
}

// Fill fills one template. options are those of text/template, such as missingkey=error.
func Fill(text string, params map[string]any, options []string) (filled string, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			filled, err = "", fmt.Errorf("the template failed: %v", cause)
		}
	}()
	if len(text) > sizeLimit {
		return "", errTooLarge
	}
	steps := 0
	made := gotemplate.New("").Funcs(functions).Funcs(gotemplate.FuncMap{"__step": func() (string, error) {
		if steps++; steps > stepLimit {
			return "", fmt.Errorf("the template loops more than %d times", stepLimit)
		}
		return "", nil
	}})
	// Option panics on what it does not know.
	made = made.Option(options...)
	if made, err = made.Parse(text); err != nil {
		return "", plain(err)
	}
	counter := gotemplate.Must(gotemplate.New("").Funcs(gotemplate.FuncMap{"__step": func() string { return "" }}).Parse("{{__step}}")).Root.Nodes[0]
	for _, part := range made.Templates() {
		if part.Tree != nil {
			count(part.Root, counter)
		}
	}
	out := &limited{}
	if err := made.Execute(out, params); err != nil {
		return "", plain(err)
	}
	return out.text.String(), nil
}

// count puts a counter into the body of every loop, so that none runs for ever.
func count(list *parse.ListNode, counter parse.Node) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch node := node.(type) {
		case *parse.RangeNode:
			count(node.List, counter)
			count(node.ElseList, counter)
			node.List.Nodes = append([]parse.Node{counter}, node.List.Nodes...)
		case *parse.IfNode:
			count(node.List, counter)
			count(node.ElseList, counter)
		case *parse.WithNode:
			count(node.List, counter)
			count(node.ElseList, counter)
		}
	}
}

var errTooLarge = fmt.Errorf("the template makes more than %d bytes", sizeLimit)

type limited struct{ text strings.Builder }

func (out *limited) Write(bytes []byte) (int, error) {
	if out.text.Len()+len(bytes) > sizeLimit {
		return 0, errTooLarge
	}
	return out.text.Write(bytes)
}

var position = regexp.MustCompile(`^template: :`)

// plain names the place in the template and leaves out the empty name of the template.
func plain(err error) error {
	return errors.New(position.ReplaceAllString(strings.ReplaceAll(err.Error(), `executing "" `, ""), "line "))
}
