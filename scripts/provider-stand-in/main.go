// A stand-in for the provider ionos-cloud/ionoscloud: its names of resources, attributes and settings as its documentation has
// them, and a loopback server in place of the cloud. It is not the provider: see README.md.
//
// Like the provider it is two in one, an old one on the plugin SDK (compute, Kubernetes, MariaDB) and a new one on the plugin
// framework (PostgreSQL v2, object storage), because plans differ by which of them made a resource.
package main

import (
	"context"
	"log"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"
	"github.com/hashicorp/terraform-plugin-mux/tf5to6server"
	"github.com/hashicorp/terraform-plugin-mux/tf6muxserver"
)

func main() {
	ctx := context.Background()
	old, err := tf5to6server.UpgradeServer(ctx, sdkProvider().GRPCProvider)
	if err != nil {
		log.Fatal(err)
	}
	joined, err := tf6muxserver.NewMuxServer(ctx,
		func() tfprotov6.ProviderServer { return old },
		providerserver.NewProtocol6(&frameworkProvider{}),
	)
	if err != nil {
		log.Fatal(err)
	}
	if err := tf6server.Serve("registry.terraform.io/ionos-cloud/ionoscloud", joined.ProviderServer); err != nil {
		log.Fatal(err)
	}
}
