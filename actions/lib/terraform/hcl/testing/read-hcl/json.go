package main

import "github.com/hashicorp/hcl/v2"

// shape is what the decoder of Terraform asks of a body.
type shape struct {
	labels int
	blocks map[string]shape
}

var top = map[string]shape{
	"terraform": {0, map[string]shape{"backend": {1, nil}, "required_providers": {0, nil}, "cloud": {0, nil}}},
	"resource":  {2, map[string]shape{"lifecycle": {0, nil}, "provisioner": {1, map[string]shape{"connection": {0, nil}}}}},
	"data":      {2, map[string]shape{"lifecycle": {0, nil}}},
	"provider":  {1, nil},
	"variable":  {1, map[string]shape{"validation": {0, nil}}},
	"output":    {1, nil},
	"locals":    {0, nil},
	"module":    {1, nil},
}

var labelNames = []string{"first", "second"}

func jsonBody(from hcl.Body, shapes map[string]shape) *body {
	schema := &hcl.BodySchema{}
	for name, one := range shapes {
		schema.Blocks = append(schema.Blocks, hcl.BlockHeaderSchema{Type: name, LabelNames: labelNames[:one.labels]})
	}
	content, rest, diagnostics := from.PartialContent(schema)
	if diagnostics.HasErrors() {
		return nil
	}
	attributes, diagnostics := rest.JustAttributes()
	if diagnostics.HasErrors() {
		return nil
	}
	to := body{Arguments: []argument{}, Blocks: []block{}}
	for _, attribute := range attributes {
		to.Arguments = append(to.Arguments, argument{Name: attribute.Name, Value: jsonValue(attribute.Expr)})
	}
	for _, one := range content.Blocks {
		inner := jsonBody(one.Body, shapes[one.Type].blocks)
		if inner == nil {
			return nil
		}
		labels := append([]string{}, one.Labels...)
		to.Blocks = append(to.Blocks, block{Type: one.Type, Labels: labels, Body: *inner})
	}
	return &to
}

func jsonValue(expression hcl.Expression) value {
	if items, diagnostics := hcl.ExprList(expression); !diagnostics.HasErrors() {
		list := []value{}
		for _, item := range items {
			list = append(list, jsonValue(item))
		}
		return value{Kind: "list", List: list}
	}
	if items, diagnostics := hcl.ExprMap(expression); !diagnostics.HasErrors() {
		object := []entry{}
		for _, item := range items {
			object = append(object, entry{keyOf(item.Key), jsonValue(item.Value)})
		}
		return value{Kind: "object", Object: object}
	}
	references := []string{}
	for _, traversal := range expression.Variables() {
		references = append(references, nameOf(traversal))
	}
	if known, diagnostics := expression.Value(&hcl.EvalContext{}); len(references) == 0 && !diagnostics.HasErrors() {
		if literal := literalOf(known); literal != nil {
			return *literal
		}
	}
	return value{Kind: "expression", References: references}
}
