// The half of the provider that is on the plugin framework.
package main

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	providerschema "github.com/hashicorp/terraform-plugin-framework/provider/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

type frameworkProvider struct{}

func (*frameworkProvider) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = "ionoscloud"
}

func (*frameworkProvider) Schema(_ context.Context, _ provider.SchemaRequest, resp *provider.SchemaResponse) {
	text := func(sensitive bool) providerschema.StringAttribute {
		return providerschema.StringAttribute{Optional: true, Sensitive: sensitive}
	}
	resp.Schema = providerschema.Schema{Attributes: map[string]providerschema.Attribute{
		"endpoint":      text(false),
		"token":         text(true),
		"s3_region":     text(false),
		"s3_access_key": text(true),
		"s3_secret_key": text(true),
	}}
}

func (*frameworkProvider) Configure(ctx context.Context, req provider.ConfigureRequest, resp *provider.ConfigureResponse) {
	given := func(name string) string {
		var value types.String
		resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root(name), &value)...)
		return value.ValueString()
	}
	resp.ResourceData = newCloud(given("endpoint"), given("token"), given("s3_access_key"), given("s3_secret_key"))
}

func (*frameworkProvider) DataSources(context.Context) []func() datasource.DataSource { return nil }

func (*frameworkProvider) Resources(context.Context) []func() resource.Resource {
	kinds := []frameworkKind{
		{name: "pg_cluster_v2", collection: "postgresql", key: "id", schema: postgresCluster()},
		{name: "s3_bucket", collection: "s3-buckets", key: "name", schema: bucket()},
		{name: "s3_bucket_versioning", collection: "s3-versioning", key: "bucket", schema: ofBucket(
			"versioning_configuration", single(nil, map[string]schema.Attribute{"status": text()}))},
		{name: "s3_bucket_server_side_encryption_configuration", collection: "s3-encryption", key: "bucket", schema: ofBucket(
			"rule", schema.ListNestedBlock{NestedObject: schema.NestedBlockObject{Blocks: map[string]schema.Block{
				"apply_server_side_encryption_by_default": single(nil, map[string]schema.Attribute{"sse_algorithm": text()}),
			}}})},
		{name: "s3_bucket_public_access_block", collection: "s3-public-access", key: "bucket", schema: publicAccessBlock()},
	}
	made := make([]func() resource.Resource, 0, len(kinds))
	for _, one := range kinds {
		made = append(made, func() resource.Resource { return &frameworkResource{kind: one} })
	}
	return made
}

func text() schema.StringAttribute  { return schema.StringAttribute{Required: true} }
func number() schema.Int64Attribute { return schema.Int64Attribute{Required: true} }

func replacing() schema.StringAttribute {
	return schema.StringAttribute{Required: true, PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()}}
}

// Known once it is there.
func chosen() schema.StringAttribute {
	return schema.StringAttribute{Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()}}
}

func nested(attributes map[string]schema.Attribute) schema.SingleNestedAttribute {
	return schema.SingleNestedAttribute{Required: true, Attributes: attributes}
}

func single(blocks map[string]schema.Block, attributes map[string]schema.Attribute) schema.SingleNestedBlock {
	return schema.SingleNestedBlock{Blocks: blocks, Attributes: attributes}
}

func postgresCluster() schema.Schema {
	return schema.Schema{Attributes: map[string]schema.Attribute{
		"id":               chosen(),
		"name":             text(),
		"description":      schema.StringAttribute{Optional: true},
		"version":          text(),
		"location":         replacing(),
		"replication_mode": text(),
		"dns_name":         chosen(),
		"backup": nested(map[string]schema.Attribute{
			"location":       replacing(),
			"retention_days": number(),
		}),
		"instances": nested(map[string]schema.Attribute{
			"count":        number(),
			"cores":        number(),
			"ram":          number(),
			"storage_size": number(),
		}),
		"connections": nested(map[string]schema.Attribute{
			"datacenter_id":            text(),
			"lan_id":                   text(),
			"primary_instance_address": text(),
		}),
		"maintenance_window": nested(map[string]schema.Attribute{
			"time":            text(),
			"day_of_the_week": text(),
		}),
		"credentials": nested(map[string]schema.Attribute{
			"username":         text(),
			"password":         schema.StringAttribute{Required: true, Sensitive: true, WriteOnly: true},
			"password_version": text(),
			"database":         text(),
		}),
	}}
}

func bucket() schema.Schema {
	return schema.Schema{Attributes: map[string]schema.Attribute{
		"id":   chosen(),
		"name": replacing(),
		"region": schema.StringAttribute{Optional: true, Computed: true, PlanModifiers: []planmodifier.String{
			stringplanmodifier.UseStateForUnknown(), stringplanmodifier.RequiresReplace(),
		}},
	}}
}

func ofBucket(name string, block schema.Block) schema.Schema {
	return schema.Schema{
		Attributes: map[string]schema.Attribute{"bucket": replacing()},
		Blocks:     map[string]schema.Block{name: block},
	}
}

func publicAccessBlock() schema.Schema {
	flag := schema.BoolAttribute{Optional: true}
	return schema.Schema{Attributes: map[string]schema.Attribute{
		"bucket":                  replacing(),
		"block_public_acls":       flag,
		"block_public_policy":     flag,
		"ignore_public_acls":      flag,
		"restrict_public_buckets": flag,
	}}
}
