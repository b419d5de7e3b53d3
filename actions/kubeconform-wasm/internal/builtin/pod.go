package builtin

import (
	"fmt"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/api/resource"
	"k8s.io/apimachinery/pkg/util/validation"

	"kubeconform-wasm/internal/metadata"
	"kubeconform-wasm/internal/schema"
)

// pod checks a PodSpec. claims are volumes that come from elsewhere, such as the claim templates of a StatefulSet.
func (check *checker) pod(spec map[string]any, tokens []string, claims []string) {
	if spec == nil {
		return
	}
	if containers, is := spec["containers"].([]any); is && len(containers) == 0 {
		check.fail(join(tokens, "containers"), "must have at least one container")
	}
	volumes := slices.Clone(claims)
	each(spec, "volumes", tokens, func(volume map[string]any, tokens []string) {
		volumes = append(volumes, text(volume["name"]))
		check.volume(volume, tokens)
	})
	names := map[string]string{}
	for _, list := range []string{"initContainers", "containers"} {
		each(spec, list, tokens, func(container map[string]any, tokens []string) {
			name := text(container["name"])
			if other, taken := names[name]; taken && name != "" && other != list {
				check.fail(join(tokens, "name"), "%q is the name of one of the %s too", name, other)
			}
			names[name] = list
			check.container(container, tokens, volumes)
			if list == "initContainers" && container["restartPolicy"] == nil {
				for _, probe := range []string{"livenessProbe", "readinessProbe", "startupProbe", "lifecycle"} {
					if container[probe] != nil {
						check.fail(join(tokens, probe), "is not allowed in an init container, unless its restartPolicy is Always")
					}
				}
			}
		})
	}
}

func (check *checker) volume(volume map[string]any, tokens []string) {
	check.label(volume, "name", tokens)
	var sources []string
	for name, source := range volume {
		if name != "name" && source != nil {
			sources = append(sources, name)
		}
	}
	slices.Sort(sources)
	// None at all is an emptyDir, by the server's defaults.
	if len(sources) > 1 {
		check.fail(tokens, "has more than one source: %s", strings.Join(sources, ", "))
	}
	for source, needed := range map[string]string{"configMap": "name", "secret": "secretName", "persistentVolumeClaim": "claimName", "hostPath": "path"} {
		if given, is := volume[source].(map[string]any); is && text(given[needed]) == "" && (given[needed] == nil || given[needed] == "") {
			check.missing(join(tokens, source), needed, "")
		}
	}
}

func (check *checker) label(node map[string]any, name string, tokens []string) {
	if value, is := node[name].(string); is {
		for _, fault := range validation.IsDNS1123Label(value) {
			check.fail(join(tokens, name), "%q is not valid: %s", value, metadata.Plain(fault))
		}
	}
}

func (check *checker) container(container map[string]any, tokens []string, volumes []string) {
	check.label(container, "name", tokens)
	if container["image"] == nil || container["image"] == "" {
		check.missing(tokens, "image", "")
	} else if image := text(container["image"]); strings.TrimSpace(image) != image {
		check.fail(join(tokens, "image"), "must not have spaces around it")
	}
	each(container, "ports", tokens, func(port map[string]any, tokens []string) {
		check.port(port, "containerPort", tokens)
		check.optionalPort(port, "hostPort", tokens)
		check.portName(port, "name", tokens)
	})
	each(container, "volumeMounts", tokens, func(mount map[string]any, tokens []string) {
		if name := text(mount["name"]); name != "" && !slices.Contains(volumes, name) {
			check.fail(join(tokens, "name"), "%q names no volume of the pod%s", name, schema.Meant(name, volumes, nil))
		}
	})
	each(container, "env", tokens, check.variable)
	check.resources(container, tokens)
	for _, name := range []string{"livenessProbe", "readinessProbe", "startupProbe"} {
		if probe, is := container[name].(map[string]any); is {
			check.handler(probe, join(tokens, name), "exec", "httpGet", "tcpSocket", "grpc")
			if threshold, is := whole(probe["successThreshold"]); is && threshold != 0 && threshold != 1 && name != "readinessProbe" {
				check.fail(join(tokens, name, "successThreshold"), "must be 1 for this probe, but is %d", threshold)
			}
		}
	}
	for _, name := range []string{"postStart", "preStop"} {
		if hook, is := at(container, "lifecycle")[name].(map[string]any); is {
			check.handler(hook, join(tokens, "lifecycle", name), "exec", "httpGet", "tcpSocket", "sleep")
		}
	}
}

func (check *checker) portName(node map[string]any, name string, tokens []string) {
	if value := text(node[name]); value != "" {
		for _, fault := range validation.IsValidPortName(value) {
			check.fail(join(tokens, name), "%q is not valid: %s", value, fault)
		}
	}
}

func (check *checker) variable(variable map[string]any, tokens []string) {
	source, has := variable["valueFrom"].(map[string]any)
	if !has {
		return
	}
	if text(variable["value"]) != "" {
		check.fail(tokens, "has both value and valueFrom")
	}
	if len(source) != 1 {
		check.fail(join(tokens, "valueFrom"), "must have exactly one source, but has %d", len(source))
	}
}

// handler: a probe or hook does exactly one thing.
func (check *checker) handler(node map[string]any, tokens []string, kinds ...string) {
	var given []string
	for _, kind := range kinds {
		if node[kind] != nil {
			given = append(given, kind)
		}
	}
	if len(given) == 0 {
		check.fail(tokens, "must have one of %s", strings.Join(kinds, ", "))
	} else if len(given) > 1 {
		check.fail(tokens, "may have only one of %s", strings.Join(given, " and "))
	}
	for _, kind := range []string{"httpGet", "tcpSocket", "grpc"} {
		if action, is := node[kind].(map[string]any); is {
			check.port(action, "port", join(tokens, kind))
			if name, is := action["port"].(string); is {
				for _, fault := range validation.IsValidPortName(name) {
					check.fail(join(tokens, kind, "port"), "%q is not valid: %s", name, fault)
				}
			}
		}
	}
}

// resources: no request above its limit, no negative amount.
func (check *checker) resources(container map[string]any, tokens []string) {
	limits, requests := at(container, "resources", "limits"), at(container, "resources", "requests")
	for name, given := range requests {
		request, isRequest := amount(given)
		limit, isLimit := amount(limits[name])
		if isRequest && isLimit && request.Cmp(limit) > 0 {
			check.fail(join(tokens, "resources", "requests", name), "is %s, above its limit of %s", request.String(), limit.String())
		}
	}
	for list, amounts := range map[string]map[string]any{"limits": limits, "requests": requests} {
		for name, given := range amounts {
			if value, is := amount(given); is && value.Sign() < 0 {
				check.fail(join(tokens, "resources", list, name), "must not be negative, but is %s", value.String())
			}
		}
	}
}

func amount(value any) (resource.Quantity, bool) {
	if value == nil {
		return resource.Quantity{}, false
	}
	parsed, err := resource.ParseQuantity(fmt.Sprint(value))
	return parsed, err == nil
}
