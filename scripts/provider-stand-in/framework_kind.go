// What the plugin framework makes of a kind of object: values go to the cloud and come back as they are.
package main

import (
	"context"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

type frameworkKind struct {
	name, collection string
	// The attribute that tells the object from others: given by the cloud where it is `id`, by the configuration elsewhere.
	key    string
	schema schema.Schema
}

type frameworkResource struct {
	kind  frameworkKind
	cloud *cloud
}

func (r *frameworkResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + r.kind.name
}

func (r *frameworkResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = r.kind.schema
}

func (r *frameworkResource) Configure(_ context.Context, req resource.ConfigureRequest, _ *resource.ConfigureResponse) {
	if configured, ok := req.ProviderData.(*cloud); ok {
		r.cloud = configured
	}
}

func (r *frameworkResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	if !r.mayAsk(&resp.Diagnostics) {
		return
	}
	body := r.body(req.Config.Raw)
	if r.kind.key != "id" {
		body["id"] = body[r.kind.key]
	}
	id, err := r.cloud.create(ctx, r.kind.collection, body)
	if err == nil {
		resp.State.Raw, err = r.stateAfter(ctx, id, req.Plan.Raw)
	}
	report(&resp.Diagnostics, err)
}

func (r *frameworkResource) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	if !r.mayAsk(&resp.Diagnostics) {
		return
	}
	found, err := r.cloud.read(ctx, r.kind.collection, r.id(req.State.Raw))
	if err == nil && found == nil {
		resp.State.RemoveResource(ctx)
		return
	}
	if err == nil {
		resp.State.Raw, err = typed(req.State.Raw.Type(), found)
	}
	report(&resp.Diagnostics, err)
}

func (r *frameworkResource) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	if !r.mayAsk(&resp.Diagnostics) {
		return
	}
	id := r.id(req.State.Raw)
	err := r.cloud.update(ctx, r.kind.collection, id, r.body(req.Config.Raw))
	if err == nil {
		resp.State.Raw, err = r.stateAfter(ctx, id, req.Plan.Raw)
	}
	report(&resp.Diagnostics, err)
}

func (r *frameworkResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	if !r.mayAsk(&resp.Diagnostics) {
		return
	}
	report(&resp.Diagnostics, r.cloud.remove(ctx, r.kind.collection, r.id(req.State.Raw)))
}

// ImportState takes `location:id` as well as the id alone.
func (r *frameworkResource) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	id := req.ID[strings.LastIndex(req.ID, ":")+1:]
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(r.kind.key), id)...)
}

// What is sent, from the configuration and not the plan: only it has what is write-only. Where it says nothing the cloud may choose.
func (r *frameworkResource) body(configuration tftypes.Value) object {
	body := plain(configuration).(object)
	for name, attribute := range r.kind.schema.Attributes {
		if attribute.IsComputed() && body[name] == nil {
			delete(body, name)
		}
	}
	return body
}

func (r *frameworkResource) id(value tftypes.Value) string {
	id, _ := plain(value).(object)[r.kind.key].(string)
	return id
}

// What was planned, with what only the cloud knows.
func (r *frameworkResource) stateAfter(ctx context.Context, id string, plan tftypes.Value) (tftypes.Value, error) {
	found, err := r.cloud.read(ctx, r.kind.collection, id)
	if err != nil {
		return plan, err
	}
	return filled(plan, found)
}

// Object storage takes no token, and its requests fail without keys of its own, those of a plan as well.
func (r *frameworkResource) mayAsk(diagnostics *diag.Diagnostics) bool {
	if strings.HasPrefix(r.kind.name, "s3_") && (r.cloud.accessKey == "" || r.cloud.secretKey == "") {
		diagnostics.AddError("Object storage needs credentials of its own", "Set IONOS_S3_ACCESS_KEY and IONOS_S3_SECRET_KEY.")
		return false
	}
	return true
}

func report(diagnostics *diag.Diagnostics, err error) {
	if err != nil {
		diagnostics.AddError("The cloud refused", err.Error())
	}
}
