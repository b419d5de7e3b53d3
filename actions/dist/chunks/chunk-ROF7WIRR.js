import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  splitImage
} from "./chunk-NTJZ2C6H.js";
import {
  terraformRules
} from "./chunk-KNEUNJ7M.js";

// actions/lib/findings/rule-ids.ts
var ruleIds = [
  // what the engine judges
  "yaml-syntax",
  "duplicate-key",
  "not-a-manifest",
  "duplicate-object",
  "schema",
  "unknown-field",
  "unknown-kind",
  "removed-api",
  "deprecated-api",
  "crd-rule",
  "metadata",
  "duplicate-list-item",
  "admission-policy",
  "transition-rule",
  "pod-security",
  "render-failed",
  "not-judged",
  // the repository's own settings
  "exemption-expired",
  "exemption-unused",
  // what the API server would accept and the platform would regret
  "kustomize-remote-reference",
  "kustomize-helm-globals",
  "jsonnet-source",
  "delete-hook",
  "secret-in-clear",
  "infrastructure-identity",
  "selector-mismatch",
  "target-without-endpoints",
  "missing-reference",
  "resources-missing",
  "probes-missing",
  "image-not-exact",
  "volume-deadlock",
  "duplicate-hostname",
  // what files of Terraform say before anything is started
  "terraform-unreadable",
  "terraform-plugin-in-tree",
  "terraform-cli-config",
  "terraform-path-outside",
  "terraform-lock-missing",
  "terraform-lock-edited",
  "terraform-provider-source",
  "terraform-provider-endpoint",
  "terraform-module-source",
  "terraform-module-unpinned",
  "terraform-external-program",
  "terraform-provisioner",
  "terraform-http-data",
  "terraform-backend-changed",
  "terraform-override-file"
];
function isRuleId(text) {
  return ruleIds.includes(text);
}

// actions/lib/rules/values.ts
var nothing = Object.freeze({});
var noItems = Object.freeze([]);
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var field = (value, ...path) => {
  let current = value;
  for (const segment of path) {
    if (typeof current !== "object" || current === null || segment === "__proto__") return void 0;
    const next = current[segment];
    if (typeof next === "function") return void 0;
    current = next;
  }
  return current;
};
var objectAt = (value, ...path) => {
  const found = field(value, ...path);
  return isObject(found) ? found : nothing;
};
var listAt = (value, ...path) => {
  const found = field(value, ...path);
  return Array.isArray(found) ? found : noItems;
};
var textAt = (value, ...path) => {
  const found = field(value, ...path);
  return typeof found === "string" && found !== "" ? found : void 0;
};
var numberAt = (value, ...path) => {
  const found = field(value, ...path);
  return typeof found === "number" ? found : void 0;
};
var pointer = (...segments) => segments.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
var visitStrings = (value, visit, path = []) => {
  if (typeof value === "string") {
    visit(value, path);
    return;
  }
  if (typeof value !== "object" || value === null || path.length > 200) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      visitStrings(value[index], visit, path);
      path.pop();
    }
    return;
  }
  for (const key of Object.keys(value)) {
    path.push(key);
    visitStrings(value[key], visit, path);
    path.pop();
  }
};
var collect = (value, pattern, depth, path, found) => {
  if (value === void 0) return;
  const segment = pattern[depth];
  if (segment === void 0) {
    found.push({ value, path: [...path] });
    return;
  }
  const keys = segment !== "*" ? [segment] : Array.isArray(value) ? value.keys() : isObject(value) ? Object.keys(value) : [];
  for (const key of keys) {
    path.push(key);
    collect(field(value, key), pattern, depth + 1, path, found);
    path.pop();
  }
};
var matchPath = (value, pattern) => {
  const found = [];
  collect(value, pattern, 0, [], found);
  return found;
};

// actions/lib/rules/objects.ts
var kindOf = (item) => textAt(item.object, "kind") ?? "";
var nameOf = (item) => textAt(item.object, "metadata", "name") ?? "";
var namespaceOf = (item) => item.namespace ?? "";
var groupOf = (apiVersion) => {
  const slash = apiVersion.indexOf("/");
  return slash < 0 ? "" : apiVersion.slice(0, slash);
};
var groupKindOf = (item) => `${groupOf(textAt(item.object, "apiVersion") ?? "")}/${kindOf(item)}`;
var describe = (item) => `${kindOf(item) || "object"} ${item.namespace === void 0 ? "" : `${item.namespace}/`}${nameOf(item) || "(unnamed)"}`;
var labelsOf = (item) => objectAt(item.object, "metadata", "labels");
var annotation = (item, name) => textAt(item.object, "metadata", "annotations", name);
var problem = (object2, pointer2, message, extra = {}) => ({
  object: object2,
  pointer: pointer2,
  message,
  ...extra.value === void 0 ? {} : { value: extra.value },
  ...extra.severity === void 0 ? {} : { severity: extra.severity }
});

// actions/lib/rules/delete-hook.ts
var tenantWord = /(^|[-_./])tenants?([-_./]|$)/i;
var isTenants = (application) => [
  application.project,
  application.namespace ?? "",
  ...application.paths ?? [],
  ...Object.keys(application.labels ?? {})
].some((text) => tenantWord.test(text));
var deleteHook = {
  id: "delete-hook",
  severity: "warning",
  what: "An object is an Argo CD PreDelete or PostDelete hook; an error in a tenant\u2019s tree.",
  why: "Delete hooks were created without the checks of the AppProject (CVE-2026-77459), so a tenant could deploy what the project forbids; elsewhere they run at the worst moment and block the deletion when they fail.",
  mend: "Remove the hook; do the clean-up in a finalizer of the owning operator or in a run book.",
  check: function* (world) {
    const applications = new Map(world.applications.map((application) => [application.name, application]));
    const key = "argocd.argoproj.io/hook";
    for (const item of world.objects) {
      const phases = annotation(item, key)?.split(",").map((phase) => phase.trim());
      const found = phases?.filter((phase) => phase === "PreDelete" || phase === "PostDelete") ?? [];
      if (found.length === 0) continue;
      const application = applications.get(item.application);
      const tenant = application !== void 0 && isTenants(application);
      yield problem(
        item,
        pointer("metadata", "annotations", key),
        `${describe(item)} is a ${found.join(" and ")} hook${tenant ? " in a tenant\u2019s tree, where it escapes the AppProject" : ""}: remove the hook`,
        { severity: tenant ? "error" : void 0 }
      );
    }
  }
};

// actions/lib/rules/host-claims.ts
var hostsAt = (item, ...path) => matchPath(item.object, path).flatMap(
  ({ value, path: at }) => typeof value === "string" && value !== "" && value !== "*" ? [{ host: value.toLowerCase(), pointer: pointer(...at) }] : []
);
var canonical = (value) => JSON.stringify(
  value,
  (_, part) => typeof part === "object" && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => one < other ? -1 : 1)) : part
);
var requestOf = (match) => {
  const path = { type: "PathPrefix", value: "/", ...objectAt(match, "path") };
  return canonical({ ...objectAt(match), path });
};
var routeRequests = (route2) => {
  const rules2 = listAt(route2.object, "spec", "rules");
  if (rules2.length === 0) return [requestOf(void 0)];
  return rules2.flatMap((rule) => {
    const matches2 = listAt(rule, "matches");
    return matches2.length === 0 ? [requestOf(void 0)] : matches2.map(requestOf);
  });
};
var route = (item) => {
  const requests = routeRequests(item);
  return listAt(item.object, "spec", "parentRefs").flatMap((parent) => {
    if ((textAt(parent, "kind") ?? "Gateway") === "Service") return [];
    const gateway2 = `${textAt(parent, "kind") ?? "Gateway"} ${textAt(parent, "namespace") ?? item.namespace ?? ""}/${textAt(parent, "name") ?? ""}`;
    const port = field(parent, "port");
    const section = textAt(parent, "sectionName") ?? (typeof port === "number" ? `port ${port}` : void 0);
    return hostsAt(item, "spec", "hostnames", "*").map((at) => ({
      ...at,
      owner: item,
      plane: gateway2,
      section,
      requests
    }));
  });
};
var ingress = (item) => {
  if (annotation(item, "nginx.ingress.kubernetes.io/canary") === "true") return [];
  const plane = `Ingress ${textAt(item.object, "spec", "ingressClassName") ?? annotation(item, "kubernetes.io/ingress.class") ?? ""}`;
  return listAt(item.object, "spec", "rules").flatMap((rule, index) => {
    const host = textAt(rule, "host");
    if (host === void 0) return [];
    const paths = listAt(rule, "http", "paths").map((path) => textAt(path, "path") ?? "/");
    const at = pointer("spec", "rules", index, "host");
    return [
      {
        owner: item,
        host: host.toLowerCase(),
        pointer: at,
        plane,
        section: void 0,
        requests: paths.length === 0 ? ["/"] : paths
      }
    ];
  });
};
var virtualService = (item) => {
  const gateways2 = listAt(item.object, "spec", "gateways").filter(
    (name) => typeof name === "string" && name !== "mesh"
  );
  const requests = listAt(item.object, "spec", "http").flatMap((rule) => {
    const matches2 = listAt(rule, "match");
    return matches2.length === 0 ? ["*"] : matches2.map(canonical);
  });
  return gateways2.flatMap((name) => {
    const plane = `Istio gateway ${name.includes("/") ? name : `${item.namespace ?? ""}/${name}`}`;
    return hostsAt(item, "spec", "hosts", "*").map((at) => ({
      ...at,
      owner: item,
      plane,
      section: void 0,
      requests
    }));
  });
};
var gateway = (item) => listAt(item.object, "spec", "listeners").flatMap((listener, index) => {
  const host = textAt(listener, "hostname");
  if (host === void 0 || host.startsWith("*")) return [];
  const at = pointer("spec", "listeners", index, "hostname");
  const plane = `Gateways of class ${textAt(item.object, "spec", "gatewayClassName") ?? ""}`;
  return [
    {
      owner: item,
      host: host.toLowerCase(),
      pointer: at,
      plane,
      section: void 0,
      requests: [String(field(listener, "port") ?? "")]
    }
  ];
});
var istioGateway = (item) => listAt(item.object, "spec", "servers").flatMap(
  (server, index) => listAt(server, "hosts").flatMap((host, at) => {
    if (typeof host !== "string" || host === "" || host.includes("*")) return [];
    const plane = `Istio gateways ${canonical(field(item.object, "spec", "selector") ?? null)}`;
    const claimed = host.slice(host.indexOf("/") + 1).toLowerCase();
    const requests = [String(field(server, "port", "number") ?? "")];
    return [
      {
        owner: item,
        host: claimed,
        pointer: pointer("spec", "servers", index, "hosts", at),
        plane,
        section: void 0,
        requests
      }
    ];
  })
);
var readers = {
  "gateway.networking.k8s.io/Gateway": gateway,
  "gateway.networking.k8s.io/GRPCRoute": route,
  "gateway.networking.k8s.io/HTTPRoute": route,
  "gateway.networking.k8s.io/TLSRoute": route,
  "networking.istio.io/Gateway": istioGateway,
  "networking.istio.io/VirtualService": virtualService,
  "networking.k8s.io/Ingress": ingress
};
var claimingKinds = Object.keys(readers);
var claimsOf = (item) => {
  const groupKind = groupKindOf(item);
  return Object.hasOwn(readers, groupKind) ? readers[groupKind]?.(item) ?? [] : [];
};

