// Values of Terraform as plain JSON, and back.
package main

import (
	"fmt"
	"math/big"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// What is null or not known yet becomes nil.
func plain(value tftypes.Value) any {
	if value.IsNull() || !value.IsKnown() {
		return nil
	}
	switch kind := value.Type(); {
	case kind.Is(tftypes.String):
		return as[string](value)
	case kind.Is(tftypes.Bool):
		return as[bool](value)
	case kind.Is(tftypes.Number):
		exact := as[big.Float](value)
		number, _ := exact.Float64()
		return number
	case kind.Is(tftypes.Object{}), kind.Is(tftypes.Map{}):
		all := object{}
		for name, member := range as[map[string]tftypes.Value](value) {
			all[name] = plain(member)
		}
		return all
	default:
		all := []any{}
		for _, item := range as[[]tftypes.Value](value) {
			all = append(all, plain(item))
		}
		return all
	}
}

func as[T any](value tftypes.Value) T {
	var result T
	if err := value.As(&result); err != nil {
		panic(err)
	}
	return result
}

// What JSON lacks becomes null.
func typed(kind tftypes.Type, value any) (tftypes.Value, error) {
	if value == nil {
		return tftypes.NewValue(kind, nil), nil
	}
	switch kind := kind.(type) {
	case tftypes.Object:
		given, ok := value.(object)
		if !ok {
			return tftypes.Value{}, fmt.Errorf("an object was expected, not %v", value)
		}
		members := map[string]tftypes.Value{}
		for name, of := range kind.AttributeTypes {
			member, err := typed(of, given[name])
			if err != nil {
				return tftypes.Value{}, fmt.Errorf("%s: %w", name, err)
			}
			members[name] = member
		}
		return tftypes.NewValue(kind, members), nil
	case tftypes.List:
		given, ok := value.([]any)
		if !ok {
			return tftypes.Value{}, fmt.Errorf("a list was expected, not %v", value)
		}
		items := []tftypes.Value{}
		for _, one := range given {
			item, err := typed(kind.ElementType, one)
			if err != nil {
				return tftypes.Value{}, err
			}
			items = append(items, item)
		}
		return tftypes.NewValue(kind, items), nil
	default:
		if err := tftypes.ValidateValue(kind, value); err != nil {
			return tftypes.Value{}, err
		}
		return tftypes.NewValue(kind, value), nil
	}
}

// The value, with what is not known in it taken from JSON.
func filled(value tftypes.Value, from any) (tftypes.Value, error) {
	if !value.IsKnown() {
		return typed(value.Type(), from)
	}
	if value.IsNull() || !value.Type().Is(tftypes.Object{}) {
		return value, nil
	}
	given, _ := from.(object)
	members := as[map[string]tftypes.Value](value)
	for name, member := range members {
		whole, err := filled(member, given[name])
		if err != nil {
			return value, err
		}
		members[name] = whole
	}
	return tftypes.NewValue(value.Type(), members), nil
}
