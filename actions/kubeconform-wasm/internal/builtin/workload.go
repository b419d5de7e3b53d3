package builtin

import (
	"fmt"
	"strings"
	"time"

	"kubeconform-wasm/internal/schema"
)

func (check *checker) workload(spec map[string]any, restart ...string) {
	check.atLeast(spec, "replicas", 0, []string{"spec"})
	check.template(spec, []string{"spec"}, nil, restart...)
}

func (check *checker) template(spec map[string]any, tokens, claims []string, restart ...string) {
	pod := at(spec, "template", "spec")
	check.pod(pod, join(tokens, "template", "spec"), claims)
	given := text(pod["restartPolicy"])
	if given == "" && len(restart) > 0 && restart[0] != "Always" && pod != nil {
		check.missing(join(tokens, "template", "spec"), "restartPolicy", ": "+strings.Join(restart, " or "))
		return
	}
	for _, allowed := range restart {
		if given == "" || given == allowed {
			return
		}
	}
	if given == "Always" || given == "Never" || given == "OnFailure" {
		check.fail(join(tokens, "template", "spec", "restartPolicy"), "must be %s, but is %q", strings.Join(restart, " or "), given)
	}
}

func (check *checker) rollout(spec map[string]any) {
	strategy := at(spec, "strategy")
	if strategy["type"] == "Recreate" && strategy["rollingUpdate"] != nil {
		check.fail([]string{"spec", "strategy", "rollingUpdate"}, "is not allowed when the type is Recreate")
	}
	rolling := at(strategy, "rollingUpdate")
	if isZero(rolling["maxSurge"]) && isZero(rolling["maxUnavailable"]) {
		check.fail([]string{"spec", "strategy", "rollingUpdate"}, "has maxSurge and maxUnavailable both at 0: nothing could ever be replaced")
	}
}

func isZero(value any) bool {
	number, is := whole(value)
	return is && number == 0 || value == "0%"
}

func (check *checker) statefulSet(spec map[string]any) {
	check.atLeast(spec, "replicas", 0, []string{"spec"})
	var claims []string
	each(spec, "volumeClaimTemplates", []string{"spec"}, func(claim map[string]any, tokens []string) {
		claims = append(claims, text(at(claim, "metadata")["name"]))
		check.claim(at(claim, "spec"), join(tokens, "spec"))
	})
	check.template(spec, []string{"spec"}, claims, "Always")
}

func (check *checker) job(spec map[string]any, tokens []string) {
	for _, name := range []string{"parallelism", "completions", "backoffLimit", "activeDeadlineSeconds", "ttlSecondsAfterFinished"} {
		check.atLeast(spec, name, 0, tokens)
	}
	check.template(spec, tokens, nil, "Never", "OnFailure")
}

func (check *checker) cronJob(spec map[string]any) {
	tokens := []string{"spec"}
	if schedule, is := spec["schedule"].(string); is {
		if fault := cronFault(schedule); fault != "" {
			check.fail(join(tokens, "schedule"), "%q is not a schedule: %s", schedule, fault)
		}
	}
	for _, name := range []string{"startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"} {
		check.atLeast(spec, name, 0, tokens)
	}
	check.job(at(spec, "jobTemplate", "spec"), []string{"spec", "jobTemplate", "spec"})
}

func (check *checker) claim(spec map[string]any, tokens []string) {
	if spec == nil {
		return
	}
	if modes, is := spec["accessModes"].([]any); spec["accessModes"] == nil || is && len(modes) == 0 {
		check.missing(tokens, "accessModes", "")
	}
	if _, has := amount(at(spec, "resources", "requests")["storage"]); !has && at(spec, "resources", "requests")["storage"] == nil {
		check.missing(tokens, "resources.requests.storage", "")
	}
}

func (check *checker) autoscaler(spec map[string]any) {
	tokens := []string{"spec"}
	check.atLeast(spec, "maxReplicas", 1, tokens)
	low, hasLow := whole(spec["minReplicas"])
	high, hasHigh := whole(spec["maxReplicas"])
	if hasLow && hasHigh && low > high {
		check.fail(join(tokens, "maxReplicas"), "is %d, below minReplicas of %d", high, low)
	}
	if hasLow && low < 0 {
		check.fail(join(tokens, "minReplicas"), "must not be negative, but is %d", low)
	}
}