// actions/lib/rules/providers.ts
var own = "{metadata.name}";
var certManager = ["cert-manager.io/cluster-issuer", "cert-manager.io/issuer", "kubernetes.io/tls-acme"];
var provisions = {
  "acid.zalan.do/postgresql": {
    Service: [own, `${own}-repl`],
    pods: { "cluster-name": own }
  },
  "bitnami.com/SealedSecret": { Secret: ["{spec.template.metadata.name|metadata.name}"] },
  "cert-manager.io/Certificate": { Secret: ["{spec.secretName}"] },
  "cert-manager.io/ClusterIssuer": { pods: { "acme.cert-manager.io/http01-solver": "true" }, anyNamespace: true },
  "cert-manager.io/Issuer": { pods: { "acme.cert-manager.io/http01-solver": "true" } },
  "external-secrets.io/ClusterExternalSecret": {
    Secret: ["{spec.externalSecretSpec.target.name|spec.externalSecretName|metadata.name}"],
    anyNamespace: true
  },
  "external-secrets.io/ExternalSecret": {
    Secret: ["{spec.target.name|metadata.name}"],
    ConfigMap: ["{spec.target.name|metadata.name}"]
  },
  "gateway.networking.k8s.io/Gateway": {
    Secret: ["{spec.listeners.*.tls.certificateRefs.*.name}"],
    secretsWhen: certManager,
    // Controllers that deploy a proxy beside the Gateway, such as Istio's, follow GEP-1762.
    Service: [own, `${own}-istio`],
    ServiceAccount: [own, `${own}-istio`],
    pods: { "gateway.networking.k8s.io/gateway-name": own }
  },
  "isindir.github.com/SopsSecret": { Secret: ["{spec.secretTemplates.*.name}"] },
  "k8s.keycloak.org/Keycloak": {
    Secret: [`${own}-initial-admin`],
    Service: [`${own}-service`, `${own}-discovery`],
    pods: { app: "keycloak", "app.kubernetes.io/instance": own }
  },
  "k8s.mariadb.com/MariaDB": {
    Secret: [
      "{spec.rootPasswordSecretKeyRef.name}",
      "{spec.passwordSecretKeyRef.name}",
      `${own}-root`,
      `${own}-password`
    ],
    Service: [own, `${own}-internal`, `${own}-primary`, `${own}-secondary`],
    ServiceAccount: [own],
    pods: { "app.kubernetes.io/name": "mariadb", "app.kubernetes.io/instance": own }
  },
  "kafka.strimzi.io/Kafka": {
    Secret: [`${own}-cluster-ca-cert`, `${own}-clients-ca-cert`],
    Service: [`${own}-kafka-bootstrap`, `${own}-kafka-brokers`],
    pods: { "strimzi.io/cluster": own }
  },
  "kafka.strimzi.io/KafkaUser": { Secret: [own] },
  "kyverno.io/ClusterPolicy": {
    Secret: ["{spec.rules.*.generate.name}"],
    ConfigMap: ["{spec.rules.*.generate.name}"],
    ServiceAccount: ["{spec.rules.*.generate.name}"],
    anyNamespace: true
  },
  "monitoring.coreos.com/Alertmanager": {
    Service: ["alertmanager-operated"],
    pods: { alertmanager: own, "app.kubernetes.io/name": "alertmanager" }
  },
  "monitoring.coreos.com/Prometheus": {
    Service: ["prometheus-operated"],
    pods: { prometheus: own, "app.kubernetes.io/name": "prometheus" }
  },
  "networking.k8s.io/Ingress": { Secret: ["{spec.tls.*.secretName}"], secretsWhen: certManager },
  "onepassword.com/OnePasswordItem": { Secret: [own] },
  "postgresql.cnpg.io/Cluster": {
    Secret: [`${own}-app`, `${own}-superuser`, `${own}-ca`, `${own}-server`, `${own}-replication`],
    ConfigMap: ["cnpg-default-monitoring"],
    Service: [
      `${own}-rw`,
      `${own}-ro`,
      `${own}-r`,
      "{spec.managed.services.additional.*.serviceTemplate.metadata.name}"
    ],
    ServiceAccount: [own],
    pods: { "cnpg.io/cluster": own, postgresql: own }
  },
  "postgresql.cnpg.io/Pooler": { Service: [own], pods: { "cnpg.io/poolerName": own } },
  "rabbitmq.com/RabbitmqCluster": {
    Secret: [`${own}-default-user`, `${own}-erlang-cookie`],
    ConfigMap: [`${own}-server-conf`, `${own}-plugins-conf`],
    Service: [own, `${own}-nodes`],
    ServiceAccount: [`${own}-server`],
    pods: { "app.kubernetes.io/name": own }
  },
  "rabbitmq.com/User": { Secret: [`${own}-user-credentials`] },
  "secrets.hashicorp.com/VaultDynamicSecret": { Secret: ["{spec.destination.name}"] },
  "secrets.hashicorp.com/VaultPKISecret": { Secret: ["{spec.destination.name}"] },
  "secrets.hashicorp.com/VaultStaticSecret": { Secret: ["{spec.destination.name}"] },
  "serving.knative.dev/Service": { Service: [own] },
  "trust.cert-manager.io/Bundle": { ConfigMap: [own], Secret: [own], anyNamespace: true }
};
var everywhere = {
  ConfigMap: ["kube-root-ca.crt", "istio-ca-root-cert", "openshift-service-ca.crt"],
  Secret: [],
  Service: ["default/kubernetes", "kube-system/kube-dns"],
  ServiceAccount: ["default"]
};
var servingCertificateAnnotation = "service.beta.openshift.io/serving-cert-secret-name";
var knownGroups = /* @__PURE__ */ new Set([
  "acme.cert-manager.io",
  "argoproj.io",
  "autoscaling.k8s.io",
  "barmancloud.cnpg.io",
  "bitnami.com",
  "capsule.clastix.io",
  "cert-manager.io",
  "cilium.io",
  "external-secrets.io",
  "gateway.envoyproxy.io",
  "keda.sh",
  "kyverno.io",
  "monitoring.coreos.com",
  "networking.istio.io",
  "postgresql.cnpg.io",
  "projectcalico.org",
  "rabbitmq.com",
  "secrets.hashicorp.com",
  "security.istio.io",
  "telemetry.istio.io",
  "trust.cert-manager.io",
  "velero.io"
]);
var isUnknownGroup = (group) => group.includes(".") && !group.endsWith(".k8s.io") && !knownGroups.has(group);

// actions/lib/rules/provided.ts
var kinds = ["Secret", "ConfigMap", "Service", "ServiceAccount"];
var textsAt = (item, path) => matchPath(item.object, path.split(".")).flatMap(
  ({ value }) => typeof value === "string" && value !== "" ? [value] : []
);
var expand = (template, item) => {
  const found = /^(.*?)\{([^}]*)\}(.*)$/.exec(template);
  if (found === null) return [template];
  const [, before = "", paths = "", after = ""] = found;
  for (const path of paths.split("|")) {
    const texts = textsAt(item, path);
    if (texts.length > 0) return texts.map((text) => `${before}${text}${after}`);
  }
  return [];
};
var join = (...parts) => parts.join("\n");
var indexProvided = (objects2) => {
  const names = /* @__PURE__ */ new Set();
  const places = /* @__PURE__ */ new Map();
  const place = (item) => {
    const key = join(item.cluster, item.namespace ?? "");
    const known = places.get(key) ?? { pods: [], unknown: [] };
    places.set(key, known);
    return known;
  };
  for (const item of objects2) {
    const groupKind = groupKindOf(item);
    const provision = Object.hasOwn(provisions, groupKind) ? provisions[groupKind] : void 0;
    const name = nameOf(item);
    if (groupKind === "/Service") {
      const secret2 = annotation(item, servingCertificateAnnotation);
      if (secret2 !== void 0) names.add(join(item.cluster, item.namespace ?? "", "Secret", secret2));
    }
    const group = groupKind.slice(0, groupKind.indexOf("/"));
    if (group.includes(".")) {
      const connection = textAt(item.object, "spec", "writeConnectionSecretToRef", "name");
      if (connection !== void 0) names.add(join(item.cluster, item.namespace ?? "", "Secret", connection));
    }
    if (provision === void 0) {
      if (name !== "" && isUnknownGroup(group)) place(item).unknown.push(name);
      continue;
    }
    const withoutSecrets = provision.secretsWhen?.every((key) => annotation(item, key) === void 0) ?? false;
    for (const kind of kinds)
      for (const template of kind === "Secret" && withoutSecrets ? [] : provision[kind] ?? [])
        for (const text of expand(template, item))
          names.add(join(item.cluster, provision.anyNamespace ? "*" : item.namespace ?? "", kind, text));
    if (provision.pods !== void 0)
      place(item).pods.push(
        Object.fromEntries(Object.entries(provision.pods).map(([key, value]) => [key, expand(value, item)[0] ?? ""]))
      );
  }
  return {
    provides: (cluster, namespace, kind, name) => everywhere[kind].some((known) => known === name || known === `${namespace}/${name}`) || names.has(join(cluster, namespace, kind, name)) || names.has(join(cluster, "*", kind, name)) || (places.get(join(cluster, namespace))?.unknown.some((owner) => name === owner || name.startsWith(`${owner}-`)) ?? false),
    runsPods: (cluster, namespace, selector) => {
      const here = places.get(join(cluster, namespace));
      if (here === void 0) return false;
      const values = selector.labels;
      return here.pods.some(
        (labels) => values.some(([key, value]) => labels[key] === value) && values.every(([key, value]) => labels[key] === void 0 || labels[key] === value)
      ) || here.unknown.some((owner) => values.some(([, value]) => value.includes(owner)));
    }
  };
};

// actions/lib/rules/selectors.ts
var addedAtRunTime = /* @__PURE__ */ new Set([
  "apps.kubernetes.io/pod-index",
  "batch.kubernetes.io/controller-uid",
  "batch.kubernetes.io/job-completion-index",
  "batch.kubernetes.io/job-name",
  "controller-revision-hash",
  "controller-uid",
  "job-name",
  "pod-template-hash",
  "rollouts-pod-template-hash",
  "statefulset.kubernetes.io/pod-name"
]);
var pairs = (labels) => isObject(labels) ? Object.entries(labels).flatMap(
  ([key, value]) => typeof value === "string" && !addedAtRunTime.has(key) ? [[key, value]] : []
) : [];
var equalitySelector = (labels) => ({
  labels: pairs(labels),
  expressions: []
});
var labelSelector = (selector) => ({
  labels: isObject(selector) ? pairs(selector.matchLabels) : [],
  expressions: listAt(selector, "matchExpressions")
});
var isEmpty = (selector) => selector.labels.length === 0 && selector.expressions.length === 0;
var holds = (expression, labels) => {
  const key = textAt(expression, "key");
  if (key === void 0 || addedAtRunTime.has(key)) return true;
  const has3 = Object.hasOwn(labels, key);
  const listed = has3 && listAt(expression, "values").includes(labels[key]);
  switch (textAt(expression, "operator")) {
    case "In":
      return listed;
    case "NotIn":
      return !listed;
    case "Exists":
      return has3;
    case "DoesNotExist":
      return !has3;
    default:
      return true;
  }
};
var matches = (selector, labels) => selector.labels.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value) && selector.expressions.every((expression) => holds(expression, labels));
var selectorText = (selector) => [
  ...selector.labels.map(([key, value]) => `${key}=${value}`),
  ...selector.expressions.map(
    (expression) => `${textAt(expression, "key") ?? "?"} ${textAt(expression, "operator") ?? "?"} (\u2026)`
  )
].join(",");

