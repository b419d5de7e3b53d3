package builtin

import (
	"strings"

	"k8s.io/apimachinery/pkg/util/validation"

	"kubeconform-wasm/internal/metadata"
)

func (check *checker) service(spec map[string]any) {
	tokens := []string{"spec"}
	ports, isList := spec["ports"].([]any)
	external := spec["type"] == "ExternalName"
	if spec != nil && (spec["ports"] == nil || isList && len(ports) == 0) && !external && spec["clusterIP"] != "None" {
		check.missing(tokens, "ports", ", unless the Service is headless")
	}
	if external && text(spec["externalName"]) == "" {
		check.missing(tokens, "externalName", " for the type ExternalName")
	}
	if spec["clusterIP"] == "None" && (spec["type"] == "NodePort" || spec["type"] == "LoadBalancer") {
		check.fail(join(tokens, "clusterIP"), "must not be None for the type %s", spec["type"])
	}
	each(spec, "ports", tokens, func(port map[string]any, tokens []string) {
		check.port(port, "port", tokens)
		check.optionalPort(port, "nodePort", tokens)
		check.optionalPort(port, "targetPort", tokens)
		check.portName(port, "targetPort", tokens)
		if name := text(port["name"]); name != "" {
			check.label(port, "name", tokens)
		} else if len(ports) > 1 {
			check.missing(tokens, "name", " when a Service has more than one port")
		}
		if kind, given := spec["type"], port["nodePort"]; given != nil && !isZero(given) && (kind == nil || kind == "ClusterIP") {
			check.fail(join(tokens, "nodePort"), "is not allowed for the type ClusterIP")
		}
	})
}

func (check *checker) ingress(spec map[string]any) {
	tokens := []string{"spec"}
	if rules, _ := spec["rules"].([]any); spec != nil && len(rules) == 0 && spec["defaultBackend"] == nil {
		check.missing(tokens, "rules", ", unless there is a defaultBackend")
	}
	check.backend(at(spec, "defaultBackend"), join(tokens, "defaultBackend"))
	each(spec, "rules", tokens, func(rule map[string]any, tokens []string) {
		if host := text(rule["host"]); host != "" {
			faults := validation.IsDNS1123Subdomain(host)
			if strings.Contains(host, "*") {
				faults = validation.IsWildcardDNS1123Subdomain(host)
			}
			if len(faults) > 0 {
				check.fail(join(tokens, "host"), "%q is not a host name", host)
			}
		}
		each(at(rule, "http"), "paths", join(tokens, "http"), func(path map[string]any, tokens []string) {
			given := text(path["path"])
			if kind := path["pathType"]; (kind == "Prefix" || kind == "Exact") && !strings.HasPrefix(given, "/") {
				check.fail(join(tokens, "path"), "must begin with /")
			}
			check.backend(at(path, "backend"), join(tokens, "backend"))
		})
	})
}

func (check *checker) backend(backend map[string]any, tokens []string) {
	if backend == nil {
		return
	}
	service, resource := at(backend, "service"), at(backend, "resource")
	switch {
	case service != nil && resource != nil:
		check.fail(tokens, "has both service and resource: only one is allowed")
	case service == nil && resource == nil:
		check.missing(tokens, "service", "")
	case service != nil:
		port := at(service, "port")
		number, hasNumber := whole(port["number"])
		if text(port["name"]) == "" && (!hasNumber || number == 0) {
			check.missing(join(tokens, "service"), "port.number", ", or port.name")
		} else if text(port["name"]) != "" && hasNumber && number != 0 {
			check.fail(join(tokens, "service", "port"), "has both name and number: only one is allowed")
		}
		check.port(port, "number", join(tokens, "service", "port"))
	}
}

// keys: names of entries, and what each type of Secret must have.
func (check *checker) keys(object map[string]any) {
	size, isSecret := 0, object["kind"] == "Secret"
	for _, field := range []string{"data", "binaryData", "stringData"} {
		for key, value := range at(object, field) {
			for _, fault := range validation.IsConfigMapKey(key) {
				if isSecret && strings.ContainsAny(key, " \t\"'=:") {
					// A line of an env file without "=" becomes a key, and may well be the secret.
					check.fail([]string{field}, "has a key that is not valid: %s", metadata.Plain(fault))
				} else {
					check.fail([]string{field, key}, "is not a valid key: %s", metadata.Plain(fault))
				}
			}
			if encoded := field == "binaryData" || (field == "data" && isSecret); encoded {
				size += len(text(value)) * 3 / 4
			} else {
				size += len(text(value))
			}
		}
	}
	for key := range at(object, "binaryData") {
		if _, twice := at(object, "data")[key]; twice {
			check.fail([]string{"binaryData", key}, "is in data too")
		}
	}
	if size > 1<<20 {
		check.fail([]string{"data"}, "is %d bytes large; the API server takes at most 1048576", size)
	}
	needed := map[string][]string{"kubernetes.io/tls": {"tls.crt", "tls.key"}, "kubernetes.io/dockerconfigjson": {".dockerconfigjson"}, "kubernetes.io/ssh-auth": {"ssh-privatekey"}}
	if isSecret {
		for _, key := range needed[text(object["type"])] {
			_, encoded := at(object, "data")[key]
			_, plain := at(object, "stringData")[key]
			if !encoded && !plain {
				check.fail([]string{"data"}, "must have the key %s in a Secret of type %s", key, text(object["type"]))
			}
		}
	}
}