func (check *checker) budget(spec map[string]any) {
	if spec["minAvailable"] != nil && spec["maxUnavailable"] != nil {
		check.fail([]string{"spec", "maxUnavailable"}, "is not allowed beside minAvailable: keep one of them")
	}
}

func (check *checker) role(object map[string]any) {
	each(object, "rules", nil, func(rule map[string]any, tokens []string) {
		full := func(name string) bool {
			list, is := rule[name].([]any)
			return rule[name] != nil && !is || len(list) > 0
		}
		if !full("verbs") {
			check.missing(tokens, "verbs", "")
		}
		switch {
		case full("nonResourceURLs") && object["kind"] == "Role":
			check.fail(join(tokens, "nonResourceURLs"), "is not allowed in a Role, which is namespaced")
		case full("nonResourceURLs") && (full("resources") || full("apiGroups") || full("resourceNames")):
			check.fail(tokens, "has both nonResourceURLs and resources: a rule is for one of them")
		case full("nonResourceURLs"):
		case !full("apiGroups"):
			check.missing(tokens, "apiGroups", `; the core group is ""`)
		case !full("resources"):
			check.missing(tokens, "resources", "")
		}
	})
}

func (check *checker) roleBinding(object map[string]any) {
	reference := at(object, "roleRef")
	if kind := text(reference["kind"]); kind != "" {
		allowed := []string{"Role", "ClusterRole"}
		if object["kind"] == "ClusterRoleBinding" {
			allowed = allowed[1:]
		}
		if kind != allowed[0] && kind != allowed[len(allowed)-1] {
			check.fail([]string{"roleRef", "kind"}, "must be %s, but is %q", strings.Join(allowed, " or "), kind)
		}
	}
	if group, is := reference["apiGroup"].(string); is && group != "" && group != "rbac.authorization.k8s.io" {
		check.fail([]string{"roleRef", "apiGroup"}, "must be rbac.authorization.k8s.io, but is %q", group)
	}
	each(object, "subjects", nil, func(subject map[string]any, tokens []string) {
		switch kind := text(subject["kind"]); kind {
		case "ServiceAccount":
			if text(subject["namespace"]) == "" && object["kind"] == "ClusterRoleBinding" {
				check.missing(tokens, "namespace", " for a ServiceAccount")
			}
			if group := text(subject["apiGroup"]); group != "" {
				check.fail(join(tokens, "apiGroup"), "must be empty for a ServiceAccount, but is %q", group)
			}
		case "User", "Group", "":
		default:
			check.fail(join(tokens, "kind"), "must be ServiceAccount, User or Group, but is %q%s", kind, schema.Meant(kind, []string{"ServiceAccount", "User", "Group"}, nil))
		}
	})
}

// cronFault says what is wrong with a schedule, in the grammar of robfig/cron's standard parser, which Kubernetes uses.
func cronFault(schedule string) string {
	if strings.Contains(schedule, "TZ") {
		return "a time zone belongs into spec.timeZone"
	}
	switch schedule {
	case "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly":
		return ""
	}
	if interval, every := strings.CutPrefix(schedule, "@every "); every {
		if _, err := time.ParseDuration(interval); err != nil {
			return fmt.Sprintf("%q is no duration such as 1h30m", interval)
		}
		return ""
	}
	if strings.HasPrefix(schedule, "@") {
		return "there is @yearly, @monthly, @weekly, @daily, @hourly and @every, but not this"
	}
	fields := strings.Fields(schedule)
	if len(fields) != 5 {
		return fmt.Sprintf("it must have five fields, but has %d", len(fields))
	}
	for i, field := range fields {
		if !cronFields[i].accepts(field) {
			return fmt.Sprintf("%q is no %s", field, cronFields[i].name)
		}
	}
	return ""
}
