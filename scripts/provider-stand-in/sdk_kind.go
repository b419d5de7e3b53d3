// How a kind of object is written down here, and what the plugin SDK makes of it.
package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

type fields = map[string]*schema.Schema

type kind struct {
	collection string
	fields     fields
	// What cannot be changed: an error, or a replacement where allow_replace says so.
	immutable []string
	// What the cloud takes and never gives back.
	neverRead []string
}

func required(of schema.ValueType) *schema.Schema { return &schema.Schema{Type: of, Required: true} }
func optional(of schema.ValueType) *schema.Schema { return &schema.Schema{Type: of, Optional: true} }
func computed(of schema.ValueType) *schema.Schema { return &schema.Schema{Type: of, Computed: true} }

func orComputed(field *schema.Schema) *schema.Schema {
	field.Computed = true
	return field
}

func replaces(field *schema.Schema) *schema.Schema {
	field.ForceNew = true
	return field
}

func sensitive(field *schema.Schema) *schema.Schema {
	field.Sensitive = true
	return field
}

func by(field *schema.Schema, value any) *schema.Schema {
	field.Default = value
	return field
}

func listOf(field *schema.Schema, of schema.ValueType) *schema.Schema {
	field.Elem = &schema.Schema{Type: of}
	return field
}

func blocks(field *schema.Schema, of fields) *schema.Schema {
	field.Elem = &schema.Resource{Schema: of}
	return field
}

func block(field *schema.Schema, of fields) *schema.Schema {
	field.MaxItems = 1
	return blocks(field, of)
}

func (k kind) resource() *schema.Resource {
	read := func(ctx context.Context, d *schema.ResourceData, meta any) diag.Diagnostics {
		found, err := meta.(*cloud).read(ctx, k.collection, d.Id())
		if err != nil {
			return diag.FromErr(err)
		}
		if found == nil {
			d.SetId("")
			return nil
		}
		return take(d, k.fields, found, k.neverRead)
	}
	resource := &schema.Resource{
		Schema: k.fields,
		CreateContext: func(ctx context.Context, d *schema.ResourceData, meta any) diag.Diagnostics {
			id, err := meta.(*cloud).create(ctx, k.collection, k.body(d))
			if err != nil {
				return diag.FromErr(err)
			}
			d.SetId(id)
			return read(ctx, d, meta)
		},
		ReadContext: read,
		DeleteContext: func(ctx context.Context, d *schema.ResourceData, meta any) diag.Diagnostics {
			return diag.FromErr(meta.(*cloud).remove(ctx, k.collection, d.Id()))
		},
		CustomizeDiff: k.refuseOrReplace,
		// Ids of parents stand before the object's own: `parent/id`, `location:id`.
		Importer: &schema.ResourceImporter{
			StateContext: func(_ context.Context, d *schema.ResourceData, _ any) ([]*schema.ResourceData, error) {
				id := d.Id()
				d.SetId(id[strings.LastIndexAny(id, "/:")+1:])
				return []*schema.ResourceData{d}, nil
			},
		},
	}
	if k.changes() {
		resource.UpdateContext = func(ctx context.Context, d *schema.ResourceData, meta any) diag.Diagnostics {
			if err := meta.(*cloud).update(ctx, k.collection, d.Id(), k.body(d)); err != nil {
				return diag.FromErr(err)
			}
			return read(ctx, d, meta)
		}
	}
	return resource
}

func (k kind) changes() bool {
	for _, field := range k.fields {
		if (field.Required || field.Optional) && !field.ForceNew {
			return true
		}
	}
	return false
}

// What is sent: all that the configuration can say. What the cloud may choose is left out where it says nothing.
func (k kind) body(d *schema.ResourceData) object {
	body := object{}
	for name, field := range k.fields {
		if !field.Required && !field.Optional {
			continue
		}
		value, isSet := d.GetOk(name)
		if isSet || !field.Computed {
			body[name] = value
		}
	}
	return body
}

// Writes what the cloud says into the state; a field that it does not mention is left alone.
func take(d *schema.ResourceData, all fields, found object, except []string) diag.Diagnostics {
	for name := range all {
		value, isThere := found[name]
		if !isThere || slices.Contains(except, name) {
			continue
		}
		if err := d.Set(name, value); err != nil {
			return diag.FromErr(err)
		}
	}
	return nil
}

func (k kind) refuseOrReplace(_ context.Context, d *schema.ResourceDiff, _ any) error {
	if d.Id() == "" || len(k.immutable) == 0 {
		return nil
	}
	var changed []string
	for _, name := range k.immutable {
		if d.HasChange(name) {
			changed = append(changed, name)
		}
	}
	if d.Get("allow_replace").(bool) {
		for _, name := range changed {
			if err := d.ForceNew(name); err != nil {
				return err
			}
		}
		return nil
	}
	if len(changed) > 0 {
		return fmt.Errorf("%s cannot be changed; allow_replace would destroy the object and create another", strings.Join(changed, ", "))
	}
	return nil
}
