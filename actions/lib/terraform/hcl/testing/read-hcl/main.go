// Command read-hcl says what HashiCorp's own parsers make of texts: one line of JSON in ({"text", "json"}), one line out.
package main

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"unicode/utf16"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"
)

type value struct {
	Literal    any      `json:"literal,omitempty"`
	Null       bool     `json:"null,omitempty"`
	List       []value  `json:"list,omitempty"`
	Object     []entry  `json:"object,omitempty"`
	References []string `json:"references,omitempty"`
	Calls      []string `json:"calls,omitempty"`
	Kind       string   `json:"kind"`
}

type entry struct {
	Key   *string `json:"key"`
	Value value   `json:"value"`
}

type argument struct {
	Name   string `json:"name"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Value  value  `json:"value"`
}

type block struct {
	Type   string   `json:"type"`
	Labels []string `json:"labels"`
	Line   int      `json:"line"`
	Column int      `json:"column"`
	Body   body     `json:"body"`
}

type body struct {
	Arguments []argument `json:"arguments"`
	Blocks    []block    `json:"blocks"`
}

type request struct {
	Text string `json:"text"`
	JSON bool   `json:"json"`
}

func main() {
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, 1<<26)
	output := json.NewEncoder(os.Stdout)
	for input.Scan() {
		var one request
		if err := json.Unmarshal(input.Bytes(), &one); err != nil {
			panic(err)
		}
		if err := output.Encode(read(one)); err != nil {
			panic(err)
		}
	}
}

// read gives nil for a text that is refused.
func read(one request) *body {
	source := []byte(one.Text)
	if one.JSON {
		file, diagnostics := hcljson.Parse(source, "x.tf.json")
		if diagnostics.HasErrors() {
			return nil
		}
		return jsonBody(file.Body, top)
	}
	file, diagnostics := hclsyntax.ParseConfig(source, "x.tf", hcl.InitialPos)
	if diagnostics.HasErrors() {
		return nil
	}
	read := nativeBody(file.Body.(*hclsyntax.Body), one.Text)
	return &read
}

func nativeBody(from *hclsyntax.Body, source string) body {
	to := body{Arguments: []argument{}, Blocks: []block{}}
	for _, attribute := range from.Attributes {
		at := attribute.NameRange.Start
		to.Arguments = append(to.Arguments, argument{attribute.Name, at.Line, column(source, at), native(attribute.Expr)})
	}
	for _, one := range from.Blocks {
		at := one.TypeRange.Start
		labels := append([]string{}, one.Labels...)
		to.Blocks = append(to.Blocks, block{one.Type, labels, at.Line, column(source, at), nativeBody(one.Body, source)})
	}
	return to
}

// column counts UTF-16 units, where hcl counts grapheme clusters.
func column(source string, at hcl.Pos) int {
	line := source[strings.LastIndex(source[:at.Byte], "\n")+1 : at.Byte]
	return len(utf16.Encode([]rune(strings.TrimPrefix(line, "\ufeff")))) + 1
}

func native(expression hclsyntax.Expression) value {
	switch one := expression.(type) {
	case *hclsyntax.ParenthesesExpr:
		return native(one.Expression)
	case *hclsyntax.TupleConsExpr:
		list := []value{}
		for _, item := range one.Exprs {
			list = append(list, native(item))
		}
		return value{Kind: "list", List: list}
	case *hclsyntax.ObjectConsExpr:
		object := []entry{}
		for _, item := range one.Items {
			object = append(object, entry{keyOf(item.KeyExpr), native(item.ValueExpr)})
		}
		return value{Kind: "object", Object: object}
	}
	references, calls := uses(expression)
	// What refers to nothing and calls nothing has a value that can be had without a context.
	if len(references) == 0 && len(calls) == 0 {
		if known, diagnostics := expression.Value(&hcl.EvalContext{}); !diagnostics.HasErrors() {
			if literal := literalOf(known); literal != nil {
				return *literal
			}
		}
	}
	return value{Kind: "expression", References: references, Calls: calls}
}

func keyOf(expression hcl.Expression) *string {
	references := expression.Variables()
	// With a context, strings of JSON are templates; without one, they are taken as they are.
	known, diagnostics := expression.Value(&hcl.EvalContext{})
	if len(references) > 0 || diagnostics.HasErrors() || known.IsNull() {
		return nil
	}
	if literal := literalOf(known); literal != nil {
		if text, ok := literal.Literal.(string); ok {
			return &text
		}
		text, err := json.Marshal(literal.Literal)
		if err == nil {
			key := string(text)
			return &key
		}
	}
	return nil
}

func uses(expression hclsyntax.Expression) (references []string, calls []string) {
	for _, traversal := range expression.Variables() {
		references = append(references, nameOf(traversal))
	}
	_ = hclsyntax.VisitAll(expression, func(node hclsyntax.Node) hcl.Diagnostics {
		if call, ok := node.(*hclsyntax.FunctionCallExpr); ok {
			calls = append(calls, call.Name)
		}
		return nil
	})
	return references, calls
}

// nameOf is the reference up to its first index.
func nameOf(traversal hcl.Traversal) string {
	name := traversal.RootName()
	for _, step := range traversal[1:] {
		attribute, ok := step.(hcl.TraverseAttr)
		if !ok {
			break
		}
		name += "." + attribute.Name
	}
	return name
}

func literalOf(known cty.Value) *value {
	if known.IsNull() {
		return &value{Kind: "literal", Null: true}
	}
	if !known.IsKnown() {
		return nil
	}
	switch known.Type() {
	case cty.String:
		return &value{Kind: "literal", Literal: known.AsString()}
	case cty.Bool:
		return &value{Kind: "literal", Literal: known.True()}
	case cty.Number:
		number, _ := known.AsBigFloat().Float64()
		return &value{Kind: "literal", Literal: number}
	}
	return nil
}
