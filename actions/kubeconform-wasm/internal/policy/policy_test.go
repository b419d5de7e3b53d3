package policy

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"kubeconform-wasm/internal/schema"
	"kubeconform-wasm/internal/testbundle"
)

// The worked example of https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/, with parameters.
const replicaLimit = `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: replicalimit-policy.example.com}
spec:
  failurePolicy: Fail
  paramKind: {apiVersion: v1, kind: ConfigMap}
  matchConstraints:
    resourceRules:
    - {apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}
  variables:
  - {name: limit, expression: "int(params.data.maxReplicas)"}
  validations:
  - expression: object.spec.replicas <= variables.limit
    messageExpression: "'replicas must be no greater than ' + string(variables.limit)"
    reason: Invalid
`

const limitBinding = `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: replicalimit-binding}
spec:
  policyName: replicalimit-policy.example.com
  validationActions: [Deny]
  paramRef: {name: limit, namespace: default, parameterNotFoundAction: Deny}
  matchResources: {namespaceSelector: {matchLabels: {environment: test}}}
`

const web = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop, labels: {app: web}}\nspec: {replicas: 6}"

func compile(t *testing.T, policies, bindings []string) *Set {
	t.Helper()
	raw := func(texts []string) (all []json.RawMessage) {
		for _, text := range texts {
			data, err := json.Marshal(testbundle.Object(t, text))
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, data)
		}
		return all
	}
	return Compile(raw(policies), raw(bindings))
}

func world(t *testing.T, params ...string) *World {
	t.Helper()
	made := &World{Namespaces: []map[string]any{
		testbundle.Object(t, "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {environment: test}}"),
		testbundle.Object(t, "apiVersion: v1\nkind: Namespace\nmetadata: {name: live, labels: {environment: production}}"),
	}}
	for _, param := range params {
		made.Params = append(made.Params, testbundle.Object(t, param))
	}
	return made
}

func told(problems []schema.Problem) string {
	var lines []string
	for _, problem := range problems {
		lines = append(lines, problem.Severity+" "+problem.Message)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

const limit3 = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: limit, namespace: default, labels: {limit: small}}\ndata: {maxReplicas: '3'}"
const limit5 = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: larger, namespace: default, labels: {limit: small}}\ndata: {maxReplicas: '5'}"

