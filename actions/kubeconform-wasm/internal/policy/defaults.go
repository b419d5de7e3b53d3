package policy

import "strings"

// Defaults that the API server sets on built-in kinds before admission, as far as policies commonly read them. Without them an
// expression such as object.spec.replicas would fail on an object that the server accepts. From pkg/apis/*/v1/defaults.go.

func defaultBuiltIn(object map[string]any) {
	spec, is := object["spec"].(map[string]any)
	if !is {
		return
	}
	switch object["kind"] {
	case "Deployment", "ReplicaSet", "StatefulSet", "ReplicationController":
		set(spec, "replicas", int64(1))
		podTemplate(spec)
	case "DaemonSet":
		podTemplate(spec)
	case "Job":
		job(spec)
	case "CronJob":
		set(spec, "concurrencyPolicy", "Allow")
		set(spec, "suspend", false)
		set(spec, "successfulJobsHistoryLimit", int64(3))
		set(spec, "failedJobsHistoryLimit", int64(1))
		if template, is := spec["jobTemplate"].(map[string]any); is {
			if inner, is := template["spec"].(map[string]any); is {
				job(inner)
			}
		}
	case "Pod":
		pod(spec)
	case "Service":
		set(spec, "type", "ClusterIP")
		set(spec, "sessionAffinity", "None")
		each(spec, "ports", func(port map[string]any) {
			set(port, "protocol", "TCP")
			set(port, "targetPort", port["port"])
		})
	case "PersistentVolumeClaim":
		set(spec, "volumeMode", "Filesystem")
	}
}

func job(spec map[string]any) {
	set(spec, "parallelism", int64(1))
	set(spec, "completions", int64(1))
	set(spec, "backoffLimit", int64(6))
	set(spec, "suspend", false)
	podTemplate(spec)
}

func podTemplate(spec map[string]any) {
	if template, is := spec["template"].(map[string]any); is {
		if inner, is := template["spec"].(map[string]any); is {
			pod(inner)
		}
	}
}

func pod(spec map[string]any) {
	set(spec, "restartPolicy", "Always")
	set(spec, "dnsPolicy", "ClusterFirst")
	set(spec, "schedulerName", "default-scheduler")
	set(spec, "terminationGracePeriodSeconds", int64(30))
	set(spec, "securityContext", map[string]any{})
	for _, list := range []string{"containers", "initContainers"} {
		each(spec, list, func(container map[string]any) {
			image, _ := container["image"].(string)
			policy := "IfNotPresent"
			if name := image[strings.LastIndexByte(image, '/')+1:]; !strings.Contains(image, "@") && (!strings.Contains(name, ":") || strings.HasSuffix(name, ":latest")) {
				policy = "Always"
			}
			set(container, "imagePullPolicy", policy)
			set(container, "terminationMessagePath", "/dev/termination-log")
			set(container, "terminationMessagePolicy", "File")
			set(container, "resources", map[string]any{})
			each(container, "ports", func(port map[string]any) { set(port, "protocol", "TCP") })
		})
	}
}

func set(fields map[string]any, name string, value any) {
	if fields[name] == nil {
		fields[name] = value
	}
}

func each(fields map[string]any, list string, visit func(map[string]any)) {
	items, _ := fields[list].([]any)
	for _, item := range items {
		if item, is := item.(map[string]any); is {
			visit(item)
		}
	}
}
