// The half of the provider that is on the plugin SDK.
package main

import (
	"context"
	"fmt"

	"github.com/hashicorp/go-version"
	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

func sdkProvider() *schema.Provider {
	text := func(sensitive bool) *schema.Schema {
		return &schema.Schema{Type: schema.TypeString, Optional: true, Sensitive: sensitive}
	}
	return &schema.Provider{
		Schema: fields{
			"endpoint":      text(false),
			"token":         text(true),
			"s3_region":     text(false),
			"s3_access_key": text(true),
			"s3_secret_key": text(true),
		},
		ResourcesMap: map[string]*schema.Resource{
			"ionoscloud_datacenter":               datacenter().resource(),
			"ionoscloud_datacenter_nsg_selection": datacenterNsgSelection().resource(),
			"ionoscloud_ipblock":                  ipblock().resource(),
			"ionoscloud_k8s_cluster":              kubernetesCluster().resource(),
			"ionoscloud_k8s_node_pool":            nodePool().resource(),
			"ionoscloud_lan":                      lan().resource(),
			"ionoscloud_mariadb_cluster":          mariadbCluster().resource(),
			"ionoscloud_nsg":                      nsg().resource(),
			"ionoscloud_nsg_firewallrule":         nsgFirewallRule().resource(),
		},
		DataSourcesMap: map[string]*schema.Resource{
			"ionoscloud_k8s_cluster": kubernetesClusterData(),
		},
		ConfigureContextFunc: func(_ context.Context, d *schema.ResourceData) (any, diag.Diagnostics) {
			given := func(name string) string { return d.Get(name).(string) }
			return newCloud(given("endpoint"), given("token"), given("s3_access_key"), given("s3_secret_key")), nil
		},
	}
}

func datacenter() kind {
	return kind{collection: "datacenters", fields: fields{
		"name":        required(schema.TypeString),
		"location":    replaces(required(schema.TypeString)),
		"description": optional(schema.TypeString),
	}}
}

func lan() kind {
	return kind{collection: "lans", fields: fields{
		"datacenter_id": replaces(required(schema.TypeString)),
		"name":          optional(schema.TypeString),
		"public":        optional(schema.TypeBool),
		"pcc":           optional(schema.TypeString),
	}}
}

func ipblock() kind {
	return kind{collection: "ipblocks", fields: fields{
		"name":     optional(schema.TypeString),
		"location": replaces(required(schema.TypeString)),
		"size":     replaces(required(schema.TypeInt)),
		"ips":      listOf(computed(schema.TypeList), schema.TypeString),
	}}
}

func nsg() kind {
	return kind{collection: "nsgs", fields: fields{
		"datacenter_id": replaces(required(schema.TypeString)),
		"name":          optional(schema.TypeString),
		"description":   optional(schema.TypeString),
		"rule_ids":      listOf(computed(schema.TypeList), schema.TypeString),
	}}
}

func nsgFirewallRule() kind {
	return kind{collection: "nsg-rules", fields: fields{
		"datacenter_id":    replaces(required(schema.TypeString)),
		"nsg_id":           replaces(required(schema.TypeString)),
		"protocol":         replaces(required(schema.TypeString)),
		"name":             optional(schema.TypeString),
		"source_mac":       optional(schema.TypeString),
		"source_ip":        orComputed(optional(schema.TypeString)),
		"target_ip":        orComputed(optional(schema.TypeString)),
		"port_range_start": optional(schema.TypeInt),
		"port_range_end":   optional(schema.TypeInt),
		"icmp_type":        optional(schema.TypeString),
		"icmp_code":        optional(schema.TypeString),
		"type":             orComputed(optional(schema.TypeString)),
	}}
}

func datacenterNsgSelection() kind {
	return kind{collection: "nsg-selections", fields: fields{
		"datacenter_id": replaces(required(schema.TypeString)),
		"nsg_id":        required(schema.TypeString),
	}}
}

func kubernetesCluster() kind {
	return kind{
		collection: "k8s",
		immutable:  []string{"public", "location", "nat_gateway_ip", "node_subnet"},
		fields: fields{
			"name":                      required(schema.TypeString),
			"k8s_version":               neverDown(orComputed(optional(schema.TypeString))),
			"maintenance_window":        block(orComputed(optional(schema.TypeList)), maintenanceWindow()),
			"api_subnet_allow_list":     listOf(optional(schema.TypeList), schema.TypeString),
			"s3_buckets":                block(optional(schema.TypeList), fields{"name": optional(schema.TypeString)}),
			"public":                    by(optional(schema.TypeBool), true),
			"location":                  optional(schema.TypeString),
			"nat_gateway_ip":            optional(schema.TypeString),
			"node_subnet":               orComputed(optional(schema.TypeString)),
			"viable_node_pool_versions": listOf(computed(schema.TypeList), schema.TypeString),
			"allow_replace":             by(optional(schema.TypeBool), false),
		},
	}
}

func nodePool() kind {
	lan := fields{
		"id":   required(schema.TypeInt),
		"dhcp": by(optional(schema.TypeBool), true),
		"routes": blocks(optional(schema.TypeList), fields{
			"network":    required(schema.TypeString),
			"gateway_ip": required(schema.TypeString),
		}),
	}
	return kind{
		collection: "nodepools",
		immutable:  []string{"name", "cpu_family", "availability_zone", "cores_count", "ram_size", "storage_size", "storage_type"},
		fields: fields{
			"name":              required(schema.TypeString),
			"datacenter_id":     replaces(required(schema.TypeString)),
			"k8s_cluster_id":    replaces(required(schema.TypeString)),
			"k8s_version":       neverDown(required(schema.TypeString)),
			"availability_zone": required(schema.TypeString),
			"storage_type":      required(schema.TypeString),
			"node_count":        required(schema.TypeInt),
			"cores_count":       required(schema.TypeInt),
			"ram_size":          required(schema.TypeInt),
			"storage_size":      required(schema.TypeInt),
			"cpu_family":        orComputed(optional(schema.TypeString)),
			"server_type":       orComputed(optional(schema.TypeString)),
			"lans":              blocks(optional(schema.TypeList), lan),
			"labels":            listOf(optional(schema.TypeMap), schema.TypeString),
			"annotations":       listOf(optional(schema.TypeMap), schema.TypeString),
			"public_ips":        listOf(optional(schema.TypeList), schema.TypeString),
			"auto_scaling": block(optional(schema.TypeList), fields{
				"min_node_count": required(schema.TypeInt),
				"max_node_count": required(schema.TypeInt),
			}),
			"maintenance_window": block(orComputed(optional(schema.TypeList)), maintenanceWindow()),
			"allow_replace":      by(optional(schema.TypeBool), false),
		},
	}
}

func mariadbCluster() kind {
	return kind{
		collection: "mariadb",
		neverRead:  []string{"credentials"},
		fields: fields{
			"display_name":    required(schema.TypeString),
			"mariadb_version": required(schema.TypeString),
			"location":        replaces(optional(schema.TypeString)),
			"instances":       required(schema.TypeInt),
			"cores":           required(schema.TypeInt),
			"ram":             required(schema.TypeInt),
			"storage_size":    required(schema.TypeInt),
			"connections": replaces(block(required(schema.TypeList), fields{
				"datacenter_id": required(schema.TypeString),
				"lan_id":        required(schema.TypeString),
				"cidr":          required(schema.TypeString),
			})),
			"maintenance_window": block(orComputed(optional(schema.TypeList)), maintenanceWindow()),
			"credentials": replaces(block(required(schema.TypeList), fields{
				"username": required(schema.TypeString),
				"password": sensitive(required(schema.TypeString)),
			})),
			"dns_name": computed(schema.TypeString),
		},
	}
}

func maintenanceWindow() fields {
	return fields{"day_of_the_week": required(schema.TypeString), "time": required(schema.TypeString)}
}

func kubernetesClusterData() *schema.Resource {
	all := fields{
		"id":                        orComputed(optional(schema.TypeString)),
		"name":                      orComputed(optional(schema.TypeString)),
		"k8s_version":               computed(schema.TypeString),
		"viable_node_pool_versions": listOf(computed(schema.TypeList), schema.TypeString),
		"state":                     computed(schema.TypeString),
		"kube_config":               sensitive(computed(schema.TypeString)),
		"server":                    computed(schema.TypeString),
		"ca_crt":                    computed(schema.TypeString),
		"user_tokens":               sensitive(listOf(computed(schema.TypeMap), schema.TypeString)),
	}
	return &schema.Resource{
		Schema: all,
		ReadContext: func(ctx context.Context, d *schema.ResourceData, meta any) diag.Diagnostics {
			found, err := findCluster(ctx, meta.(*cloud), d.Get("id").(string), d.Get("name").(string))
			if err != nil {
				return diag.FromErr(err)
			}
			d.SetId(fmt.Sprint(found["id"]))
			return take(d, all, found, []string{"id"})
		},
	}
}

func findCluster(ctx context.Context, cloud *cloud, id, name string) (object, error) {
	if (id == "") == (name == "") {
		return nil, fmt.Errorf("give either id or name")
	}
	if id != "" {
		found, err := cloud.read(ctx, "k8s", id)
		if err == nil && found == nil {
			err = fmt.Errorf("there is no cluster %s", id)
		}
		return found, err
	}
	all, err := cloud.send(ctx, "GET", "k8s", nil)
	if err != nil {
		return nil, err
	}
	items, _ := all["items"].([]any)
	var named []object
	for _, item := range items {
		if one, ok := item.(object); ok && one["name"] == name {
			named = append(named, one)
		}
	}
	if len(named) != 1 {
		return nil, fmt.Errorf("%d clusters are named %s, expected one", len(named), name)
	}
	return named[0], nil
}

// IONOS may have upgraded by itself, and cannot go back: the provider shows no difference then.
func neverDown(field *schema.Schema) *schema.Schema {
	field.DiffSuppressFunc = func(_, was, wanted string, _ *schema.ResourceData) bool {
		before, err := version.NewVersion(was)
		after, other := version.NewVersion(wanted)
		return err == nil && other == nil && after.LessThan(before)
	}
	return field
}