// actions/lib/rules/workloads.ts
var templateKinds = {
  "/Pod": { path: [], runs: "service" },
  "/ReplicationController": { path: ["spec", "template"], runs: "service" },
  "apps/Deployment": { path: ["spec", "template"], runs: "service" },
  "apps/ReplicaSet": { path: ["spec", "template"], runs: "service" },
  "apps/StatefulSet": { path: ["spec", "template"], runs: "service" },
  "apps/DaemonSet": { path: ["spec", "template"], runs: "service" },
  "batch/Job": { path: ["spec", "template"], runs: "job" },
  "batch/CronJob": { path: ["spec", "jobTemplate", "spec", "template"], runs: "job" },
  "argoproj.io/Rollout": { path: ["spec", "template"], runs: "service" },
  "keda.sh/ScaledJob": { path: ["spec", "jobTargetRef", "template"], runs: "job" },
  "serving.knative.dev/Service": { path: ["spec", "template"], runs: "service" },
  "leaderworkerset.x-k8s.io/LeaderWorkerSet": {
    path: ["spec", "leaderWorkerTemplate", "workerTemplate"],
    runs: "service"
  }
};
var podTemplate = (item) => {
  const groupKind = groupKindOf(item);
  const known = Object.hasOwn(templateKinds, groupKind) ? templateKinds[groupKind] : void 0;
  if (known === void 0) return void 0;
  const template = objectAt(item.object, ...known.path);
  return {
    owner: item,
    path: known.path,
    labels: objectAt(template, "metadata", "labels"),
    spec: objectAt(template, "spec"),
    runs: known.runs
  };
};
var specPointer = (template, ...path) => pointer(...template.path, "spec", ...path);
var containersIn = (template, key) => listAt(template.spec, key).flatMap(
  (container, index) => isObject(container) ? [
    {
      container,
      name: textAt(container, "name") ?? `#${index + 1}`,
      pointer: specPointer(template, key, index),
      role: key === "containers" ? "main" : textAt(container, "restartPolicy") === "Always" ? "sidecar" : "init"
    }
  ] : []
);
var containersOf = (template) => [
  ...containersIn(template, "initContainers"),
  ...containersIn(template, "containers")
];

// actions/lib/rules/lookup.ts
var join2 = (one, two, three, four) => three === void 0 ? `${one}
${two}` : four === void 0 ? `${one}
${two}
${three}` : `${one}
${two}
${three}
${four}`;
var push = (index, key, item) => {
  const list = index.get(key);
  if (list === void 0) index.set(key, [item]);
  else list.push(item);
};
var indexByLabel = () => {
  const byPlace = /* @__PURE__ */ new Map();
  const byLabel = /* @__PURE__ */ new Map();
  return {
    add: (at, labels, item) => {
      const place = join2(at.cluster, namespaceOf(at));
      const entry = { labels, item };
      push(byPlace, place, entry);
      for (const key of Object.keys(labels)) push(byLabel, join2(place, key, String(labels[key])), entry);
    },
    select: (cluster, namespace, selector) => {
      const place = join2(cluster, namespace);
      let candidates;
      for (const [key, value] of selector.labels) {
        const bucket = byLabel.get(join2(place, key, value)) ?? [];
        if (candidates === void 0 || bucket.length < candidates.length) candidates = bucket;
      }
      candidates ??= byPlace.get(place) ?? [];
      return candidates.filter(({ labels }) => matches(selector, labels)).map(({ item }) => item);
    }
  };
};
var proven = { severity: void 0, because: "" };
var build = (world) => {
  const byKind = /* @__PURE__ */ new Map();
  const byPlace = /* @__PURE__ */ new Map();
  const byName = /* @__PURE__ */ new Map();
  const namespaces = /* @__PURE__ */ new Set();
  const templates = [];
  const templateByOwner = /* @__PURE__ */ new Map();
  const labelledTemplates = indexByLabel();
  const labelledServices = indexByLabel();
  for (const item of world.objects) {
    const groupKind = groupKindOf(item);
    const namespace = namespaceOf(item);
    push(byKind, groupKind, item);
    push(byPlace, join2(item.cluster, namespace, groupKind), item);
    byName.set(join2(item.cluster, namespace, groupKind, nameOf(item)), item);
    if (namespace !== "") namespaces.add(join2(item.cluster, namespace));
    if (groupKind === "/Service") labelledServices.add(item, labelsOf(item), item);
    const template = podTemplate(item);
    if (template === void 0) continue;
    templates.push(template);
    templateByOwner.set(item, template);
    labelledTemplates.add(item, template.labels, template);
  }
  const notRendered = world.applications.filter(({ rendered }) => !rendered);
  const couldDeployTo = (cluster, namespace) => (application) => application.cluster === cluster && (namespace === void 0 || application.namespace === void 0 || application.namespace === namespace);
  const absences = /* @__PURE__ */ new Map();
  const absence = (cluster, namespace) => {
    if (notRendered.length === 0) return proven;
    const key = join2(cluster, namespace ?? "\n");
    let known = absences.get(key);
    if (known === void 0) {
      const maker = notRendered.find(couldDeployTo(cluster, namespace));
      known = maker === void 0 ? proven : { severity: "note", because: ` (Application ${maker.name} was not rendered and may deploy it)` };
      absences.set(key, known);
    }
    return known;
  };
  let provided;
  const lazily = () => {
    provided ??= indexProvided(world.objects);
    return provided;
  };
  return {
    ofKind: (groupKind) => byKind.get(groupKind) ?? [],
    inNamespace: (cluster, namespace, groupKind) => byPlace.get(join2(cluster, namespace, groupKind)) ?? [],
    find: (cluster, namespace, groupKind, name) => byName.get(join2(cluster, namespace, groupKind, name)),
    deploysTo: (cluster, namespace) => namespaces.has(join2(cluster, namespace)),
    templates,
    templateOf: (item) => templateByOwner.get(item),
    selected: labelledTemplates.select,
    services: labelledServices.select,
    absence,
    provides: (...place) => lazily().provides(...place),
    runsPods: (...place) => lazily().runsPods(...place)
  };
};
var lookups = /* @__PURE__ */ new WeakMap();
var lookup = (world) => {
  let known = lookups.get(world);
  if (known === void 0) {
    known = build(world);
    lookups.set(world, known);
  }
  return known;
};

// actions/lib/rules/duplicate-hostname.ts
var meet = (one, other) => one.owner !== other.owner && // One object that two Applications deploy is another rule's finding.
describe(one.owner) !== describe(other.owner) && (one.section === void 0 || other.section === void 0 || one.section === other.section);
var duplicateHostname = {
  id: "duplicate-hostname",
  severity: "error",
  what: "Two routes, Ingresses, Gateways or VirtualServices of one cluster claim the same host and the same requests of it on the same gateway or class.",
  why: "The older object wins and the other gets no traffic, without any error; a tenant can take over the host of another in this way.",
  mend: "Give each its own host or path, or keep one of them.",
  check: function* (world) {
    const known = lookup(world);
    const claims = /* @__PURE__ */ new Map();
    for (const kind of claimingKinds)
      for (const item of known.ofKind(kind))
        for (const claim of claimsOf(item))
          for (const request of new Set(claim.requests)) {
            const key = [item.cluster, claim.plane, claim.host, request].join("\n");
            const list = claims.get(key);
            if (list === void 0) claims.set(key, [claim]);
            else list.push(claim);
          }
    const reported = /* @__PURE__ */ new Set();
    for (const group of claims.values())
      for (const [index, claim] of group.entries()) {
        const other = group.slice(0, Math.min(index, 50)).find((earlier) => meet(earlier, claim));
        if (other === void 0) continue;
        const key = [describe(claim.owner), claim.owner.cluster, claim.pointer].join("\n");
        if (reported.has(key)) continue;
        reported.add(key);
        yield problem(
          claim.owner,
          claim.pointer,
          `${describe(claim.owner)} claims host ${claim.host}, which ${describe(other.owner)} already claims for the same requests: keep one, or give them different hosts or paths`,
          { value: claim.host }
        );
      }
  }
};

// actions/lib/rules/engine-rules.ts
var engineRules = [
  {
    id: "yaml-syntax",
    severity: "error",
    what: "A file is not YAML or JSON.",
    why: "Argo CD cannot render the Application; nothing of it is synced any more.",
    mend: "Correct the syntax at the line that the finding names."
  },
  {
    id: "duplicate-key",
    severity: "error",
    what: "A mapping has the same key twice.",
    why: "Strict parsers refuse it, others keep one of the two and drop the other in silence.",
    mend: "Remove one of the two, or merge them."
  },
  {
    id: "not-a-manifest",
    severity: "warning",
    what: "A document in a manifest folder has no apiVersion, kind or metadata.name.",
    why: "Argo CD skips the file or fails the render, depending on which of them is missing.",
    mend: "Complete the document, or exclude the file from the source."
  },
  {
    id: "duplicate-object",
    severity: "error",
    what: "The same object is rendered twice for one cluster, by one Application or by two.",
    why: "The last one wins; two Applications undo each other\u2019s change at every sync.",
    mend: "Keep it in one place, or give one of the two another name or namespace."
  },
  {
    id: "schema",
    severity: "error",
    what: "A value has the wrong type, format or range, a required field is missing, or two fields contradict each other (requests above limits, two probe handlers, a bad schedule \u2026).",
    why: "The API server refuses the object and the sync fails.",
    mend: "Correct the value; the message says what is expected."
  },
  {
    id: "unknown-field",
    severity: "error",
    what: "A field does not exist in the kind; the nearest known field is named.",
    why: "The API server drops it or refuses it: what was meant does not happen.",
    mend: "Correct the spelling or the place, or remove the field."
  },
  {
    id: "unknown-kind",
    severity: "warning",
    what: "Nothing describes the kind: no schema of Kubernetes, no CRD of the tree or the bundle. An error when it looks like a typing error.",
    why: "An unknown kind is not checked; a misspelt one is refused by the API server.",
    mend: "Correct the name, or put the CRD into schemas/crds."
  },
  {
    id: "removed-api",
    severity: "error",
    what: "The API version is not served by a Kubernetes version that was asked for.",
    why: "The API server of that version refuses the object.",
    mend: "Move to the version that the message names."
  },
  {
    id: "deprecated-api",
    severity: "warning",
    what: "The API version is deprecated, with the version that removes it.",
    why: "A cluster upgrade will stop the sync.",
    mend: "Move to the version that the message names before the upgrade."
  },
  {
    id: "crd-rule",
    severity: "error",
    what: "A custom resource breaks a CEL rule of its CRD.",
    why: "The API server evaluates the same rule and refuses the object.",
    mend: "Change the fields that the rule\u2019s message names."
  },
  {
    id: "metadata",
    severity: "error",
    what: "A name, namespace, label or annotation breaks the syntax of Kubernetes.",
    why: "The API server refuses the object.",
    mend: "Use lower-case letters, digits and dashes within the length that the message gives."
  },
  {
    id: "duplicate-list-item",
    severity: "error",
    what: "A list that is a set or a map by key has the same entry twice.",
    why: "The API server refuses it, or merges the two into one.",
    mend: "Remove or rename one of the entries."
  },
  {
    id: "admission-policy",
    severity: "error",
    what: "A ValidatingAdmissionPolicy of the tree denies the object (warning or note by its validationActions).",
    why: "The API server evaluates the same policy and refuses the object.",
    mend: "Follow the policy\u2019s message, or change its binding."
  },
  {
    id: "transition-rule",
    severity: "error",
    what: "The change from base to head is one that the API server refuses: an immutable field of a built-in kind, or a rule of a CRD about the old object.",
    why: "The API server accepts the object for a new cluster and refuses the update of the running one.",
    mend: "Keep the old value, or plan to replace the object."
  },
  {
    id: "pod-security",
    severity: "error",
    what: "A pod, or the template of pods, breaks the Pod Security level that its namespace enforces by label.",
    why: "The API server refuses the pods: a workload is accepted and never gets any.",
    mend: "Set the security context that the message names, or lower the level of the namespace knowingly."
  },
  {
    id: "render-failed",
    severity: "error",
    what: "An Application cannot be rendered.",
    why: "Argo CD cannot render it either: the Application stays at its last state.",
    mend: "Correct what the message names; the file and line are those of the kustomization or manifest."
  },
  {
    id: "not-judged",
    severity: "warning",
    what: "Something cannot be judged offline: a remote base, a plugin, a chart that is not here, a source in another repository.",
    why: "What was not judged may be wrong; the coverage counts it.",
    mend: "Bring the content into the repository, or accept the gap by an exemption."
  },
  {
    id: "exemption-expired",
    severity: "error",
    what: "An exemption in the settings is past its end date.",
    why: "It was granted for a time, and its finding counts again.",
    mend: "Mend the finding, or renew the exemption with its reason."
  },
  {
    id: "exemption-unused",
    severity: "warning",
    what: "An exemption in the settings matches no finding.",
    why: "It would hide the next problem that happens to fit.",
    mend: "Remove the exemption."
  }
];

