import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/lib/argocd/application.ts
var argocdNamespace = "argocd";
var inCluster = "https://kubernetes.default.svc";
function isApplication(object) {
  const spec = asObject(object.spec);
  return object.kind === "Application" && group(object.apiVersion) === "argoproj.io" && spec !== void 0 && (asObject(spec.source) !== void 0 || Array.isArray(spec.sources));
}
function isNamed(object) {
  return asText(asObject(object.metadata)?.name) !== void 0;
}
function isApplicationSet(object) {
  return object.kind === "ApplicationSet" && group(object.apiVersion) === "argoproj.io";
}
function readApplication(object) {
  const spec = asObject(object.spec) ?? {};
  const destination = asObject(spec.destination) ?? {};
  const metadata = asObject(object.metadata) ?? {};
  const name = asText(destination.name);
  return {
    name: asText(metadata.name) ?? "",
    namespace: asText(metadata.namespace) ?? argocdNamespace,
    project: asText(spec.project) ?? "default",
    labels: textValues(asObject(metadata.labels)),
    sources: readSources(spec),
    cluster: asText(destination.server) ?? (name === void 0 || name === "in-cluster" ? inCluster : name),
    destinationNamespace: asText(destination.namespace)
  };
}
function readSources(spec) {
  const several = Array.isArray(spec.sources) ? spec.sources : [];
  if (several.length > 0) {
    return several.flatMap((source, index) => {
      const fields = asObject(source);
      return fields === void 0 ? [] : [readSource(fields, `/spec/sources/${index}`)];
    });
  }
  const one = asObject(spec.source);
  return one === void 0 ? [] : [readSource(one, "/spec/source")];
}
function readSource(fields, pointer) {
  const path = asText(fields.path);
  return {
    pointer,
    repository: asText(fields.repoURL) ?? "",
    revision: asText(fields.targetRevision) ?? "HEAD",
    path: path === void 0 ? void 0 : cleanPath(path),
    chart: asText(fields.chart),
    ref: asText(fields.ref),
    helm: asObject(fields.helm),
    kustomize: asObject(fields.kustomize),
    directory: asObject(fields.directory),
    plugin: asObject(fields.plugin)
  };
}
function cleanPath(path) {
  return path.split("/").filter((part) => part !== "" && part !== ".").join("/");
}
function group(apiVersion) {
  return typeof apiVersion === "string" ? apiVersion.split("/")[0] : void 0;
}
function asObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function asText(value) {
  return typeof value === "string" && value !== "" ? value : void 0;
}
function textValues(object) {
  const entries = Object.entries(object ?? {});
  return Object.fromEntries(entries.filter((entry) => typeof entry[1] === "string"));
}

// actions/lib/argocd/repository-url.ts
function repositoryKey(address) {
  const text = address.trim().toLowerCase();
  const scpLike = /^(?:[^@/:]+@)?([^/:@]+):(?!\/\/)(.+)$/.exec(text);
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.*)$/.exec(text);
  const [, host, path] = withScheme ?? scpLike ?? [void 0, void 0, text];
  const cleaned = (path ?? "").replace(/^\/+/, "").replace(/\/+$/, "").replace(/\.git$/, "");
  return host === void 0 ? cleaned : `${host}/${cleaned}`;
}
function isSameRepository(address, own) {
  const key = repositoryKey(address);
  return own.some((one) => {
    const mine = repositoryKey(one);
    return mine === key || mine.split("/").length === 2 && key.endsWith(`/${mine}`);
  });
}

// actions/lib/yaml/field-path.ts
function fieldPathParts(path) {
  const parts = [];
  let part = "";
  let depth = 0;
  for (let at = 0; at < path.length; at += 1) {
    const character = path[at] ?? "";
    if (character === "\\" && path[at + 1] === ".") {
      part += ".";
      at += 1;
    } else if (character === "." && depth === 0) {
      parts.push(part);
      part = "";
    } else {
      if (character === "[") depth += 1;
      if (character === "]") depth -= 1;
      part += character;
    }
  }
  return [...parts, part].filter((name) => name !== "");
}
function itemSelector(part) {
  const [, key, value] = /^\[([^=\]]*)=(.*)\]$/s.exec(part) ?? [];
  return key === void 0 || value === void 0 ? void 0 : { key, value };
}
function parseFieldPath(text) {
  const parts = fieldPathParts(text);
  if (parts.length === 0) return { error: "it is empty; write the keys that lead to the value, such as spec.replicas" };
  if (!isBalanced(text)) return { error: "a bracket is not closed or not opened; write list items as [name=value]" };
  const steps = [];
  for (const part of parts) {
    if (part === "*") return { error: "it holds *, which selects any number of values; select one by [name=value]" };
    const selector = itemSelector(part);
    const key = /^\[(.+)\]$/s.exec(part)?.[1] ?? part;
    if (selector !== void 0) steps.push({ type: "items", ...selector });
    else if (part === "[]") return { error: "[] selects nothing; write [name=value]" };
    else steps.push({ type: "key", key });
  }
  return steps;
}
function isBalanced(text) {
  let depth = 0;
  for (const character of text.replaceAll("\\.", "")) {
    if (character === "[") depth += 1;
    if (character === "]") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
function resolveFieldPath(data, path) {
  const [step, ...rest] = path;
  if (step === void 0) return [[]];
  return children(data, step).flatMap(([name, value]) => resolveFieldPath(value, rest).map((below) => [name, ...below]));
}
function children(data, step) {
  if (step.type === "items") {
    return Array.isArray(data) ? [...data.entries()].filter(([, item]) => isSelected(item, step.key, step.value)) : [];
  }
  return isMapping(data) && Object.hasOwn(data, step.key) ? [[step.key, data[step.key]]] : [];
}
function isSelected(item, key, value) {
  if (key === "") return item === value;
  return isMapping(item) && Object.hasOwn(item, key) && item[key] === value;
}
function explainFieldPath(data, path) {
  let reached = [data];
  let so = "the document";
  for (const step of path) {
    const next = reached.flatMap((value) => children(value, step).map(([, child]) => child));
    if (next.length === 0) return `${so} ${obstacle(reached[0], step)}`;
    so = describeStep(step);
    reached = next;
  }
  return `${so} is there`;
}
function obstacle(value, step) {
  if (step.type === "items") {
    if (Array.isArray(value)) return `has no item ${describeStep(step)}`;
    return `is ${isMapping(value) ? "a mapping" : "a single value"} and no list, so ${describeStep(step)} selects nothing`;
  }
  if (Array.isArray(value)) {
    const number = /^\d+$/.test(step.key) ? "by number, which changes with every item before it" : "by a key";
    return `is a list, whose items are not selected ${number}; write [name=value] instead of ${step.key}`;
  }
  return isMapping(value) ? `has no key ${step.key}` : `is a single value without a key ${step.key}`;
}
function describeStep(step) {
  return step.type === "key" ? step.key : `[${step.key}=${step.value}]`;
}
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export {
  isApplication,
  isNamed,
  isApplicationSet,
  readApplication,
  isSameRepository,
  fieldPathParts,
  itemSelector,
  parseFieldPath,
  resolveFieldPath,
  explainFieldPath
};