func TestDocumentedExample(t *testing.T) {
	testbundle.Load(t)
	const refused = "policy replicalimit-policy.example.com (binding replicalimit-binding): replicas must be no greater than 3"
	with := func(old, new string) string {
		if !strings.Contains(limitBinding, old) {
			t.Fatal(old)
		}
		return strings.Replace(limitBinding, old, new, 1)
	}
	for name, c := range map[string]struct{ binding, object, want string }{
		"refused":                        {limitBinding, web, "error " + refused},
		"within":                         {limitBinding, strings.Replace(web, "6", "3", 1), ""},
		"defaulted":                      {limitBinding, strings.Replace(web, "replicas: 6", "paused: false", 1), ""},
		"another namespace":              {limitBinding, strings.Replace(web, "shop", "live", 1), ""},
		"another kind":                   {limitBinding, strings.Replace(web, "Deployment", "StatefulSet", 1), ""},
		"warn":                           {with("[Deny]", "[Warn, Audit]"), web, "warning " + refused},
		"audit":                          {with("[Deny]", "[Audit]"), web, "note " + refused},
		"both by selector":               {with("name: limit,", "selector: {matchLabels: {limit: small}},"), web, "error " + refused + "\nerror " + strings.Replace(refused, "than 3", "than 5", 1)},
		"no parameter":                   {with("name: limit,", "name: none,"), web, "warning policy replicalimit-policy.example.com (binding replicalimit-binding): its parameter (ConfigMap none in namespace default) is not in the repository; unless it is in the cluster, the object is refused"},
		"no parameter, allow":            {strings.Replace(with("name: limit,", "name: none,"), "Action: Deny", "Action: Allow", 1), web, ""},
		"namespace of the object":        {with("namespace: default, ", ""), web, "warning policy replicalimit-policy.example.com (binding replicalimit-binding): its parameter (ConfigMap limit in namespace shop) is not in the repository; unless it is in the cluster, the object is refused"},
		"without paramRef fails on null": {with("  paramRef: {name: limit, namespace: default, parameterNotFoundAction: Deny}\n", ""), web, "?"},
	} {
		t.Run(name, func(t *testing.T) {
			set := compile(t, []string{replicaLimit}, []string{c.binding})
			if len(set.Problems) > 0 {
				t.Fatal(set.Problems)
			}
			got := told(set.Review(testbundle.Object(t, c.object), nil, world(t, limit3, limit5)))
			if c.want == "?" {
				if !strings.HasPrefix(got, "error policy replicalimit-policy.example.com (binding replicalimit-binding): expression ") {
					t.Error(got)
				}
			} else if got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

// review evaluates one policy without parameters.
func review(t *testing.T, spec, object, old string) string {
	t.Helper()
	testbundle.Load(t)
	policy := "metadata: {name: p}\nspec:\n" + spec
	set := compile(t, []string{policy}, []string{"metadata: {name: b}\nspec: {policyName: p, validationActions: [Deny]}"})
	if len(set.Problems) > 0 {
		t.Fatal(set.Problems)
	}
	var before map[string]any
	if old != "" {
		before = testbundle.Object(t, old)
	}
	return told(set.Review(testbundle.Object(t, object), before, world(t)))
}

const everything = "  matchConstraints: {resourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*']}]}\n"

func TestEvaluation(t *testing.T) {
	const no = "  validations: [{expression: 'false', message: refused}]\n"
	const refused = "error policy p (binding b): refused"
	for name, c := range map[string]struct{ spec, object, old, want string }{
		"create has no oldObject": {everything + "  validations: [{expression: 'oldObject == null', message: refused}]", web, "", ""},
		"update has one":          {everything + "  validations: [{expression: 'object.spec.replicas >= oldObject.spec.replicas', message: shrunk}]", strings.Replace(web, "6", "2", 1), web, "error policy p (binding b): shrunk"},
		"operation":               {strings.Replace(everything, "operations: ['*']", "operations: [UPDATE]", 1) + no, web, "", ""},
		"operation, matched":      {strings.Replace(everything, "operations: ['*']", "operations: [UPDATE]", 1) + no, web, web, refused},
		"request":                 {everything + "  validations: [{expression: 'request.operation == \"CREATE\" && request.resource.resource == \"deployments\" && request.namespace == \"shop\" && !request.dryRun', message: refused}]", web, "", ""},
		"namespaceObject":         {everything + "  validations: [{expression: 'namespaceObject.metadata.labels.environment == \"test\" && namespaceObject.metadata.name == \"shop\"', message: refused}]", web, "", ""},
		"subresource only":        {strings.Replace(everything, "resources: ['*']", "resources: ['deployments/scale']", 1) + no, web, "", ""},
		"all with subresources":   {strings.Replace(everything, "resources: ['*']", "resources: ['*/*']", 1) + no, web, "", refused},
		"resource names":          {strings.Replace(everything, "resources: ['*']", "resources: ['*'], resourceNames: [other]", 1) + no, web, "", ""},
		"cluster scope":           {strings.Replace(everything, "resources: ['*']", "resources: ['*'], scope: Cluster", 1) + no, web, "", ""},
		"cluster scope, matched":  {strings.Replace(everything, "resources: ['*']", "resources: ['*'], scope: Cluster", 1) + no, "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}", "", refused},
		"object selector":         {strings.Replace(everything, "]}\n", "], objectSelector: {matchLabels: {app: other}}}\n", 1) + no, web, "", ""},
		"object selector by old":  {strings.Replace(everything, "]}\n", "], objectSelector: {matchLabels: {app: other}}}\n", 1) + no, web, strings.Replace(web, "app: web", "app: other", 1), refused},
		"excluded":                {strings.Replace(everything, "]}\n", "], excludeResourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: ['*'], resources: [deployments]}]}\n", 1) + no, web, "", ""},
		"condition false":         {everything + "  matchConditions: [{name: c, expression: 'object.spec.replicas > 9'}]\n" + no, web, "", ""},
		"condition in error":      {everything + "  matchConditions: [{name: c, expression: 'object.spec.nothing > 9'}]\n" + no, web, "", "error policy p (binding b): match condition c: expression 'object.spec.nothing > 9' resulted in error: no such key: nothing"},
		"error outweighed":        {everything + "  matchConditions: [{name: c, expression: 'object.spec.nothing > 9'}, {name: d, expression: 'false'}]\n" + no, web, "", ""},
		"error ignored":           {"  failurePolicy: Ignore\n" + everything + "  validations: [{expression: 'object.spec.nothing > 9'}]", web, "", ""},
		"error":                   {everything + "  validations: [{expression: 'object.spec.nothing > 9'}]", web, "", "error policy p (binding b): expression 'object.spec.nothing > 9' resulted in error: no such key: nothing"},
		"no message":              {everything + "  validations: [{expression: 'object.spec.replicas < 3'}]", web, "", "error policy p (binding b): failed expression: object.spec.replicas < 3"},
		"message stands in":       {everything + "  validations: [{expression: 'false', message: refused, messageExpression: 'string(object.spec.nothing)'}]", web, "", refused},
		"exact version":           {strings.Replace(everything, "resourceRules: [{apiGroups: ['*'], apiVersions: ['*']", "matchPolicy: Exact, resourceRules: [{apiGroups: ['*'], apiVersions: [v1beta1]", 1) + no, web, "", ""},
		"above 2^53":              {everything + "  validations: [{expression: 'object.spec.replicas == 9007199254740993', message: refused}]", strings.Replace(web, "6", "9007199254740993", 1), "", ""},
		"unknown kind":            {everything + no, "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}", "", ""},
		"policies are exempt":     {everything + no, "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: a}", "", ""},
		"budget":                  {everything + "  validations: [{expression: '[1,2,3,4,5,6,7,8,9,10].all(a, [1,2,3,4,5,6,7,8,9,10].all(b, [1,2,3,4,5,6,7,8,9,10].all(c, [1,2,3,4,5,6,7,8,9,10].all(d, [1,2,3,4,5,6,7,8,9,10].all(e, [1,2,3,4,5,6,7,8,9,10].all(f, a*b*c*d*e*f > 0))))))'}]", web, "", "?"},
	} {
		t.Run(name, func(t *testing.T) {
			got := review(t, c.spec, c.object, c.old)
			if c.want == "?" {
				if !strings.Contains(got, "cost limit exceeded") && !strings.Contains(got, "budget") {
					t.Error(got)
				}
			} else if got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

func TestBrokenPolicies(t *testing.T) {
	testbundle.Load(t)
	for name, c := range map[string]struct{ policy, binding, pointer, message string }{
		"syntax":         {everything + "  validations: [{expression: 'true'}, {expression: 'object.spec. <'}]", "", "/spec/validations/1/expression", "Syntax error"},
		"type":           {everything + "  validations: [{expression: '1 + 1'}]", "", "/spec/validations/0/expression", "must evaluate to bool"},
		"message":        {everything + "  validations: [{expression: 'true', messageExpression: '1'}]", "", "/spec/validations/0/messageExpression", "must evaluate to string"},
		"no params":      {everything + "  validations: [{expression: 'params.a == 1'}]", "", "/spec/validations/0/expression", "undeclared reference to 'params'"},
		"authorizer":     {everything + "  validations: [{expression: 'authorizer.group(\"apps\").resource(\"deployments\").check(\"create\").allowed()'}]", "", "/spec/validations/0/expression", "only a cluster can answer"},
		"variable":       {everything + "  variables: [{name: a, expression: 'b + 1'}]\n  validations: [{expression: 'true'}]", "", "/spec/variables/0/expression", "undeclared reference to 'b'"},
		"condition":      {everything + "  matchConditions: [{name: a, expression: 'b'}]\n  validations: [{expression: 'true'}]", "", "/spec/matchConditions/0/expression", "undeclared reference"},
		"selector":       {"  matchConstraints: {objectSelector: {matchExpressions: [{key: a, operator: Is}]}, resourceRules: [{}]}\n  validations: [{expression: 'true'}]", "", "/spec/matchConstraints/objectSelector", "not a valid"},
		"no rules":       {"  validations: [{expression: 'true'}]", "", "/spec", "resourceRules is required"},
		"unknown policy": {everything + "  validations: [{expression: 'true'}]", "metadata: {name: b}\nspec: {policyName: q, validationActions: [Deny]}", "/spec/policyName", "not in the repository"},
		"no actions":     {everything + "  validations: [{expression: 'true'}]", "metadata: {name: b}\nspec: {policyName: p}", "/spec", "validationActions"},
	} {
		t.Run(name, func(t *testing.T) {
			var bindings []string
			if c.binding != "" {
				bindings = []string{c.binding}
			}
			set := compile(t, []string{"metadata: {name: p}\nspec:\n" + c.policy}, bindings)
			if len(set.Problems) != 1 || set.Problems[0].Pointer != c.pointer || !strings.Contains(set.Problems[0].Message, c.message) {
				t.Errorf("%+v", set.Problems)
			}
		})
	}
}