// actions/lib/rules/image-reference.ts
var parseImage = (text) => {
  const { name, tag, digest } = splitImage(text);
  return { repository: name, tag, digest };
};
var twoPartVersions = /(^|\/)(postgres|postgresql|postgis|pause|timescaledb|pgbouncer)$/;
var exact = [
  /\d+\.\d+\.\d+/,
  // a date: 20261121, 2026-11-21, 2026.11
  /(^|[^0-9])20\d\d[-._]?[01]\d([-._]?[0-3]\d)?([^0-9]|$)/,
  // a commit: hexadecimal with at least one digit
  /(^|[-_.])(?=[0-9a-f]*\d)[0-9a-f]{7,40}($|[-_.])/,
  /^v?\d+\.\d+[-.]?(rc|alpha|beta)[-.]?\d+/i
];
var movingTag = (repository, tag) => {
  if (tag === "latest") return "tag latest moves with every release";
  if (exact.some((pattern) => pattern.test(tag))) return void 0;
  if (/^v?\d+\.\d+/.test(tag))
    return twoPartVersions.test(repository) ? void 0 : `tag ${tag} has no patch version and moves with every patch`;
  if (/^v?\d+([-_.+][a-z].*)?$/i.test(tag)) return `tag ${tag} is a major version only and moves`;
  if (!/\d/.test(tag) || /^(release|branch|feature|pr)[-_.]/i.test(tag))
    return `tag ${tag} is a branch or channel and moves`;
  return void 0;
};

// actions/lib/rules/image-not-exact.ts
var imageFields = {
  "monitoring.coreos.com/Alertmanager": ["spec", "image"],
  "monitoring.coreos.com/Prometheus": ["spec", "image"],
  "postgresql.cnpg.io/Cluster": ["spec", "imageName"],
  "rabbitmq.com/RabbitmqCluster": ["spec", "image"]
};
var fault = (image) => {
  if (/[\s${}]/.test(image)) return void 0;
  const { repository, tag, digest } = parseImage(image);
  if (digest !== void 0) return void 0;
  return tag === void 0 || tag === "" ? "has no tag, which means latest" : movingTag(repository, tag);
};
var advice = "give the full version, or a digest";
var imageNotExact = {
  id: "image-not-exact",
  severity: "warning",
  what: "A container image has no tag, or one that moves: latest, a branch, a major or minor version only.",
  why: "Two nodes may run two different programs under one name, a restart becomes an unreviewed release, and rolling back brings nothing back.",
  mend: "Name the full version (1.4.2), a dated or commit tag, or a digest; bump it by a commit.",
  check: function* (world) {
    const known = lookup(world);
    for (const template of known.templates)
      for (const { container, name, pointer: at } of containersOf(template)) {
        const image = textAt(container, "image");
        const found = image === void 0 ? void 0 : fault(image);
        if (found !== void 0)
          yield problem(
            template.owner,
            `${at}/image`,
            `${describe(template.owner)}, container ${name}: image ${image}: ${found}; ${advice}`
          );
      }
    for (const [groupKind, path] of Object.entries(imageFields))
      for (const item of known.ofKind(groupKind)) {
        const image = textAt(item.object, ...path);
        const found = image === void 0 ? void 0 : fault(image);
        if (found !== void 0)
          yield problem(item, pointer(...path), `${describe(item)}: image ${image}: ${found}; ${advice}`);
      }
  }
};

// actions/lib/rules/addresses.ts
import { isIP, isIPv6 } from "node:net";
var specialV4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3]
];
var resolvers = /* @__PURE__ */ new Set([
  ...["1.1.1.1", "1.0.0.1", "8.8.8.8", "8.8.4.4", "9.9.9.9", "149.112.112.112", "208.67.222.222", "208.67.220.220"],
  ...[
    "2606:4700:4700::1111",
    "2606:4700:4700::1001",
    "2001:4860:4860::8888",
    "2001:4860:4860::8844",
    "2620:fe::fe",
    "2620:fe::9"
  ]
]);
var toNumber = (address) => address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
var isSpecialV4 = (address) => specialV4.some(
  ([base, bits]) => Math.floor(toNumber(address) / 2 ** (32 - bits)) === Math.floor(toNumber(base) / 2 ** (32 - bits))
);
var isSpecialV6 = (address) => !/^[23][0-9a-f]{3}:/i.test(address) || /^(2001:0?db8:|3fff:|2002:|2001:0{0,3}:|2001::|2001:0?0?[12][0-9a-f]:)/i.test(address);
var v4 = /(?<=^|[\s"'=,;@[(|]|\/\/)(\d{1,3}(?:\.\d{1,3}){3})(?:\/(\d{1,2}))?(?=$|[\s"',;\])|/]|:\d)/g;
var v6 = /(?<=^|[\s"'=,;@[(|])([0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})(?:\/(\d{1,3}))?(?=$|[\s"',;\])|])/g;
var versionBefore = /(version|release|tag|chrome|firefox|safari|appversion|build)["']?\s*[=: ]\s*["']?$/i;
var publicAddresses = (text) => {
  const found = [];
  if (/\.\d{1,3}\.\d/.test(text))
    for (const { 1: address = "", 2: bits, index } of text.matchAll(v4)) {
      if (isIP(address) !== 4 || isSpecialV4(address) || resolvers.has(address)) continue;
      if (bits !== void 0 && Number(bits) < 24) continue;
      if (versionBefore.test(text.slice(Math.max(0, index - 24), index))) continue;
      found.push(address);
    }
  if (/:[0-9a-fA-F]{0,4}:/.test(text))
    for (const { 1: address = "", 2: bits } of text.matchAll(v6)) {
      if (!isIPv6(address) || isSpecialV6(address) || resolvers.has(address.toLowerCase())) continue;
      if (bits !== void 0 && Number(bits) < 48) continue;
      found.push(address);
    }
  return found;
};
var uuid = /(?<![0-9a-zA-Z-])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-zA-Z-])/gi;
var isExample = (id) => /^(.)\1{7}-/.test(id) || /(.)\1{11}$/.test(id) || /^(01234567|12345678|deadbeef|abcdef)/i.test(id);
var infrastructure = /(cluster|data-?center|vdc|subscription|tenant|project|account|contract|network|subnet|vpc|lan|server|node|volume|k8s|org(anization)?|zone|resource)[\w.-]{0,24}["']?\s{0,3}[:=/]\s{0,3}["']?$/i;
var infrastructureIds = (text) => {
  if (!/-[1-8][0-9a-fA-F]{3}-[89abAB]/.test(text)) return [];
  const isLong = text.length > 512 || text.includes("\n");
  return [...text.matchAll(uuid)].filter(
    ({ 0: id, index }) => !isExample(id) && (!isLong || infrastructure.test(text.slice(Math.max(0, index - 64), index)))
  ).map(([id]) => id);
};

// actions/lib/rules/kustomizations.ts
function* kustomizations(world, pattern) {
  for (const file of world.sources) {
    if (file.kind !== "kustomization" || file.text === void 0) continue;
    if (!file.text.includes("\\") && !pattern.test(file.text)) continue;
    for (const [document, content] of listAt(file.documents).entries()) yield { file, document, content };
  }
}

// actions/lib/rules/infrastructure-identity.ts
var excused = /^(image|imageName|version|appVersion|kubernetesVersion|tag|newTag|targetRevision|chart|app\.kubernetes\.io\/version|helm\.sh\/chart|uid|resourceVersion|checksum\/.*|caBundle)$/i;
var identitiesIn = (value) => {
  const found = [];
  visitStrings(value, (text, path) => {
    if (text.length < 7) return;
    const addresses = publicAddresses(text);
    const ids = infrastructureIds(text);
    if (addresses.length + ids.length === 0 || excused.test(String(path.at(-1)))) return;
    const at = pointer(...path);
    for (const address of new Set(addresses)) found.push({ what: "public IP address", text: address, pointer: at });
    for (const id of new Set(ids)) found.push({ what: "identifier", text: id, pointer: at });
  });
  return found;
};
var identityHint = /\d\.\d{1,3}\.\d{1,3}\.\d|:[0-9a-fA-F]{0,4}:|-[1-8][0-9a-fA-F]{3}-[89abAB]/;
var advice2 = "keep it out of Git: let a DNS name, a ConfigMap made by Terraform or a secret store bring it";
var infrastructureIdentity = {
  id: "infrastructure-identity",
  severity: "warning",
  what: "A manifest or kustomization names a public IP address or a UUID of real infrastructure. Documentation, private and link-local ranges, public resolvers, ranges wider than /24 or /48, versions and example UUIDs are excused.",
  why: "It tells the world where the platform runs, ties the manifests to one installation, and is wrong after the next rebuild.",
  mend: "Use a DNS name or a documentation address in Git and bring the real value from outside, or exempt the object with the reason.",
  check: function* (world) {
    const seen = /* @__PURE__ */ new Set();
    for (const item of world.objects) {
      if (groupKindOf(item) === "apiextensions.k8s.io/CustomResourceDefinition") continue;
      for (const { what, text, pointer: at } of identitiesIn(item.object)) {
        seen.add(text);
        yield problem(item, at, `${describe(item)} names the ${what} ${text}: ${advice2}`, { value: text });
      }
    }
    for (const { file, document, content } of kustomizations(world, identityHint))
      for (const { what, text, pointer: at } of identitiesIn(content))
        if (!seen.has(text))
          yield {
            file: file.path,
            document,
            pointer: at,
            value: text,
            message: `${file.path} names the ${what} ${text}: ${advice2}`
          };
  }
};

// actions/lib/rules/jsonnet-source.ts
var settings = [
  ["spec", "source", "directory", "jsonnet"],
  ["spec", "sources", "*", "directory", "jsonnet"]
];
var jsonnetSource = {
  id: "jsonnet-source",
  severity: "error",
  what: "An Application reads a .jsonnet or .libsonnet file, or carries Jsonnet settings.",
  why: "A Jsonnet import could read any file of the repo server, those of other teams included (GHSA-m3vr-7329-44ww); and nobody can review what it will produce.",
  mend: "Commit plain manifests or a kustomization; where Jsonnet is meant, exempt the file by name in the settings.",
  check: function* (world) {
    for (const { path } of world.sources)
      if (/\.(jsonnet|libsonnet)$/i.test(path))
        yield {
          file: path,
          message: `${path} is Jsonnet, which can read files of the repo server: commit plain manifests`
        };
    for (const item of lookup(world).ofKind("argoproj.io/Application"))
      for (const pattern of settings)
        for (const { value, path } of matchPath(item.object, pattern))
          if (isObject(value) && Object.keys(value).length > 0)
            yield problem(item, pointer(...path), `${describe(item)} renders Jsonnet: commit plain manifests`);
  }
};

// actions/lib/rules/kustomize-helm-globals.ts
var inflators = ["helmCharts", "helmChartInflationGenerator"];
var kustomizeHelmGlobals = {
  id: "kustomize-helm-globals",
  severity: "error",
  what: "A kustomization sets helmGlobals.configHome, or inflates a chart by helmCharts (warning).",
  why: "configHome chooses the folder from which the helm program loads plugins, so whoever writes the kustomization could run code in the repo server (GHSA-fw5c-w8rc-j7fx). helmCharts needs --enable-helm, which opens that door for all Applications.",
  mend: "Remove configHome; deploy the chart as a Helm source of an Application, or commit its rendered manifests.",
  check: function* (world) {
    for (const { file, document, content } of kustomizations(world, /helm/)) {
      if (!isObject(content)) continue;
      const { path } = file;
      const at = { file: path, document };
      if (field(content, "helmGlobals", "configHome") !== void 0)
        yield {
          ...at,
          pointer: "/helmGlobals/configHome",
          message: `${path} sets helmGlobals.configHome, from which helm loads plugins: remove it`
        };
      for (const key of inflators)
        if (listAt(content, key).length > 0)
          yield {
            ...at,
            pointer: `/${key}`,
            severity: "warning",
            message: `${path} inflates charts by ${key}, which runs helm in the repo server: use a Helm source of an Application instead`
          };
    }
  }
};

// actions/lib/rules/kustomize-remote-reference.ts
var loaded = [
  ...["resources", "bases", "components", "crds", "configurations"].map((key) => [[key, "*"]]),
  ...["generators", "transformers", "validators", "patchesStrategicMerge"].map((key) => [[key, "*"]]),
  ...["patches", "patchesJson6902", "replacements"].map((key) => [[key, "*", "path"]]),
  [["openapi", "path"]],
  ...["configMapGenerator", "secretGenerator"].flatMap((key) => [
    [[key, "*", "files", "*"], "keyed"],
    [[key, "*", "envs", "*"]],
    [[key, "*", "env"]]
  ]),
  [["helmCharts", "*", "repo"]],
  [["helmCharts", "*", "valuesFile"]],
  [["helmCharts", "*", "additionalValuesFiles", "*"]],
  [["helmChartInflationGenerator", "*", "chartRepoUrl"]],
  [["helmChartInflationGenerator", "*", "values"]]
];
var isRemote = (text) => /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^[a-z]+::/i.test(text) || /^[\w.-]+@[\w.-]+[:/]/.test(text) || /^(gh:|github\.com[/:]|gitlab\.com[/:]|bitbucket\.org[/:])/i.test(text) || /^[\w-]+(\.[\w-]+)+\/.*(\.git([/?]|$)|\/\/|_git\/)/.test(text) || /[?&](ref|version|submodules|timeout)=/.test(text);
var withoutUser = (text) => text.replace(/:\/\/[^/\s@]*@/g, "://\u2026@");
var remoteHint = /\/\/|::|@|gh:|github\.com|gitlab\.com|bitbucket\.org|\.git|_git\/|[?&](ref|version|submodules|timeout)=/i;
var isPath = (text) => !text.includes("\n") && text.length < 2048;
var why = "is fetched from the network while the repo server renders; copy what it needs into this repository";
var inKustomization = function* (file, document, content) {
  if (!isObject(content)) return;
  for (const [pattern, keyed] of loaded)
    for (const { value, path } of matchPath(content, pattern)) {
      if (typeof value !== "string" || !isPath(value)) continue;
      const text = keyed === void 0 ? value : value.replace(/^[-._a-zA-Z0-9]+=(?=.)/, "");
      if (!isRemote(text)) continue;
      const shown = withoutUser(text);
      yield {
        file,
        document,
        pointer: pointer(...path),
        message: `${path[0]} of ${file}: ${shown} ${why}`,
        value: shown
      };
    }
};
var applicationPatterns = [
  ["spec", "source", "kustomize", "components", "*"],
  ["spec", "sources", "*", "kustomize", "components", "*"]
];
var kustomizeRemoteReference = {
  id: "kustomize-remote-reference",
  severity: "error",
  what: "A kustomization loads a resource, base, component, patch, generator file, OpenAPI schema or chart from a URL.",
  why: "The result depends on a host outside the repository and its review; a crafted remote reference ran commands in the repo server of Argo CD before 3.3.15 and 3.4.10 (CVE-2026-113708).",
  mend: "Copy the remote content into the repository, or deploy it through an Application of its own that pins a revision.",
  check: function* (world) {
    for (const { file, document, content } of kustomizations(world, remoteHint))
      yield* inKustomization(file.path, document, content);
    for (const item of lookup(world).ofKind("argoproj.io/Application"))
      for (const pattern of applicationPatterns)
        for (const { value, path } of matchPath(item.object, pattern))
          if (typeof value === "string" && isRemote(value))
            yield problem(item, pointer(...path), `${describe(item)}: component ${withoutUser(value)} ${why}`, {
              value: withoutUser(value)
            });
  }
};

// actions/lib/rules/references.ts
var secret = (path, name = "name", key) => ({
  path: path.split("."),
  to: "/Secret",
  name,
  ...key === void 0 ? {} : { key }
});
var object = (path, to, name = "name") => ({ path: path.split("."), to, name });
var issuers = (path) => [
  { path: path.split("."), to: "cert-manager.io/Issuer", name: "name", when: ["kind", "Issuer"] },
  {
    path: path.split("."),
    to: "cert-manager.io/ClusterIssuer",
    name: "name",
    when: ["kind", "ClusterIssuer"],
    clusterScoped: true
  }
];
var gateways = (path) => ({
  path: path.split("."),
  to: "gateway.networking.k8s.io/Gateway",
  name: "name",
  namespace: "namespace",
  when: ["kind", "Gateway"],
  key: "sectionName"
});
var routes = [gateways("spec.parentRefs.*")];
var policyTargets = ["Gateway", "HTTPRoute", "GRPCRoute"].map((kind) => ({
  path: ["spec", "targetRefs", "*"],
  to: `gateway.networking.k8s.io/${kind}`,
  name: "name",
  when: ["kind", kind],
  ...kind === "Gateway" ? { key: "sectionName" } : {}
}));
var podReferences = [
  ...["containers", "initContainers"].flatMap((list) => [
    { path: [list, "*", "env", "*", "valueFrom", "configMapKeyRef"], to: "/ConfigMap", name: "name", key: "key" },
    { path: [list, "*", "env", "*", "valueFrom", "secretKeyRef"], to: "/Secret", name: "name", key: "key" },
    { path: [list, "*", "envFrom", "*", "configMapRef"], to: "/ConfigMap", name: "name" },
    { path: [list, "*", "envFrom", "*", "secretRef"], to: "/Secret", name: "name" }
  ]),
  { path: ["volumes", "*", "configMap"], to: "/ConfigMap", name: "name", key: "items" },
  { path: ["volumes", "*", "secret"], to: "/Secret", name: "secretName", key: "items" },
  { path: ["volumes", "*", "projected", "sources", "*", "configMap"], to: "/ConfigMap", name: "name", key: "items" },
  { path: ["volumes", "*", "projected", "sources", "*", "secret"], to: "/Secret", name: "name", key: "items" },
  { path: ["volumes", "*", "persistentVolumeClaim"], to: "/PersistentVolumeClaim", name: "claimName" },
  { path: ["volumes", "*", "csi", "nodePublishSecretRef"], to: "/Secret", name: "name" },
  { path: ["imagePullSecrets", "*"], to: "/Secret", name: "name" },
  { path: ["serviceAccountName"], to: "/ServiceAccount", name: "" },
  { path: ["priorityClassName"], to: "scheduling.k8s.io/PriorityClass", name: "", clusterScoped: true }
];
var bindings = [
  { path: ["roleRef"], to: "rbac.authorization.k8s.io/Role", name: "name", when: ["kind", "Role"] },
  {
    path: ["subjects", "*"],
    to: "/ServiceAccount",
    name: "name",
    namespace: "namespace",
    when: ["kind", "ServiceAccount"]
  }
];
var objectReferences = {
  "apps/StatefulSet": [object("spec.serviceName", "/Service", "")],
  "barmancloud.cnpg.io/ObjectStore": [
    secret("spec.configuration.s3Credentials.accessKeyId", "name", "key"),
    secret("spec.configuration.s3Credentials.secretAccessKey", "name", "key")
  ],
  "cert-manager.io/Certificate": issuers("spec.issuerRef"),
  "cert-manager.io/ClusterIssuer": [gateways("spec.acme.solvers.*.http01.gatewayHTTPRoute.parentRefs.*")],
  "cert-manager.io/Issuer": [
    secret("spec.ca", "secretName"),
    gateways("spec.acme.solvers.*.http01.gatewayHTTPRoute.parentRefs.*")
  ],
  "external-secrets.io/ExternalSecret": [
    {
      path: ["spec", "secretStoreRef"],
      to: "external-secrets.io/SecretStore",
      name: "name",
      when: ["kind", "SecretStore"]
    },
    {
      path: ["spec", "secretStoreRef"],
      to: "external-secrets.io/ClusterSecretStore",
      name: "name",
      when: ["kind", "ClusterSecretStore"],
      clusterScoped: true
    }
  ],
  "gateway.envoyproxy.io/BackendTrafficPolicy": policyTargets,
  "gateway.envoyproxy.io/ClientTrafficPolicy": policyTargets,
  "gateway.envoyproxy.io/SecurityPolicy": policyTargets,
  "gateway.networking.k8s.io/Gateway": [
    {
      path: ["spec", "listeners", "*", "tls", "certificateRefs", "*"],
      to: "/Secret",
      name: "name",
      namespace: "namespace",
      when: ["kind", "Secret"]
    },
    { path: ["spec", "gatewayClassName"], to: "gateway.networking.k8s.io/GatewayClass", name: "", clusterScoped: true }
  ],
  "gateway.networking.k8s.io/GRPCRoute": routes,
  "gateway.networking.k8s.io/HTTPRoute": routes,
  "gateway.networking.k8s.io/TCPRoute": routes,
  "gateway.networking.k8s.io/TLSRoute": routes,
  "keda.sh/ScaledObject": [
    {
      path: ["spec", "triggers", "*", "authenticationRef"],
      to: "keda.sh/TriggerAuthentication",
      name: "name",
      when: ["kind", "TriggerAuthentication"]
    }
  ],
  "keda.sh/TriggerAuthentication": [secret("spec.secretTargetRef.*", "name", "key")],
  "monitoring.coreos.com/ServiceMonitor": [
    secret("spec.endpoints.*.basicAuth.username", "name", "key"),
    secret("spec.endpoints.*.basicAuth.password", "name", "key"),
    secret("spec.endpoints.*.authorization.credentials", "name", "key")
  ],
  "networking.k8s.io/Ingress": [secret("spec.tls.*", "secretName")],
  "postgresql.cnpg.io/Cluster": [
    secret("spec.superuserSecret"),
    secret("spec.bootstrap.initdb.secret"),
    secret("spec.bootstrap.recovery.secret"),
    secret("spec.managed.roles.*.passwordSecret"),
    object("spec.plugins.*.parameters.barmanObjectName", "barmancloud.cnpg.io/ObjectStore", "")
  ],
  "postgresql.cnpg.io/Database": [object("spec.cluster", "postgresql.cnpg.io/Cluster")],
  "postgresql.cnpg.io/Pooler": [object("spec.cluster", "postgresql.cnpg.io/Cluster")],
  "postgresql.cnpg.io/ScheduledBackup": [object("spec.cluster", "postgresql.cnpg.io/Cluster")],
  "rbac.authorization.k8s.io/ClusterRoleBinding": bindings,
  "rbac.authorization.k8s.io/RoleBinding": bindings
};
var providedKind = {
  "/ConfigMap": "ConfigMap",
  "/Secret": "Secret",
  "/Service": "Service",
  "/ServiceAccount": "ServiceAccount"
};
var isBuiltIn = (to, name) => to === "scheduling.k8s.io/PriorityClass" && name.startsWith("system-");

// actions/lib/rules/missing-reference.ts
var kindIn = (groupKind) => groupKind.slice(groupKind.indexOf("/") + 1);
var keysOf = (item) => {
  const { object: object2 } = item;
  if (groupKindOf(item) === "gateway.networking.k8s.io/Gateway") {
    const listeners = listAt(object2, "spec", "listeners").flatMap((listener) => textAt(listener, "name") ?? []);
    return listeners.length === 0 ? void 0 : new Set(listeners);
  }
  if (field(object2, "sops") !== void 0 || annotation(item, "reflector.v1.k8s.emberstack.com/reflects") !== void 0)
    return void 0;
  const maps = ["data", "binaryData", "stringData"].map((key) => field(object2, key));
  const keys = maps.flatMap((map) => isObject(map) ? Object.keys(map) : []);
  return keys.length === 0 ? void 0 : new Set(keys);
};
var holds2 = (reference, value) => {
  if (reference.when === void 0) return true;
  const [key, ...values] = reference.when;
  const actual = textAt(value, key);
  return actual === void 0 ? !["ClusterIssuer", "ClusterSecretStore"].includes(values[0] ?? "") : values.includes(actual);
};
var keyProblems = function* (from, target, reference, found) {
  const keys = keysOf(target);
  if (reference.key === void 0 || keys === void 0) return;
  const wanted2 = reference.key === "items" ? listAt(found.value, "items").map((item, index) => ({ key: textAt(item, "key"), path: ["items", index, "key"] })) : [{ key: textAt(found.value, reference.key), path: [reference.key] }];
  for (const { key, path } of wanted2)
    if (key !== void 0 && !keys.has(key))
      yield problem(
        from,
        `${found.pointer}${pointer(...path)}`,
        groupKindOf(target) === "gateway.networking.k8s.io/Gateway" ? `${describe(from)} names listener ${key} of ${describe(target)}, which has no such listener: correct sectionName` : `${describe(from)} reads key ${key} of ${describe(target)}, which has no such key: correct the key or add it`,
        { value: key }
      );
};
var isOurs = (known, from, reference, namespace) => {
  if (reference.clusterScoped) return known.ofKind(reference.to).some(({ cluster }) => cluster === from.cluster);
  return namespace === (from.namespace ?? "") || known.deploysTo(from.cluster, namespace);
};
var check = function* (known, from, reference, found) {
  if (!holds2(reference, found.value)) return;
  const name = reference.name === "" ? textAt(found.value) : textAt(found.value, reference.name);
  if (name === void 0 || isBuiltIn(reference.to, name) || field(found.value, "optional") === true) return;
  const named = reference.namespace === void 0 ? void 0 : textAt(found.value, reference.namespace);
  const namespace = reference.clusterScoped ? "" : named ?? from.namespace ?? "";
  const { cluster } = from;
  const target = known.find(cluster, namespace, reference.to, name);
  if (target !== void 0) {
    yield* keyProblems(from, target, reference, found);
    return;
  }
  const provided = providedKind[reference.to];
  if (provided !== void 0 && known.provides(cluster, namespace, provided, name)) return;
  if (!isOurs(known, from, reference, namespace)) return;
  const { severity, because } = known.absence(cluster, reference.clusterScoped ? void 0 : namespace);
  const isSecret = reference.to === "/Secret";
  const advice4 = isSecret ? "add an ExternalSecret or SealedSecret that makes it, or correct the name" : "add it or correct the name";
  const place = reference.clusterScoped ? "" : `${namespace}/`;
  yield problem(
    from,
    reference.name === "" ? found.pointer : `${found.pointer}/${reference.name}`,
    `${describe(from)} refers to ${kindIn(reference.to)} ${place}${name}, which does not exist${because}: ${advice4}`,
    // A Secret may have been created by hand or by Terraform: likely a mistake, not surely.
    { value: `${kindIn(reference.to)}/${name}`, severity: severity ?? (isSecret ? "warning" : void 0) }
  );
};
var mounts = function* (known) {
  for (const { owner, path, spec } of known.templates) {
    const volumes = /* @__PURE__ */ new Set([
      ...listAt(spec, "volumes").map((volume) => textAt(volume, "name")),
      ...listAt(owner.object, "spec", "volumeClaimTemplates").map((claim) => textAt(claim, "metadata", "name"))
    ]);
    for (const list of ["containers", "initContainers"])
      for (const field2 of ["volumeMounts", "volumeDevices"])
        for (const mount of matchPath(spec, [list, "*", field2, "*", "name"]))
          if (typeof mount.value === "string" && mount.value !== "" && !volumes.has(mount.value))
            yield problem(
              owner,
              pointer(...path, "spec", ...mount.path),
              `${describe(owner)} mounts volume ${mount.value}, which its pod does not declare: add it to volumes or correct the name`,
              { value: `volume/${mount.value}` }
            );
  }
};
var missingReference = {
  id: "missing-reference",
  severity: "error",
  what: "An object names a ConfigMap, Secret (warning), ServiceAccount, volume claim, Role, issuer, store, Gateway or key that nothing deploys and no known controller makes.",
  why: "Pods hang in CreateContainerConfigError or are never created, while Argo CD shows the sync as done.",
  mend: "Add the object, correct the name, or mark the reference optional; exempt what is made outside the repository.",
  check: function* (world) {
    const known = lookup(world);
    for (const template of known.templates)
      for (const reference of podReferences)
        for (const { value, path } of matchPath(template.spec, reference.path))
          yield* check(known, template.owner, reference, { value, pointer: specPointer(template, ...path) });
    for (const [groupKind, references] of Object.entries(objectReferences))
      for (const item of known.ofKind(groupKind))
        for (const reference of references)
          for (const { value, path } of matchPath(item.object, reference.path))
            yield* check(known, item, reference, { value, pointer: pointer(...path) });
    yield* mounts(known);
  }
};

// actions/lib/rules/services.ts
var serviceSelector = (service) => {
  if (textAt(service.object, "spec", "type") === "ExternalName") return void 0;
  const selector = equalitySelector(field(service.object, "spec", "selector"));
  return isEmpty(selector) ? void 0 : selector;
};
var podsBehind = (known, service) => {
  const selector = serviceSelector(service);
  return selector === void 0 ? [] : known.selected(service.cluster, service.namespace ?? "", selector);
};
var targetOf = (port) => {
  const target = field(port, "targetPort") ?? field(port, "port");
  return typeof target === "string" || typeof target === "number" ? target : void 0;
};
var declaresPort = ({ container }, target) => listAt(container, "ports").some(
  (port) => typeof target === "number" ? field(port, "containerPort") === target : field(port, "name") === target
);
var templateDeclaresPort = (template, target) => containersOf(template).some((container) => declaresPort(container, target));

// actions/lib/rules/probes-missing.ts
var serving = (template, target) => {
  const containers = containersOf(template).filter(({ role }) => role === "main");
  const declaring = containers.filter((container) => declaresPort(container, target));
  if (declaring.length > 0) return declaring;
  return containers.length === 1 ? containers : [];
};
var has = ({ container }, probe) => Object.hasOwn(container, probe) && isObject(container[probe]);
var probesMissing = {
  id: "probes-missing",
  severity: "warning",
  what: "A container behind a Service has no readiness probe; a long-running container has no liveness probe (note). Jobs are excused.",
  why: "Without readiness a rollout counts a pod as ready when its process starts, and users get the errors; without liveness a hanging process stays until somebody looks.",
  mend: "Add readinessProbe and livenessProbe to the container; liveness must not depend on other services.",
  check: function* (world) {
    const known = lookup(world);
    const served = /* @__PURE__ */ new Map();
    for (const service of known.ofKind("/Service"))
      for (const template of podsBehind(known, service))
        for (const port of listAt(service.object, "spec", "ports")) {
          const target = targetOf(port);
          if (target === void 0) continue;
          const containers = served.get(template) ?? /* @__PURE__ */ new Map();
          served.set(template, containers);
          for (const { pointer: pointer2 } of serving(template, target)) containers.set(pointer2, describe(service));
        }
    for (const template of known.templates) {
      if (template.runs === "job") continue;
      const containers = containersOf(template).filter(({ role }) => role === "main");
      for (const container of containers) {
        const service = served.get(template)?.get(container.pointer);
        if (service === void 0 && containers.length > 1) continue;
        const unready = service !== void 0 && !has(container, "readinessProbe");
        const unwatched = !has(container, "livenessProbe");
        if (!unready && !unwatched) continue;
        const what = [...unready ? ["a readinessProbe"] : [], ...unwatched ? ["a livenessProbe"] : []].join(" and ");
        yield problem(
          template.owner,
          container.pointer,
          `${describe(template.owner)}, container ${container.name}: add ${what}${unready ? `, since ${service} sends it traffic` : ""}`,
          { severity: unready ? void 0 : "note" }
        );
      }
    }
  }
};

// actions/lib/rules/resources-missing.ts
var wanted = [
  {
    what: "a cpu request",
    paths: [
      ["requests", "cpu"],
      ["limits", "cpu"]
    ]
  },
  {
    what: "a memory request",
    paths: [
      ["requests", "memory"],
      ["limits", "memory"]
    ]
  },
  { what: "a memory limit", paths: [["limits", "memory"]] }
];
var has2 = (resources, { paths }) => paths.some((path) => {
  const quantity = field(resources, ...path);
  return quantity !== void 0 && quantity !== null && quantity !== "";
});
var defaultsOf = (limitRange) => listAt(limitRange, "spec", "limits").flatMap(
  (limit) => field(limit, "type") === "Container" ? [{ requests: field(limit, "defaultRequest") ?? null, limits: field(limit, "default") ?? null }] : []
);
var resourcesMissing = {
  id: "resources-missing",
  severity: "warning",
  what: "A container has no cpu request, no memory request or no memory limit, and no LimitRange supplies it.",
  why: "Without requests the scheduler packs nodes blindly and autoscaling has nothing to measure against; without a memory limit one leak takes its neighbours with it.",
  mend: "Add resources.requests.cpu, resources.requests.memory and resources.limits.memory to the container, or a LimitRange to the namespace.",
  check: function* (world) {
    const known = lookup(world);
    for (const template of known.templates) {
      const { owner } = template;
      if (groupKindOf(owner) === "serving.knative.dev/Service") continue;
      const supplied = [
        field(template.spec, "resources"),
        ...known.inNamespace(owner.cluster, owner.namespace ?? "", "/LimitRange").flatMap(({ object: object2 }) => defaultsOf(object2))
      ];
      for (const { container, name, pointer: at } of containersOf(template)) {
        const { resources } = container;
        const missing = wanted.filter((want) => !has2(resources, want) && !supplied.some((from) => has2(from, want)));
        if (missing.length === 0) continue;
        yield problem(
          owner,
          isObject(resources) ? `${at}/resources` : at,
          `${describe(owner)}, container ${name}: add ${missing.map(({ what }) => what).join(", ")}`
        );
      }
    }
  }
};

// actions/lib/rules/credentials.ts
var formats = [
  [
    "a private key",
    /-----BEGIN (?:[A-Z0-9]{1,20} )?PRIVATE KEY(?: BLOCK)?-----(?:\\n|\s){0,8}(?!ENC\[|\.\.\.|<|\$)[A-Za-z0-9+/=]/
  ],
  ["an AWS access key id", /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  ["a GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/],
  ["a GitLab token", /\bglpat-[A-Za-z0-9_-]{20,64}\b/],
  ["a Slack token", /\bxox[abeprs]-[A-Za-z0-9-]{20,255}/],
  ["a Slack webhook", /hooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{20,32}/],
  ["a Stripe key", /\b[rs]k_live_[A-Za-z0-9]{20,255}\b/],
  ["a Google API key", /\bAIza[A-Za-z0-9_-]{35}\b/],
  ["a SendGrid key", /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/],
  ["an npm token", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["a Vault token", /\bhv[sb]\.[A-Za-z0-9_-]{24,255}/],
  ["an OpenAI or Anthropic key", /\bsk-(?:proj-|ant-)[A-Za-z0-9_-]{30,255}/],
  ["a JSON Web Token", /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,1000}/]
];
var hint = /PRIVATE KEY|AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|hooks\.slack|k_live_|AIza|SG\.|npm_|hv[sb]\.|sk-(?:proj|ant)-|eyJ|:\/\//;
var urlPassword = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/'"<>{}$]{0,64}:([^\s@/'"]{1,128})@/gi;
var isPlaceholder = (text) => /^\s*$/.test(text) || /\$[({]|\{\{|^%[^%]+%$|^\$[A-Za-z_]\w*$/.test(text) || /^<[^<>]*>$/.test(text) || /^(ref\+|vault:|op:\/\/|ENC\[|avp:)/.test(text) || /^[*x•.]{3,}$/i.test(text) || /^(REDACTED|PLACEHOLDER)$/i.test(text);
var credentialIn = (text) => {
  if (text.length < 20 && !text.includes("://")) return void 0;
  if (!hint.test(text)) return void 0;
  for (const [kind, format] of formats) if (format.test(text)) return kind;
  if (text.includes("://")) {
    for (const [, password = ""] of text.matchAll(urlPassword))
      if (!isPlaceholder(password)) return "a password in a URL";
  }
  return void 0;
};
var credentialLines = (text) => {
  if (credentialIn(text) === void 0) return [];
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const body = line.includes("PRIVATE KEY") ? lines[index + 1] : void 0;
    const kind = credentialIn(body === void 0 ? line : `${line}
${body}`);
    return kind === void 0 ? [] : [{ line: (body ?? line).trim(), index, kind }];
  });
};
var secretName = /(^|[_.-])(password|passwd|passphrase|secret[_.-]?key|api[_.-]?key|secret[_.-]?access[_.-]?key|private[_.-]?key|client[_.-]?secret|access[_.-]?token|auth[_.-]?token|bot[_.-]?token)$/i;
var isNamedSecret = (name, value) => secretName.test(name) && !isPlaceholder(value) && !value.includes("\n") && value.length <= 4096 && // switches, paths and addresses of where the secret is
!/^(true|false|yes|no|on|off|none|null|enabled|disabled|optional|required|default|auto|\d{1,3})$/i.test(value) && !/^(\/|\.\.?\/|file:|https?:\/\/)/.test(value);
var lengthClass = (text) => text.length < 16 ? "under 16 characters" : text.length <= 64 ? "16 to 64 characters" : "over 64 characters";

// actions/lib/rules/secret-objects.ts
var argoSecretKeys = /* @__PURE__ */ new Set([
  "password",
  "bearerToken",
  "sshPrivateKey",
  "githubAppPrivateKey",
  "tlsClientCertKey",
  "gcpServiceAccountKey"
]);
var decode = (text) => Buffer.from(text, "base64").toString("utf8");
var isPublicCertificate = (text) => /-----BEGIN (CERTIFICATE|PUBLIC KEY)-----/.test(text) && !text.includes("PRIVATE KEY");
var isArgoSetting = (key, text) => key === "config" ? !/"(password|bearerToken|keyData)"\s*:\s*"[^"$]/.test(text) : !argoSecretKeys.has(key);
var clearEntries = (item) => {
  const isArgo = textAt(item.object, "metadata", "labels", "argocd.argoproj.io/secret-type") !== void 0;
  return ["data", "stringData"].flatMap((map) => {
    const entries = field(item.object, map);
    if (!isObject(entries)) return [];
    return Object.entries(entries).flatMap(([key, value]) => {
      if (typeof value !== "string" || isPlaceholder(value)) return [];
      const text = map === "data" ? decode(value) : value;
      if (isPlaceholder(text) || isPublicCertificate(text) || isArgo && isArgoSetting(key, text)) return [];
      return [{ map, key, text }];
    });
  });
};

// actions/lib/rules/secret-in-clear.ts
var advice3 = "replace it, and let an ExternalSecret, SealedSecret or SOPS bring the new one";
var generators = function* (world, generated) {
  for (const { file, document, content } of kustomizations(world, /secretGenerator/))
    for (const [index, generator] of listAt(content, "secretGenerator").entries()) {
      const name = textAt(generator, "name") ?? "(unnamed)";
      for (const application of file.applications) generated.add(`${application}
${name}`);
      for (const list of ["literals", "files", "envs"])
        for (const [entry, value] of listAt(generator, list).entries()) {
          if (typeof value !== "string") continue;
          const equals = value.indexOf("=");
          if (list === "literals" && isPlaceholder(value.slice(equals + 1).replace(/^(['"])(.*)\1$/, "$2"))) continue;
          const what = list === "literals" ? equals > 0 ? `literal ${value.slice(0, equals)}` : "a literal without a name" : `file ${value}`;
          yield {
            file: file.path,
            document,
            pointer: pointer("secretGenerator", index, list, entry),
            message: `secretGenerator ${name} takes ${what} from Git in clear: ${advice3}`
          };
        }
    }
};
var assignment = (line) => {
  const [, name = "", value = ""] = /^\s*(?:export\s+)?([A-Za-z_][\w.]*)=["']?(.*?)["']?\s*$/.exec(line.slice(0, 8192)) ?? [];
  return [name, value];
};
var looseFiles = function* (file, seen) {
  const { text, path } = file;
  if (text === void 0) return;
  for (const { line, index, kind } of credentialLines(text)) {
    seen.add(line);
    seen.add(assignment(line)[1]);
    yield { file: path, line: index + 1, message: `${path} contains ${kind} in clear: ${advice3}` };
  }
  if (!/(^|\/|\.)env$/.test(path)) return;
  for (const [index, line] of text.split("\n").entries()) {
    const [name, value] = assignment(line);
    if (credentialIn(value) !== void 0 || !isNamedSecret(name, value)) continue;
    seen.add(`${name}=${value}`);
    yield {
      file: path,
      line: index + 1,
      message: `${path} sets ${name} to a literal (${lengthClass(value)}): ${advice3}`
    };
  }
};
var isLiteralSecret = (name, text, seen) => isNamedSecret(name, text) && !seen.has(`${name}=${text}`) && credentialIn(text) === void 0;
var variables = function* (known, seen) {
  for (const template of known.templates)
    for (const { container, pointer: at } of containersOf(template))
      for (const [index, variable] of listAt(container, "env").entries()) {
        const name = textAt(variable, "name") ?? "";
        const text = textAt(variable, "value") ?? "";
        if (!isLiteralSecret(name, text, seen)) continue;
        const message = `${describe(template.owner)}: variable ${name} is set to a literal (${lengthClass(text)}): ${advice3}`;
        yield problem(template.owner, `${at}${pointer("env", index, "value")}`, message);
      }
};
var settings2 = function* (known, seen) {
  for (const item of known.ofKind("/ConfigMap")) {
    const data = objectAt(item.object, "data");
    for (const key of Object.keys(data)) {
      const text = textAt(data, key) ?? "";
      if (!isLiteralSecret(key, text, seen)) continue;
      const message = `${describe(item)}: key ${key} is set to a literal (${lengthClass(text)}) and a ConfigMap is no place for it: ${advice3}`;
      yield problem(item, pointer("data", key), message);
    }
  }
};
var nameHash = /-[bcdfghjkmnpqrstvwxz2456789]{10}$/;
var isGenerated = (item, generated) => {
  const name = nameOf(item).replace(nameHash, "");
  const names = [name, ...[...name.matchAll(/-/g)].map(({ index }) => name.slice(index + 1))];
  return names.some((candidate) => generated.has(`${item.application}
${candidate}`));
};
var objects = function* (world, generated, seen) {
  for (const item of world.objects) {
    const groupKind = groupKindOf(item);
    if (groupKind === "/Secret") {
      if (isGenerated(item, generated)) continue;
      for (const { map, key, text } of clearEntries(item)) {
        const kind = credentialIn(text) ?? "a value";
        const message = `${describe(item)} carries ${kind} under ${key} (${lengthClass(text)}) in clear, base64 included: ${advice3}`;
        yield problem(item, pointer(map, key), message);
      }
      continue;
    }
    if (groupKind === "bitnami.com/SealedSecret" || groupKind === "apiextensions.k8s.io/CustomResourceDefinition")
      continue;
    const found = [];
    visitStrings(item.object, (text, path) => {
      const kind = credentialIn(text);
      if (kind === void 0) return;
      const lines = credentialLines(text);
      if (lines.length > 0 && lines.every(({ line }) => seen.has(line))) return;
      found.push(problem(item, pointer(...path), `${describe(item)} contains ${kind} in clear: ${advice3}`));
    });
    yield* found;
  }
};
var secretInClear = {
  id: "secret-in-clear",
  severity: "error",
  what: "A Secret with readable data, a secretGenerator entry, or a credential (by its format, or by the name of its variable) in a ConfigMap, variable, argument, URL or file.",
  why: "Whoever can read the repository, its forks and its history has the credential; deleting the line does not take it back.",
  mend: "Revoke and replace the credential; keep the new one in a secret store (ExternalSecret) or encrypted (SealedSecret, SOPS).",
  check: function* (world) {
    const generated = /* @__PURE__ */ new Set();
    const seen = /* @__PURE__ */ new Set();
    yield* generators(world, generated);
    for (const file of world.sources) if (file.kind === "other") yield* looseFiles(file, seen);
    const known = lookup(world);
    yield* variables(known, seen);
    yield* settings2(known, seen);
    yield* objects(world, generated, seen);
  }
};

// actions/lib/rules/selector-mismatch.ts
var workloads = [
  "apps/Deployment",
  "apps/ReplicaSet",
  "apps/StatefulSet",
  "apps/DaemonSet",
  "argoproj.io/Rollout"
];
var selectorMismatch = {
  id: "selector-mismatch",
  severity: "error",
  what: "The selector of a workload does not match the labels of its own pod template; the podSelector of a NetworkPolicy matches no pod (warning).",
  why: "The API server refuses the workload; a NetworkPolicy that selects nothing protects nothing and nobody notices.",
  mend: "Give selector and template the same labels. The selector of an existing workload cannot be changed: change the template\u2019s labels.",
  check: function* (world) {
    const known = lookup(world);
    for (const kind of workloads)
      for (const item of known.ofKind(kind)) {
        const template = known.templateOf(item);
        const selector = labelSelector(field(item.object, "spec", "selector"));
        if (template === void 0 || isEmpty(selector) || field(item.object, "spec", "workloadRef") !== void 0)
          continue;
        if (matches(selector, template.labels)) continue;
        const wrong = selector.labels.filter(([key, value]) => template.labels[key] !== value);
        yield problem(
          item,
          // The one label to correct, where it is one.
          wrong.length === 1 ? pointer("spec", "selector", "matchLabels", wrong[0]?.[0] ?? "") : "/spec/selector",
          `${describe(item)}: selector ${selectorText(selector)} does not match the labels of its template (${selectorText(equalitySelector(template.labels)) || "none"}): the API server refuses it; make them equal`
        );
      }
    for (const item of known.ofKind("networking.k8s.io/NetworkPolicy")) {
      const namespace = item.namespace ?? "";
      const selector = labelSelector(objectAt(item.object, "spec", "podSelector"));
      if (isEmpty(selector) || known.selected(item.cluster, namespace, selector).length > 0) continue;
      if (known.runsPods(item.cluster, namespace, selector)) continue;
      const { severity, because } = known.absence(item.cluster, namespace);
      yield problem(
        item,
        pointer("spec", "podSelector"),
        `${describe(item)}: podSelector ${selectorText(selector)} matches no pod in namespace ${namespace}${because}: correct the labels, or the policy protects nothing`,
        { severity: severity ?? "warning" }
      );
    }
  }
};

// actions/lib/rules/route-backends.ts
var routeKinds = ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute"];
var backendKinds = [
  ...routeKinds.map((kind) => `gateway.networking.k8s.io/${kind}`),
  "networking.k8s.io/Ingress"
];
var routePaths = [
  ["spec", "rules", "*", "backendRefs", "*"],
  ["spec", "rules", "*", "filters", "*", "requestMirror", "backendRef"]
];
var ingressPaths = [
  ["spec", "defaultBackend", "service"],
  ["spec", "rules", "*", "http", "paths", "*", "backend", "service"]
];
var portOf = (...values) => values.find(
  (value) => typeof value === "number" || typeof value === "string" && value !== ""
);
var backendsOf = (item) => {
  const namespace = item.namespace ?? "";
  if (groupKindOf(item) === "networking.k8s.io/Ingress")
    return ingressPaths.flatMap((pattern) => matchPath(item.object, pattern)).flatMap(({ value, path }) => {
      const service = textAt(value, "name");
      if (service === void 0) return [];
      const port = portOf(field(value, "port", "number"), field(value, "port", "name"));
      return [{ pointer: pointer(...path, "name"), portPointer: pointer(...path, "port"), namespace, service, port }];
    });
  return routePaths.flatMap((pattern) => matchPath(item.object, pattern)).flatMap(({ value, path }) => {
    const service = textAt(value, "name");
    if (service === void 0 || (textAt(value, "kind") ?? "Service") !== "Service") return [];
    if (textAt(value, "group") !== void 0) return [];
    return [
      {
        pointer: pointer(...path, "name"),
        portPointer: pointer(...path, "port"),
        namespace: textAt(value, "namespace") ?? namespace,
        service,
        port: portOf(field(value, "port"))
      }
    ];
  });
};

// actions/lib/rules/target-without-endpoints.ts
var nearest = (known, service, selector) => {
  const half = selector.labels.flatMap(
    ([key, value]) => known.selected(service.cluster, service.namespace ?? "", { labels: [[key, value]], expressions: [] })
  )[0];
  return half === void 0 ? "" : `; ${describe(half.owner)} has some of these labels`;
};
var services = function* (known) {
  for (const service of known.ofKind("/Service")) {
    const selector = serviceSelector(service);
    if (selector === void 0) continue;
    const namespace = service.namespace ?? "";
    const pods = podsBehind(known, service);
    const operated = known.runsPods(service.cluster, namespace, selector);
    if (operated) continue;
    if (pods.length === 0) {
      const { severity, because } = known.absence(service.cluster, namespace);
      const message = `${describe(service)} selects ${selectorText(selector)}, which no pod template in namespace ${namespace} has${because}${nearest(known, service, selector)}: correct the selector or the labels`;
      const [only, ...others] = selector.labels;
      const at = only !== void 0 && others.length === 0 ? pointer("spec", "selector", only[0]) : "/spec/selector";
      yield problem(service, at, message, { severity });
      continue;
    }
    for (const [index, port] of listAt(service.object, "spec", "ports").entries()) {
      const target = textAt(port, "targetPort");
      if (target === void 0 || pods.some((pod) => templateDeclaresPort(pod, target))) continue;
      const message = `${describe(service)}: targetPort ${target} is not the name of a port of any container of ${pods.map(({ owner }) => describe(owner)).join(", ")}: name the container port`;
      yield problem(service, pointer("spec", "ports", index, "targetPort"), message, { value: target });
    }
  }
};
var routes2 = function* (known) {
  for (const kind of backendKinds)
    for (const route2 of known.ofKind(kind))
      for (const backend of backendsOf(route2)) {
        const { cluster } = route2;
        if (backend.namespace !== (route2.namespace ?? "") && !known.deploysTo(cluster, backend.namespace)) continue;
        if (known.provides(cluster, backend.namespace, "Service", backend.service)) continue;
        const service = known.find(cluster, backend.namespace, "/Service", backend.service);
        if (service === void 0) {
          const { severity, because } = known.absence(cluster, backend.namespace);
          const message2 = `${describe(route2)} sends traffic to Service ${backend.namespace}/${backend.service}, which does not exist${because}: correct the name or add the Service`;
          yield problem(route2, backend.pointer, message2, { value: backend.service, severity });
          continue;
        }
        const { port } = backend;
        const ports = listAt(service.object, "spec", "ports");
        if (port === void 0 || ports.length === 0) continue;
        if (ports.some((offered) => field(offered, typeof port === "number" ? "port" : "name") === port)) continue;
        const offers = ports.map((offered) => String(field(offered, "port") ?? "?")).join(", ");
        const message = `${describe(route2)} sends traffic to port ${port} of ${describe(service)}, which has ${offers}: correct the port`;
        yield problem(route2, backend.portPointer, message, { value: String(port) });
      }
};
var scalers = {
  "autoscaling/HorizontalPodAutoscaler": "scaleTargetRef",
  "autoscaling.k8s.io/VerticalPodAutoscaler": "targetRef",
  "keda.sh/ScaledObject": "scaleTargetRef"
};
var scaled = function* (known) {
  for (const [groupKind, key] of Object.entries(scalers))
    for (const scaler of known.ofKind(groupKind)) {
      const target = field(scaler.object, "spec", key);
      const name = textAt(target, "name");
      if (name === void 0) continue;
      const kind = textAt(target, "kind") ?? "Deployment";
      const group = groupOf(textAt(target, "apiVersion") ?? "apps/v1");
      const namespace = scaler.namespace ?? "";
      if (known.find(scaler.cluster, namespace, `${group}/${kind}`, name) !== void 0) continue;
      const { severity, because } = known.absence(scaler.cluster, namespace);
      const message = `${describe(scaler)} scales ${kind} ${namespace}/${name}, which does not exist${because}: correct ${key}`;
      yield problem(scaler, pointer("spec", key, "name"), message, { value: name, severity });
    }
};
var budgets = function* (known) {
  for (const budget of known.ofKind("policy/PodDisruptionBudget")) {
    const selector = labelSelector(field(budget.object, "spec", "selector"));
    const namespace = budget.namespace ?? "";
    if (isEmpty(selector) || known.selected(budget.cluster, namespace, selector).length > 0) continue;
    if (known.runsPods(budget.cluster, namespace, selector)) continue;
    const { severity = "warning", because } = known.absence(budget.cluster, namespace);
    const message = `${describe(budget)} selects ${selectorText(selector)}, which no pod template in namespace ${namespace} has${because}: it protects nothing; correct the selector`;
    yield problem(budget, "/spec/selector", message, { severity });
  }
};
var monitored = (known, monitor, namespace, selector) => {
  if (textAt(monitor.object, "kind") === "PodMonitor") {
    const pods = known.selected(monitor.cluster, namespace, selector);
    return {
      count: pods.length,
      hasPort: (name) => pods.some((pod) => templateDeclaresPort(pod, name)),
      operated: known.runsPods(monitor.cluster, namespace, selector)
    };
  }
  const found = known.services(monitor.cluster, namespace, selector);
  return {
    count: found.length,
    hasPort: (name) => found.some((service) => listAt(service.object, "spec", "ports").some((port) => field(port, "name") === name)),
    // The Services of an operator carry its labels, as its pods do.
    operated: known.runsPods(monitor.cluster, namespace, selector)
  };
};
var monitors = function* (known) {
  for (const [kind, endpoints] of [
    ["ServiceMonitor", "endpoints"],
    ["PodMonitor", "podMetricsEndpoints"]
  ])
    for (const monitor of known.ofKind(`monitoring.coreos.com/${kind}`)) {
      const selector = labelSelector(field(monitor.object, "spec", "selector"));
      const where = field(monitor.object, "spec", "namespaceSelector");
      const own2 = monitor.namespace ?? "";
      const listed = listAt(where, "matchNames").filter((name) => typeof name === "string");
      if (field(where, "any") === true || isEmpty(selector)) continue;
      const places = listed.length > 0 ? listed : [own2];
      if (places.some((place) => place !== own2 && !known.deploysTo(monitor.cluster, place))) continue;
      const found = places.map((place) => monitored(known, monitor, place, selector));
      if (found.some(({ operated }) => operated)) continue;
      const missing = places.map((place) => known.absence(monitor.cluster, place));
      const { severity = "warning", because } = missing.find(({ because: because2 }) => because2 !== "") ?? {
        because: ""
      };
      if (found.every(({ count }) => count === 0)) {
        const message = `${describe(monitor)} selects ${selectorText(selector)}, which no ${kind === "PodMonitor" ? "pod template" : "Service"} in ${places.join(", ")} has${because}: it scrapes nothing; correct the selector`;
        yield problem(monitor, "/spec/selector", message, { severity });
        continue;
      }
      for (const [index, endpoint] of listAt(monitor.object, "spec", endpoints).entries()) {
        const port = textAt(endpoint, "port");
        if (port === void 0 || found.some(({ hasPort }) => hasPort(port))) continue;
        const message = `${describe(monitor)} scrapes port ${port}, which nothing that it selects has${because}: correct the name of the port`;
        yield problem(monitor, pointer("spec", endpoints, index, "port"), message, { value: port, severity });
      }
    }
};
var targetWithoutEndpoints = {
  id: "target-without-endpoints",
  severity: "error",
  what: "A Service selects no pod or names a container port that no pod has; a route or Ingress leads to a missing Service or port; an autoscaler targets a missing workload; a monitor or disruption budget selects nothing (warning).",
  why: "Everything is accepted and shown as healthy, and users get 503, alerts stay silent, and nodes are drained without care.",
  mend: "Correct the selector, name or port; where the target is made outside the repository, exempt the object with the reason.",
  check: function* (world) {
    const known = lookup(world);
    yield* services(known);
    yield* routes2(known);
    yield* scaled(known);
    yield* budgets(known);
    yield* monitors(known);
  }
};

// actions/lib/rules/volume-deadlock.ts
var singleMode = (claim) => {
  const modes = listAt(claim, "spec", "accessModes");
  const single = modes.every((mode) => mode === "ReadWriteOnce" || mode === "ReadWriteOncePod");
  return single && typeof modes[0] === "string" ? modes[0] : void 0;
};
var surges = (deployment) => {
  if (textAt(deployment, "spec", "strategy", "type") === "Recreate") return false;
  const surge = field(deployment, "spec", "strategy", "rollingUpdate", "maxSurge");
  return surge !== 0 && surge !== "0" && surge !== "0%";
};
var volumeDeadlock = {
  id: "volume-deadlock",
  severity: "error",
  what: "A Deployment mounts a ReadWriteOnce or ReadWriteOncePod claim and runs more than one pod at a time, be it only during a rollout.",
  why: "The new pod, on another node, waits for the volume; the old pod waits for the new one to be ready: the rollout hangs until somebody deletes a pod by hand.",
  mend: "Use a StatefulSet, or one replica with strategy type Recreate, or a ReadWriteMany volume.",
  check: function* (world) {
    const known = lookup(world);
    for (const kind of ["apps/Deployment", "argoproj.io/Rollout"])
      for (const item of known.ofKind(kind)) {
        const template = known.templateOf(item);
        if (template === void 0) continue;
        const replicas = numberAt(item.object, "spec", "replicas") ?? 1;
        const reason = replicas > 1 ? `has ${replicas} replicas` : surges(item.object) ? "starts the new pod before the old one ends" : void 0;
        if (reason === void 0 || replicas === 0) continue;
        for (const [index, volume] of listAt(template.spec, "volumes").entries()) {
          const name = textAt(volume, "persistentVolumeClaim", "claimName");
          if (name === void 0) continue;
          const claim = known.find(item.cluster, item.namespace ?? "", "/PersistentVolumeClaim", name);
          const mode = claim === void 0 ? void 0 : singleMode(claim.object);
          if (mode === void 0) continue;
          yield problem(
            item,
            specPointer(template, "volumes", index, "persistentVolumeClaim", "claimName"),
            `${describe(item)} mounts claim ${name} (${mode}) and ${reason}: use a StatefulSet, or one replica with strategy Recreate`
          );
        }
      }
  }
};

// actions/lib/rules/catalogue.ts
var rules = [
  kustomizeRemoteReference,
  kustomizeHelmGlobals,
  jsonnetSource,
  deleteHook,
  secretInClear,
  infrastructureIdentity,
  selectorMismatch,
  targetWithoutEndpoints,
  missingReference,
  resourcesMissing,
  probesMissing,
  imageNotExact,
  volumeDeadlock,
  duplicateHostname
];
var plain = ({ id, severity, what, why: why2, mend }) => ({
  id,
  severity,
  what,
  why: why2,
  mend
});
var descriptions = [...engineRules, ...rules, ...terraformRules].map(plain).sort((one, other) => ruleIds.indexOf(one.id) - ruleIds.indexOf(other.id));

// actions/lib/rules/table.ts
var cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
var rulesTable = (rows) => [
  "| rule | severity | what it finds | why it matters | how to mend it |",
  "|---|---|---|---|---|",
  ...rows.map(
    ({ id, severity, what, why: why2, mend }) => `| \`${id}\` | ${severity} | ${[what, why2, mend].map(cell).join(" | ")} |`
  ),
  ""
].join("\n");

// actions/lib/rules/readme.ts
var renderRulesReadme = () => `# Rules

<!-- Generated from the rules themselves by \`node scripts/docs.ts\`: change the rule, not this file. -->

Severities are the defaults: \`.github/seaworthy.yaml\` changes them by rule id, and exempts a subject with a reason and an end date.
Absence proves nothing where an Application that deploys to the same place was not rendered: such findings are notes.

${rulesTable(descriptions)}
A rule is one file that exports a \`Rule\`: pure, from a \`World\` of rendered objects to problems with a JSON pointer each.
What custom controllers make (Secrets, Services, pods) is data in \`providers.ts\`; which fields name other objects is data in \`references.ts\`.
`;

export {
  isRuleId,
  rules,
  descriptions,
  rulesTable,
  renderRulesReadme
};
