import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  identityOf
} from "./chunk-2RFVUGA2.js";
import {
  descriptions,
  isRuleId,
  rules
} from "./chunk-ROF7WIRR.js";
import {
  EngineError,
  messageOf
} from "./chunk-KUXA54O7.js";
import {
  fieldPathParts,
  isApplication,
  isApplicationSet,
  isNamed,
  isSameRepository,
  itemSelector,
  readApplication
} from "./chunk-ZO4UCZNK.js";
import {
  splitImage
} from "./chunk-NTJZ2C6H.js";
import {
  compareTrees,
  distFile,
  fingerprintOf,
  openCommitTree
} from "./chunk-NFCCWYF2.js";
import {
  findRepository,
  openDirectoryTree,
  openWorkingTree,
  resolveCommit
} from "./chunk-Z6NCKDR5.js";
import {
  LineCounter,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  parseSettings,
  pointerNames,
  pointerOf,
  pointerSegment,
  valueAt
} from "./chunk-RDPHONAS.js";
import {
  matchesPattern
} from "./chunk-UNCBMZAL.js";
import {
  nearest
} from "./chunk-LFBZ2KVQ.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/verdict/judge.ts
import { resolve as resolve2 } from "node:path";

// actions/kubeconform-wasm/src/artefacts.ts
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";

// actions/kubeconform-wasm/src/pieces.ts
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
var inflatePieces = async (compressed, pieces) => {
  const total = (index) => pieces.reduce((sum, piece) => sum + piece[index], 0);
  if (compressed.length !== total(0)) throw new Error(`there are ${compressed.length} bytes where ${total(0)} belong`);
  const bytes = Buffer.allocUnsafeSlow(total(1));
  let [from, to] = [0, 0];
  await Promise.all(
    pieces.map(async ([length, size]) => {
      const part = compressed.subarray(from, from + length);
      const at = to;
      from += length;
      to += size;
      const params = { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 };
      const inflated = await promisify(brotliDecompress)(part, {
        params,
        chunkSize: size + 64,
        maxOutputLength: size + 64
      });
      if (inflated.length !== size) throw new Error(`a piece has ${inflated.length} bytes where ${size} belong`);
      inflated.copy(bytes, at);
    })
  );
  return bytes;
};

// actions/kubeconform-wasm/src/artefacts.ts
var firstOf = (candidates) => {
  const urls = candidates.map((candidate) => new URL(candidate, import.meta.url));
  return urls.find((url) => existsSync(url)) ?? urls[0];
};
var workerScript = () => firstOf(["./worker.ts", "./engine-worker.js", "../engine-worker.js"]);
var builtFile = (name, directory) => directory ? new URL(name, directory) : firstOf([`./${name}`, `../${name}`, `../../dist/${name}`]);
var readManifest = async (directory) => {
  const url = builtFile("engine.json", directory);
  try {
    return JSON.parse(await readFile(url, "utf8"));
  } catch (error) {
    const advice = "build it with `node actions/kubeconform-wasm/build/build.ts`";
    throw new EngineError("start", "start", `the engine cannot be read: ${messageOf(error)}; ${advice}`);
  }
};
var tieringBudgets = { short: 4e8, long: 13e6 };
var loadArtefacts = async (directory, workload = "long") => {
  const manifest = await readManifest(directory);
  try {
    const [compressed, runtime] = await Promise.all([
      readFile(builtFile("engine.wasm.br", directory)),
      readFile(builtFile("wasm_exec.js", directory), "utf8")
    ]);
    const bytes = await inflatePieces(compressed, manifest.pieces).catch((error) => {
      throw new Error(`engine.wasm.br and engine.json are not of the same build: ${messageOf(error)}`);
    });
    setFlagsFromString("--wasm-lazy-validation");
    setFlagsFromString(`--wasm-tiering-budget=${tieringBudgets[await workload]}`);
    return { module: await WebAssembly.compile(bytes), runtime, manifest };
  } catch (error) {
    throw error instanceof EngineError ? error : new EngineError("start", "start", messageOf(error));
  }
};

// actions/kubeconform-wasm/src/engine.ts
import { availableParallelism } from "node:os";

// actions/kubeconform-wasm/src/exact-json.ts
import { randomUUID } from "node:crypto";
var mark = `${randomUUID()}:`;
var markedText = new RegExp(`"${mark}(-?\\d+)"`, "g");
var stringOrLongInteger = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;
var exactForms = /* @__PURE__ */ new WeakMap();
var markLongIntegers = (text) => text.replace(
  stringOrLongInteger,
  (found) => found.startsWith('"') || Number.isSafeInteger(Number(found)) ? found : `"${mark}${found}"`
);
var round = (value) => {
  if (typeof value === "string") return value.startsWith(mark) ? Number(value.slice(mark.length)) : value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, inner, round(inner)]);
  const changed = entries.some(([, inner, rounded2]) => inner !== rounded2);
  if (!changed) return value;
  const rounded = entries.map(([key, , inner]) => [key, inner]);
  const result = Array.isArray(value) ? rounded.map(([, inner]) => inner) : Object.fromEntries(rounded);
  exactForms.set(result, value);
  return result;
};
var parseExact = (text) => /\d{16}/.test(text) ? round(JSON.parse(markLongIntegers(text))) : JSON.parse(text);
var stringifyExact = (value) => {
  let exact = false;
  const text = JSON.stringify(value, (_key, inner) => {
    const form = typeof inner === "object" && inner !== null ? exactForms.get(inner) : void 0;
    if (form === void 0) return inner;
    exact = true;
    return form;
  });
  return exact ? text.replace(markedText, "$1") : text;
};
var equalExact = (a, b) => {
  if (a === b) return true;
  const text = JSON.stringify(a);
  if (text !== JSON.stringify(b)) return false;
  return !/\d{16}/.test(text) || stringifyExact(a) === stringifyExact(b);
};

// actions/kubeconform-wasm/src/pool/call.ts
var inputLimit = 64 * 1024 * 1024;
var describe = ({ operation, subject }) => subject ? `${operation} of ${subject}` : operation;
var callError = (call, code, what) => new EngineError(code, call.operation, `${describe(call)}: ${what}`);
var encodeRequest = (call) => {
  const input = call.request instanceof Uint8Array ? call.request : new TextEncoder().encode(stringifyExact(call.request));
  if (input.length <= inputLimit) return input;
  const size = (input.length / 1024 / 1024).toFixed(1);
  throw callError(call, "too-large", `its input has ${size} MB, and one call may have 64 MB: split it`);
};

// actions/kubeconform-wasm/src/pool/member.ts
import { MessageChannel, Worker } from "node:worker_threads";

// actions/kubeconform-wasm/src/files/file-source.ts
import { posix } from "node:path";
var aheadFiles = 200;
var aheadBytes = 1024 * 1024;
var kustomizations = /* @__PURE__ */ new Set(["kustomization.yaml", "kustomization.yml", "Kustomization"]);
var ownBytes = (entry) => entry.type === "file" && entry.bytes.buffer.byteLength !== entry.bytes.byteLength ? { type: "file", bytes: new Uint8Array(entry.bytes) } : entry;
var readEntry = async (tree, path) => {
  try {
    return ownBytes(await tree.read(path));
  } catch (error) {
    return { type: "refused", reason: messageOf(error) };
  }
};
var listFiles = async (tree, directory) => {
  try {
    return await tree.list(directory);
  } catch {
    return [];
  }
};
var readAhead = async (tree, paths, known) => {
  const entries = [];
  let size = 0;
  for (const path of paths) {
    const key = `${tree.id}\0${path}`;
    if (known.has(key)) continue;
    const entry = await readEntry(tree, path);
    size += entry.type === "file" ? entry.bytes.length : 0;
    if (size > aheadBytes || entries.length === aheadFiles) break;
    known.add(key);
    entries.push([path, entry]);
  }
  return entries;
};
var filesBelow = async (tree, directory, known) => readAhead(tree, await listFiles(tree, directory), known);
var entryWithCompany = async (tree, path, known) => {
  const entry = await readEntry(tree, path);
  known.add(`${tree.id}\0${path}`);
  if (entry.type !== "file" || !kustomizations.has(posix.basename(path))) return [[path, entry]];
  const directory = posix.dirname(path);
  const beside = (await listFiles(tree, directory)).filter((name) => posix.dirname(name) === directory);
  return [[path, entry], ...await readAhead(tree, beside, known)];
};

// actions/kubeconform-wasm/src/pool/member.ts
var callsAtOnce = 2;
var startLimit = 6e4;
var createMember = (options) => {
  const { port1: filePort, port2: workerPort } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const counter = new Int32Array(signal);
  const setup = { filePort: workerPort, signal };
  const worker = new Worker(options.script, {
    workerData: setup,
    transferList: [workerPort],
    execArgv: [],
    // The engine reads no environment, and a secret that is not there cannot leak.
    env: {},
    // Deeply nested input takes stack in Go's parsers, which the thread's own stack has to hold.
    resourceLimits: { stackSizeMb: 16 }
  });
  const calls = [];
  const known = /* @__PURE__ */ new Set();
  let ready = false;
  let gone = false;
  let timer;
  const die = (reason, message) => {
    if (gone) return;
    gone = true;
    clearTimeout(timer);
    filePort.close();
    void worker.terminate();
    const culprit = ready ? calls[0] : void 0;
    const untouched = calls.slice(culprit ? 1 : 0);
    calls.length = 0;
    options.onDeath({ ready, reason, message, culprit, untouched });
  };
  const watch = () => {
    clearTimeout(timer);
    const watched = ready ? calls[0] : "start";
    if (!watched) return;
    const limit = ready ? options.timeLimit : startLimit;
    timer = setTimeout(() => {
      setImmediate(() => {
        if (watched === (ready ? calls[0] : "start")) die("time-limit", `no answer within ${limit / 1e3} s`);
      });
    }, limit);
    timer.unref();
  };
  const settle = (id, memorySize, finish) => {
    const call = calls[0];
    if (call?.id !== id) return die("died", "the worker answered another call than the one it was given");
    calls.shift();
    if (calls.length === 0) worker.unref();
    watch();
    finish(call);
    options.onSettled(memorySize);
  };
  worker.on("message", (message) => {
    if (gone) return;
    if (message.type === "ready") {
      ready = true;
      if (calls.length === 0) worker.unref();
      watch();
      options.onReady();
    } else if (message.type === "answer") settle(message.id, message.memorySize, (call) => call.resolve(message.output));
    else if (message.type === "failed")
      settle(message.id, 0, (call) => call.reject(callError(call, "operation", message.message)));
    else die("died", message.message);
  });
  worker.on("error", (error) => die("died", messageOf(error)));
  worker.on("exit", (code) => die("died", `the worker ended with code ${code}`));
  const answerFile = async ({ call: id, ask, path }) => {
    const tree = calls.find((call) => call.id === id)?.tree;
    const entries = tree && ask === "read" ? await entryWithCompany(tree, path, known) : [];
    const names4 = tree && ask === "list" ? await listFiles(tree, path) : [];
    if (gone) return;
    filePort.postMessage({ entries, names: names4 });
    Atomics.add(counter, 0, 1);
    Atomics.notify(counter, 0);
  };
  filePort.on("message", (question) => {
    answerFile(question).catch((error) => die("died", messageOf(error)));
  });
  filePort.unref();
  worker.unref();
  const send = async (call) => {
    if (gone) return;
    let input;
    try {
      input = encodeRequest(call);
    } catch (error) {
      calls.splice(calls.indexOf(call), 1);
      call.reject(error instanceof EngineError ? error : callError(call, "operation", messageOf(error)));
      if (calls.length === 0) worker.unref();
      return options.onSettled(0);
    }
    const files = call.tree && call.directory !== void 0 ? await filesBelow(call.tree, call.directory, known) : [];
    if (gone) return;
    const tree = call.tree ? { treeId: call.tree.id, files } : {};
    const message = { type: "call", id: call.id, operation: call.operation, input, ...tree };
    const transfer = call.request instanceof Uint8Array ? [] : [input.buffer];
    worker.postMessage(message, transfer);
  };
  let sending = Promise.resolve();
  return {
    start: (message) => {
      watch();
      worker.postMessage(message);
    },
    give: (call) => {
      calls.push(call);
      worker.ref();
      if (ready && calls.length === 1) watch();
      sending = sending.then(() => send(call)).catch((error) => die("died", messageOf(error)));
    },
    hasRoom: () => !gone && calls.length < callsAtOnce,
    isIdle: () => calls.length === 0,
    terminate: () => {
      gone = true;
      clearTimeout(timer);
      filePort.close();
      return { ended: worker.terminate().then(() => {
      }), unanswered: calls.splice(0) };
    }
  };
};

// actions/kubeconform-wasm/src/pool/pool.ts
var memoryToReplaceAt = 512 * 1024 * 1024;
var createPool = (options) => {
  const members = /* @__PURE__ */ new Set();
  const queue = [];
  const broadcasts = /* @__PURE__ */ new Map();
  const broadcastIds = /* @__PURE__ */ new Set();
  const endings = [];
  let nextId = 1;
  let done = 0;
  let open = 0;
  let broken;
  const report = () => options.onProgress?.({ done, open, queued: queue.length });
  const breakDown = (code, message) => {
    broken ??= { code, message };
    for (const call of queue.splice(0)) call.reject(callError(call, code, message));
  };
  const endMember = (member) => {
    members.delete(member);
    const { ended, unanswered } = member.terminate();
    endings.push(ended);
    queue.unshift(...unanswered);
  };
  const onDeath = (member, death) => {
    members.delete(member);
    const { culprit, untouched } = death;
    queue.unshift(...untouched.filter((call) => !broadcastIds.has(call.id)));
    for (const call of untouched.filter(({ id }) => broadcastIds.has(id)))
      call.reject(callError(call, "died", `the worker died before it could answer: ${death.message}`));
    if (culprit) {
      if (broadcastIds.has(culprit.id)) broadcasts.delete(culprit.operation);
      culprit.reject(callError(culprit, death.reason, death.message));
    }
    if (!death.ready) breakDown("start", `the engine could not be started: ${death.message}`);
    dispatch();
  };
  const addMember = () => {
    const member = createMember({
      script: options.script,
      timeLimit: options.timeLimit,
      onReady: dispatch,
      onSettled: (memorySize) => {
        if (memorySize > memoryToReplaceAt && member.isIdle()) endMember(member);
        dispatch();
      },
      onDeath: (death) => onDeath(member, death)
    });
    members.add(member);
    const before = [...broadcasts.values()].map((call) => ({ operation: call.operation, input: encodeRequest(call) }));
    options.artefacts.then(
      (message) => {
        if (members.has(member)) member.start({ ...message, before: [...message.before, ...before] });
      },
      (error) => {
        endMember(member);
        breakDown("start", messageOf(error));
      }
    );
  };
  const dispatch = () => {
    if (!broken) while (members.size < Math.min(options.workers, options.maximumWorkers)) addMember();
    const free = () => [...members].find((member) => member.isIdle()) ?? [...members].find((member) => member.hasRoom());
    for (let member = free(); queue.length > 0 && member; member = free()) member.give(queue.shift());
    if (!broken && queue.length > 0 && members.size < options.maximumWorkers) {
      addMember();
      dispatch();
    }
  };
  const submit = (request, pass) => {
    open++;
    const answer = new Promise((resolve3, reject) => {
      pass({ ...request, id: nextId++, resolve: resolve3, reject });
    });
    const settled = () => {
      done++;
      open--;
      report();
    };
    answer.then(settled, settled);
    return answer;
  };
  for (let count = 0; count < options.workers; count++) addMember();
  return {
    run: (request) => {
      if (broken) return Promise.reject(callError(request, broken.code, broken.message));
      const answer = submit(request, (call) => queue.push(call));
      dispatch();
      report();
      return answer;
    },
    broadcast: async (request) => {
      if (broken) throw callError(request, broken.code, broken.message);
      const encoded = { ...request, request: encodeRequest(request) };
      broadcasts.set(request.operation, encoded);
      const answers = [...members].map(
        (member) => submit(encoded, (call) => {
          broadcastIds.add(call.id);
          member.give(call);
        })
      );
      const [first] = await Promise.all(answers);
      if (!first) throw callError(request, "died", "there is no worker");
      return first;
    },
    close: async () => {
      for (const member of members) endMember(member);
      breakDown("closed", "the engine was closed");
      await Promise.all(endings);
    }
  };
};

// actions/kubeconform-wasm/src/engine.ts
var workersAtOnce = 4;
var schemasInput = ({ kubernetes, crds }) => Buffer.concat([...[Buffer.from('{"kubernetes":'), kubernetes, Buffer.from(',"crds":'), crds, Buffer.from("}")]]);
var startMessage = async (options) => {
  const { module, runtime, manifest } = await loadArtefacts(options.directory, options.workload);
  const common = { type: "start", module, runtime, faults: options.faults ?? false };
  if (manifest.snapshot) return { ...common, snapshot: manifest.snapshot, before: [] };
  const schemas = options.bundles ? [{ operation: "schemas", input: schemasInput(options.bundles) }] : [];
  return { ...common, before: [...schemas, { operation: "warm", input: new Uint8Array() }] };
};
var startEngine = (options = {}) => {
  const cores = options.workers ?? availableParallelism();
  const maximumWorkers = Math.max(1, Math.min(cores, options.expectedCalls ?? cores));
  const artefacts = startMessage(options);
  const pool = createPool({
    script: workerScript(),
    artefacts,
    workers: Math.min(maximumWorkers, workersAtOnce),
    maximumWorkers,
    timeLimit: options.timeLimit ?? 6e4,
    ...options.onProgress ? { onProgress: options.onProgress } : {}
  });
  const decoder = new TextDecoder();
  const ask = async (request) => parseExact(decoder.decode(await pool.run(request)));
  return {
    render: (tree, request) => {
      const directory = request.source.path;
      return ask({ operation: "render", request, subject: directory, tree, directory });
    },
    documents: (tree, request) => {
      const subject = request.paths.length === 1 ? request.paths[0] ?? "" : `${request.paths.length} files`;
      return ask({ operation: "documents", request, subject, tree });
    },
    review: (request) => ask({ operation: "review", request, subject: `${request.items.length} objects` }),
    template: (request) => ask({ operation: "template", request }),
    crds: async (request) => {
      const subject = `${request.crds.length} CustomResourceDefinitions`;
      return parseExact(decoder.decode(await pool.broadcast({ operation: "crds", request, subject })));
    },
    kubeconform: (request) => ask({ operation: "kubeconform", request }),
    kind: (request) => ask({ operation: "kind", request, subject: `${request.apiVersion} ${request.kind}` }),
    call: (operation, input) => pool.run({ operation, request: input }),
    close: pool.close
  };
};

// actions/lib/kubernetes/catalogue.ts
import { readFile as readFile2 } from "node:fs/promises";
var loaded;
function loadCatalogue() {
  loaded ??= readCatalogue();
  return loaded;
}
async function readCatalogue() {
  const file = import.meta.url.endsWith(".ts") ? new URL("../../../schemas/bundle/catalogue.json", import.meta.url) : distFile("catalogue.json");
  return catalogueOf(JSON.parse(await readFile2(file, "utf8")));
}
function catalogueOf({ versions, kinds, lifecycle }) {
  const rows = new Map(Object.entries(kinds));
  const lives = new Map(Object.entries(lifecycle));
  return {
    versions,
    lookup: (apiVersion, kind) => {
      const key = `${apiVersion}/${kind}`;
      const row = rows.get(key);
      return row === void 0 ? void 0 : { ...row, lifecycle: lives.get(key) };
    },
    lifecycle: (apiVersion, kind) => lives.get(`${apiVersion}/${kind}`),
    nearest: (apiVersion, kind) => nearestKind([...rows.keys()], apiVersion, kind)
  };
}
function nearestKind(keys, apiVersion, kind) {
  const ofKind2 = keys.filter((key2) => key2.endsWith(`/${kind}`)).map((key2) => split(key2).apiVersion);
  const group = apiVersion.slice(0, apiVersion.lastIndexOf("/") + 1);
  const sameGroup = ofKind2.filter((known) => known.slice(0, known.lastIndexOf("/") + 1) === group);
  const version = nearest(apiVersion, ofKind2) ?? sameGroup[0];
  if (version !== void 0) return { apiVersion: version, kind };
  const ofVersion = keys.filter((key2) => split(key2).apiVersion === apiVersion).map((key2) => split(key2).kind);
  const name = nearest(kind, ofVersion);
  if (name !== void 0) return { apiVersion, kind: name };
  const key = nearest(`${apiVersion}/${kind}`, keys);
  return key === void 0 ? void 0 : split(key);
}
function split(key) {
  const slash = key.lastIndexOf("/");
  return { apiVersion: key.slice(0, slash), kind: key.slice(slash + 1) };
}

// actions/lib/render/locate/document-at-line.ts
function documentAtLine({ documents }, line) {
  if (line === void 0) return documents.length === 1 ? documents[0] : void 0;
  return documents.find((document) => document.startLine <= line && line <= document.endLine) ?? documents.findLast((document) => document.startLine <= line) ?? // Content may start below the line that its reader counts as the first, after a tag or an anchor.
  documents[0];
}

// actions/lib/render/locate/paths.ts
import { posix as posix2 } from "node:path";
function pathBelow(directory, entry) {
  if (entry.startsWith("/") || entry.includes("://") || entry.includes("\n")) return void 0;
  const path = cleanPath(`${directory}/${entry}`);
  return path === ".." || path.startsWith("../") ? void 0 : path;
}
function cleanPath(path) {
  const cleaned = posix2.normalize(path.replace(/^\/+/, "")).replace(/\/+$/, "");
  return cleaned === "." ? "" : cleaned;
}

// actions/lib/render/locate/plain.ts
function isPlainMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function mapOf(value) {
  return isPlainMap(value) ? value : {};
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function textOf(value) {
  return typeof value === "string" && value !== "" ? value : void 0;
}
function saysTheSame(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => saysTheSame(item, other[index]));
  }
  if (isPlainMap(one) && isPlainMap(other)) {
    const names4 = Object.keys(one);
    return names4.length === Object.keys(other).length && names4.every((name) => Object.hasOwn(other, name) && saysTheSame(one[name], other[name]));
  }
  return typeof one !== "object" && typeof other !== "object" && String(one) === String(other);
}

// actions/lib/render/locate/application-options.ts
async function applicationLayer(files, place2, options, directory) {
  if (options === void 0 || Object.keys(options).length === 0) return void 0;
  const source = await files.yaml(place2.file);
  const document = source && documentAtLine(source, place2.line);
  if (document === void 0 || !isPlainMap(options)) return void 0;
  return {
    type: "application",
    file: place2.file,
    directory: cleanPath(directory),
    document,
    prefix: `${place2.pointer}/kustomize`,
    value: options
  };
}
function withOptions(route, options) {
  const top = route.at(-1);
  if (top === void 0) return route;
  const kept = Object.entries(top.value).filter(
    ([name]) => !replacing.has(name) || textOf(options.value[name]) === void 0
  );
  return [...route.slice(0, -1), { ...top, value: Object.fromEntries(kept) }, options];
}
var replacing = /* @__PURE__ */ new Set(["namePrefix", "nameSuffix", "namespace"]);

// actions/lib/render/locate/claim.ts
function placeIn(file, document, pointer) {
  const found = document?.locate(pointer);
  return found === void 0 || !found.exact && document?.value() === void 0 ? { file } : { file, ...found.position };
}
function placeInLayer(layer, pointer) {
  return placeIn(layer.file, layer.document, layer.prefix + pointer);
}

// actions/lib/render/locate/kustomization-tree.ts
var names = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
var mostLayers = 2e3;
var mostRoutes = 64;
var deepestComponents = 12;
async function kustomizationTree(files, top, components) {
  const layers = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  const queue = [top];
  for (let directory = queue.shift(); directory !== void 0 && seen.size < mostLayers; directory = queue.shift()) {
    if (seen.has(directory)) continue;
    seen.add(directory);
    const layer = await readLayer(files, directory);
    if (layer === void 0) continue;
    layers.set(directory, layer);
    queue.push(
      ...entriesOf(layer).filter((path) => !/\.(ya?ml|json)$/.test(path)),
      ...componentsOf(layer, { top, components })
    );
  }
  return { top, layers, components };
}
async function readLayer(files, directory) {
  for (const name of names) {
    const file = directory === "" ? name : `${directory}/${name}`;
    const document = (await files.yaml(file))?.documents[0];
    const value = document?.value();
    if (document !== void 0 && isPlainMap(value)) {
      return { type: "kustomization", file, directory, document, prefix: "", value };
    }
  }
  return void 0;
}
function routesTo(tree, file) {
  return routes(tree, tree.top, file, leadingTo(tree, file), []);
}
function routes(tree, directory, file, leading, above) {
  const layer = tree.layers.get(directory);
  if (layer === void 0 || !leading.has(directory) || above.includes(directory)) return [];
  const inside = [...above, directory];
  const below = (path) => routes(tree, path, file, leading, inside);
  const components = componentsOf(layer, tree);
  const after = (first) => components.slice(first).flatMap((path) => wholeComponent(tree, path, inside));
  const found = layer.file === file ? [[...after(0), layer]] : [];
  for (const path of entriesOf(layer)) {
    const passed = path === file ? [[]] : found.length < mostRoutes ? below(path) : [];
    found.push(...passed.map((route) => [...route, ...after(0), layer]));
  }
  for (const [index, path] of components.entries()) {
    const passed = path === file || found.length >= mostRoutes ? [] : below(path);
    found.push(...passed.map((route) => [...route, ...after(index + 1), layer]));
  }
  return found.slice(0, mostRoutes);
}
function leadingTo(tree, file) {
  const users = /* @__PURE__ */ new Map();
  const leading = [];
  for (const [directory, layer] of tree.layers) {
    const used = [...entriesOf(layer), ...componentsOf(layer, tree)];
    for (const path of used) users.set(path, [...users.get(path) ?? [], directory]);
    if (layer.file === file || used.includes(file)) leading.push(directory);
  }
  const known = new Set(leading);
  for (const directory of known) for (const user of users.get(directory) ?? []) known.add(user);
  return known;
}
function wholeComponent(tree, directory, above) {
  const layer = tree.layers.get(directory);
  if (layer === void 0 || above.includes(directory) || above.length > deepestComponents) return [];
  const inside = [...above, directory];
  return [...componentsOf(layer, tree).flatMap((path) => wholeComponent(tree, path, inside)), layer];
}
function resourceFiles(tree) {
  return [...new Set([...tree.layers.values()].flatMap(entriesOf).filter((path) => !tree.layers.has(path)))];
}
function entriesOf(layer) {
  return localPaths(layer, [...listOf(layer.value.resources), ...listOf(layer.value.bases)]);
}
function componentsOf(layer, tree) {
  const own = localPaths(layer, listOf(layer.value.components));
  return layer.directory === tree.top ? [...own, ...tree.components] : own;
}
function localPaths(layer, entries) {
  return entries.flatMap((entry) => {
    const path = typeof entry === "string" ? pathBelow(layer.directory, entry) : void 0;
    return path === void 0 ? [] : [path];
  });
}

// actions/lib/render/locate/identity.ts
function affixed(name, layer) {
  return `${textOf(layer.value.namePrefix) ?? ""}${name}${textOf(layer.value.nameSuffix) ?? ""}`;
}
function namesAlong(original, route) {
  const names4 = [original];
  for (const layer of route) names4.push(affixed(names4.at(-1) ?? original, layer));
  return names4;
}
function identityOf2(object, written, route) {
  const { metadata } = object;
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    names: /* @__PURE__ */ new Set([...namesAlong(written.name, route), metadata.name]),
    // An absent namespace counts as `default` (resid.EffectiveNamespace).
    namespaces: /* @__PURE__ */ new Set([
      written.namespace ?? "default",
      ...route.flatMap((layer) => textOf(layer.value.namespace) ?? []),
      metadata.namespace ?? "default"
    ]),
    labels: metadata.labels ?? {},
    annotations: metadata.annotations ?? {}
  };
}

// actions/lib/render/locate/target-selector.ts
function selects(target, identity) {
  if (!isPlainMap(target)) return false;
  const [group, version] = groupAndVersion(identity.apiVersion);
  const named = [
    [target.group, [group]],
    [target.version, [version]],
    [target.kind, [identity.kind]],
    [target.name, identity.names],
    [target.namespace, identity.namespaces]
  ];
  return named.every(([pattern, values]) => [...values].some((value) => matchesWhole(pattern, value))) && matchesLabels(target.labelSelector, identity.labels) && matchesLabels(target.annotationSelector, identity.annotations);
}
function groupAndVersion(apiVersion) {
  const [first = "", second] = apiVersion.split("/");
  return second === void 0 ? ["", first] : [first, second];
}
function matchesWhole(pattern, value) {
  const text = textOf(pattern);
  if (text === void 0 || text === value) return true;
  if (!isCheap(text)) return false;
  try {
    return new RegExp(`^(?:${text})$`).test(value);
  } catch {
    return false;
  }
}
function isCheap(pattern) {
  const nested = /[*+}][^|]*\)\s*[*+{]/.test(pattern);
  return pattern.length <= 300 && !nested && pattern.split("|").every((part) => (part.match(/[*+{]/g) ?? []).length <= 2);
}
function matchesLabels(selector, labels) {
  const text = textOf(selector);
  if (text === void 0) return true;
  return text.split(/,(?![^(]*\))/).every((requirement) => matchesRequirement(requirement.trim(), labels));
}
function matchesRequirement(requirement, labels) {
  const set = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(requirement);
  if (set !== null) {
    const [, key = "", operator, list = ""] = set;
    const value = labels[key];
    const isIn = value !== void 0 && list.split(",").some((item) => item.trim() === value);
    return operator === "in" ? isIn : !isIn;
  }
  const equality = /^([^=!\s]+)\s*(==|=|!=)\s*(\S*)$/.exec(requirement);
  if (equality !== null) {
    const [, key = "", operator, wanted = ""] = equality;
    return operator === "!=" ? labels[key] !== wanted : labels[key] === wanted;
  }
  return requirement.startsWith("!") ? labels[requirement.slice(1).trim()] === void 0 : labels[requirement] !== void 0;
}

// actions/lib/render/locate/base-object.ts
function writtenObjects(source) {
  return source.documents.flatMap((document) => {
    const value = document.value();
    if (!isPlainMap(value)) return [];
    const items = typeof value.kind === "string" && value.kind.endsWith("List") ? listOf(value.items) : [];
    const written = items.length > 0 ? items.map((item, index) => [item, `/items/${index}`]) : [[value, ""]];
    return written.flatMap(([object, prefix]) => isPlainMap(object) ? [describe2(document, prefix, object)] : []);
  });
}
function describe2(document, prefix, value) {
  const { name, namespace } = mapOf(value.metadata);
  const space = textOf(namespace);
  return { document, prefix, value, name: String(name ?? ""), ...space !== void 0 && { namespace: space } };
}
var indices = /* @__PURE__ */ new WeakMap();
function indexOf(source) {
  const known = indices.get(source);
  if (known !== void 0) return known;
  const all = writtenObjects(source);
  const byType = /* @__PURE__ */ new Map();
  for (const written of all) {
    const type = typeOf(written.value);
    byType.set(type, [...byType.get(type) ?? [], written]);
  }
  const index = { all, byType };
  indices.set(source, index);
  return index;
}
function typeOf({ apiVersion, kind }) {
  return `${groupAndVersion(String(apiVersion ?? ""))[0]}/${String(kind ?? "")}`;
}
function hasKindOf(source, object) {
  return indexOf(source).byType.has(typeOf(object));
}
function fitOf(source, object, routes2) {
  const candidates = indexOf(source).byType.get(typeOf(object)) ?? [];
  const scores = candidates.flatMap(
    (written) => (routes2.length > 0 ? routes2 : [[]]).map((route) => score(written, object, route))
  );
  return Math.max(0, ...scores);
}
function baseObject(source, object, routes2) {
  const index = indexOf(source);
  const candidates = index.byType.get(typeOf(object)) ?? [];
  const fits = candidates.flatMap(
    (written) => (routes2.length > 0 ? routes2 : [[]]).map((route) => ({ written, route, score: score(written, object, route) }))
  );
  const best = fits.reduce(
    (first, next) => next.score > (first?.score ?? 0) ? next : first,
    void 0
  );
  if (best !== void 0) return best;
  const [alone, ...others] = candidates.length > 0 ? candidates : index.all;
  return alone === void 0 || others.length > 0 ? void 0 : { written: alone, route: routes2[0] ?? [] };
}
var wholeName = 1e4;
var exactFit = 2 * wholeName;
function score(written, object, route) {
  const rendered = object.metadata.name;
  if (written.name === "" || rendered === void 0) return 0;
  const names4 = namesAlong(written.name, route);
  const namespace = route.findLast((layer) => textOf(layer.value.namespace) !== void 0)?.value.namespace;
  const agrees = (textOf(namespace) ?? written.namespace ?? object.metadata.namespace) === object.metadata.namespace;
  const byNamespace = (agrees ? 2 : 0) + (written.namespace === object.metadata.namespace ? 1 : 0);
  if (names4.at(-1) === rendered) return 3 * wholeName + byNamespace;
  if (written.name === rendered || object.kind === "Namespace" && namespace === rendered)
    return 2 * wholeName + byNamespace;
  return rendered.includes(written.name) ? written.name.length * 4 + byNamespace : 0;
}

// actions/lib/render/locate/generators.ts
var fields = { ConfigMap: "configMapGenerator", Secret: "secretGenerator" };
function generatorEntries(layer, object, names4) {
  const field = Object.hasOwn(fields, object.kind) ? fields[object.kind] : void 0;
  if (field === void 0 || layer.type === "application") return [];
  return listOf(layer.value[field]).flatMap(
    (entry, index) => names4.has(String(mapOf(entry).name)) ? [{ layer, pointer: pointerOf(field, index), value: mapOf(entry) }] : []
  );
}
function generatedName(layer, object, route) {
  const field = Object.hasOwn(fields, object.kind) ? fields[object.kind] : void 0;
  const rendered = object.metadata.name;
  const plain = rendered.replace(/-[a-z0-9]{10}$/, "");
  return listOf(field && layer.value[field]).map((entry) => String(mapOf(entry).name)).find((name) => [rendered, plain].includes(namesAlong(name, route).at(-1) ?? ""));
}
async function generatorClaims(entry, wanted) {
  const [section, key, field] = wanted.steps.map((step) => step.name);
  const depth = wanted.steps.length;
  const claim = (at) => ({ type: "sets", depth, at });
  const here = (pointer) => claim(placeInLayer(entry.layer, pointer));
  if (section === "data" || section === "binaryData" || section === "stringData") {
    const at = key === void 0 ? void 0 : await placeOfKey(entry, key, wanted);
    if (at !== void 0) return [claim(at)];
  }
  if (section === "metadata" && (key === "labels" || key === "annotations") && field !== void 0) {
    if (Object.hasOwn(mapOf(mapOf(entry.value.options)[key]), field)) {
      return [here(`${entry.pointer}/options${pointerOf(key, field)}`)];
    }
    if (Object.hasOwn(mapOf(mapOf(entry.layer.value.generatorOptions)[key]), field)) {
      return [here(`/generatorOptions${pointerOf(key, field)}`)];
    }
  }
  if (section === "type" && entry.value.type !== void 0) return [here(`${entry.pointer}/type`)];
  return entry.value.behavior === "replace" ? [{ ...here(entry.pointer), depth: 0 }] : [];
}
async function placeOfKey(entry, key, wanted) {
  const { layer, pointer, value } = entry;
  const literal = listOf(value.literals).findLastIndex((item) => keyOfLiteral(String(item)) === key);
  if (literal >= 0) return placeInLayer(layer, `${pointer}/literals/${literal}`);
  const file = listOf(value.files).findLastIndex((item) => keyOfFile(String(item)) === key);
  if (file >= 0) return placeInLayer(layer, `${pointer}/files/${file}`);
  const envs = [...listOf(value.envs), ...textOf(value.env) === void 0 ? [] : [value.env]];
  for (const env of envs.reverse()) {
    const path = pathBelow(layer.directory, String(env));
    const at = path === void 0 ? void 0 : lineOfKey(path, await wanted.files.text(path) ?? "", key);
    if (at !== void 0) return at;
  }
  return void 0;
}
function keyOfLiteral(literal) {
  return literal.slice(0, Math.max(literal.indexOf("="), 0));
}
function keyOfFile(entry) {
  const equals = entry.indexOf("=");
  return equals > 0 ? entry.slice(0, equals) : entry.split("/").at(-1) ?? entry;
}
function lineOfKey(file, text, key) {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const index = lines.findLastIndex((line) => line.trimStart().split("=")[0] === key);
  if (index < 0) return void 0;
  const row = lines[index] ?? "";
  const column = row.length - row.trimStart().length + 1;
  return { file, line: index + 1, column, endLine: index + 1, endColumn: row.length + 1 };
}

// actions/lib/render/locate/merge-keys.ts
var ownGroups = /* @__PURE__ */ new Set([
  "",
  "apps",
  "batch",
  "autoscaling",
  "policy",
  "extensions",
  "admissionregistration.k8s.io",
  "apiextensions.k8s.io",
  "apiregistration.k8s.io",
  "certificates.k8s.io",
  "coordination.k8s.io",
  "discovery.k8s.io",
  "events.k8s.io",
  "flowcontrol.apiserver.k8s.io",
  "networking.k8s.io",
  "node.k8s.io",
  "rbac.authorization.k8s.io",
  "resource.k8s.io",
  "scheduling.k8s.io",
  "storage.k8s.io"
]);
var mergedLists = {
  containers: ["name"],
  initContainers: ["name"],
  ephemeralContainers: ["name"],
  env: ["name"],
  volumes: ["name"],
  volumeMounts: ["mountPath"],
  volumeDevices: ["devicePath"],
  imagePullSecrets: ["name"],
  secrets: ["name"],
  hostAliases: ["ip"],
  conditions: ["type"],
  topologySpreadConstraints: ["topologyKey", "whenUnsatisfiable"],
  resourceClaims: ["name"],
  claims: ["name"],
  schedulingGates: ["name"],
  webhooks: ["name"],
  matchConditions: ["name"],
  variables: ["name"],
  ownerReferences: ["uid"]
};
var tellingFields = [
  "name",
  "key",
  "id",
  "alert",
  "record",
  "containerPort",
  "port",
  "mountPath",
  "devicePath",
  "topologyKey",
  "ip",
  "secretKey",
  "type",
  "host",
  "path"
];
function mergeKeysOf(apiVersion, kind, path) {
  const group = apiVersion.includes("/") ? apiVersion.split("/")[0] ?? "" : "";
  if (!ownGroups.has(group)) return void 0;
  const list = path.at(-1) ?? "";
  if (list === "ports") {
    if (kind === "Service" && path.length === 2) return ["port", "protocol"];
    return /ontainers$/.test(path.at(-3) ?? "") ? ["containerPort", "protocol"] : void 0;
  }
  return Object.hasOwn(mergedLists, list) ? mergedLists[list] : void 0;
}
function tellingField(list) {
  return tellingFields.find((field) => {
    const values = list.map((item) => isPlainMap(item) ? item[field] : void 0);
    return values.every(isScalarValue) && new Set(values.map(String)).size === values.length;
  });
}
function isScalarValue(value) {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
function agree(one, other, keys) {
  if (!isPlainMap(one) || !isPlainMap(other)) return false;
  const read = (map, key) => String(map[key] ?? (key === "protocol" ? "TCP" : ""));
  return keys.every((key) => read(one, key) === read(other, key)) && one[keys[0] ?? ""] !== void 0;
}

// actions/lib/render/locate/named-path.ts
function namedPath(object, pointer) {
  const names4 = pointerNames(pointer);
  let current = object;
  return names4.map((name, depth) => {
    const keysOf = (length) => mergeKeysOf(object.apiVersion, object.kind, names4.slice(0, length));
    if (!Array.isArray(current)) {
      current = isPlainMap(current) && Object.hasOwn(current, name) ? current[name] : void 0;
      return { name, merges: keysOf(depth + 1) !== void 0 };
    }
    const list = current;
    const index = Number(name);
    const mergeKeys = keysOf(depth);
    current = list[index];
    return { name, merges: false, item: { index, element: current, list, ...mergeKeys && { mergeKeys } } };
  });
}
function indexOfItem(list, item) {
  const { index, element, mergeKeys } = item;
  if (element === void 0) return void 0;
  if (saysTheSame(list[index], element)) return index;
  const keys = mergeKeys ?? [tellingField(item.list)].filter((key) => key !== void 0);
  const found = keys.length > 0 ? list.findIndex((candidate) => agree(candidate, element, keys)) : -1;
  if (found >= 0) return found;
  const equal = list.findIndex((candidate) => saysTheSame(candidate, element));
  if (equal >= 0) return equal;
  const renamed = list.findIndex((candidate) => agree(candidate, element, ["name"]));
  if (renamed >= 0) return renamed;
  return list.length === item.list.length || mergeKeys === void 0 ? existing(list, index) : void 0;
}
function existing(list, index) {
  return index >= 0 && index < list.length ? index : void 0;
}
function resolveSteps(root, steps) {
  let value = root;
  let pointer = "";
  for (const [depth, { name, item }] of steps.entries()) {
    let next;
    if (Array.isArray(value)) next = indexOfItem(value, item ?? notAnItem(name))?.toString();
    else if (isPlainMap(value) && Object.hasOwn(value, name)) next = name;
    if (next === void 0) return { pointer, depth, value };
    value = value[next];
    pointer += `/${pointerSegment(next)}`;
  }
  return { pointer, depth: steps.length, value };
}
function notAnItem(name) {
  return { index: Number(name), element: void 0, list: [] };
}

// actions/lib/render/locate/field-path.ts
function fieldPathCovers(path, steps) {
  const parts = fieldPathParts(path);
  return parts.length > 0 && parts.length <= steps.length && parts.every((part, depth) => covers(part, steps[depth]));
}
function covers(part, step) {
  if (step === void 0 || part === "*") return step !== void 0;
  const selector = itemSelector(part);
  if (selector !== void 0 && step.item !== void 0) {
    const { element } = step.item;
    return String(selector.key === "" ? element : mapOf(element)[selector.key]) === selector.value;
  }
  return part === step.name || part === `[${step.name}]`;
}

// actions/lib/render/locate/images.ts
function imageClaims(layer, wanted) {
  const { value, steps } = wanted;
  if (typeof value !== "string" || steps.at(-1)?.name !== "image") return [];
  const rendered = splitImage(value);
  const written = resolveSteps(wanted.base, steps);
  if (!isOfContainer(wanted) && written.depth === steps.length && written.value === value) return [];
  const entries = listOf(layer.value.images).map(imageEntry);
  const index = entries.findLastIndex((entry2) => entry2 !== void 0 && made(entry2, rendered));
  const entry = entries[index];
  if (entry === void 0) return [];
  const field = layer.type === "application" ? [] : [entry.digest ? "digest" : entry.tag ? "newTag" : "newName"];
  return [{ type: "sets", depth: steps.length, at: placeInLayer(layer, pointerOf("images", index, ...field)) }];
}
function isOfContainer({ steps }) {
  return /^(init)?containers$/i.test(steps.at(-3)?.name ?? "");
}
function imageEntry(entry) {
  if (typeof entry === "string") {
    const [first = "", second] = entry.split("=");
    const image = splitImage(second ?? first);
    const name2 = second === void 0 ? image.name : first;
    const { tag: tag2, digest: digest2 } = image;
    return {
      name: name2,
      ...second !== void 0 && image.name !== "*" && { newName: image.name },
      ...tag2 !== void 0 && tag2 !== "*" && { tag: tag2 },
      ...digest2 !== void 0 && { digest: digest2 }
    };
  }
  const { name, newName, newTag, digest, tagSuffix } = mapOf(entry);
  if (textOf(name) === void 0) return void 0;
  const tag = newTag === void 0 ? tagSuffix : newTag;
  return {
    name: String(name),
    ...textOf(newName) && { newName: String(newName) },
    ...tag !== void 0 && tag !== "" && { tag: String(tag) },
    ...textOf(digest) && { digest: String(digest) }
  };
}
function made(entry, rendered) {
  const changes = entry.newName !== void 0 || entry.tag !== void 0 || entry.digest !== void 0;
  if (!changes || rendered.name !== (entry.newName ?? entry.name)) return false;
  if (entry.digest !== void 0) return rendered.digest === entry.digest;
  return entry.tag === void 0 || (rendered.tag ?? "").endsWith(entry.tag);
}

// actions/lib/render/locate/labels.ts
function labelClaims(layer, wanted) {
  const path = wanted.steps.map((step) => step.name);
  const claims = [];
  for (const source of sourcesOf(layer)) {
    const pairs = mapOf(source.pairs);
    const key = path.at(-1) ?? "";
    if (source.writesTo(wanted, path.slice(0, -1)) && Object.hasOwn(pairs, key) && says(pairs[key], wanted.value)) {
      claims.push({ type: "sets", depth: path.length, at: placeInLayer(layer, source.pointer + pointerOf(key)) });
    } else if (source.writesTo(wanted, path) && Object.keys(pairs).length > 0) {
      claims.push({ type: "part", depth: path.length, at: placeInLayer(layer, source.pointer) });
    }
  }
  return claims;
}
function says(written, rendered) {
  return String(written) === rendered || typeof written === "string" && written.includes("$ARGOCD_");
}
function sourcesOf({ value }) {
  const labels = listOf(value.labels).map((entry, index) => {
    const { pairs, includeSelectors, includeTemplates, fields: fields2 } = mapOf(entry);
    return {
      pairs,
      pointer: pointerOf("labels", index, "pairs"),
      writesTo: (wanted, path) => isMetadata(path, "labels", includeSelectors === true || includeTemplates === true) || includeSelectors === true && isSelector(path) || listOf(fields2).some((field) => isField(mapOf(field).path, wanted, path))
    };
  });
  return [
    {
      pairs: value.commonAnnotations,
      pointer: "/commonAnnotations",
      writesTo: (_, path) => isMetadata(path, "annotations", true)
    },
    ...labels.reverse(),
    {
      pairs: value.commonLabels,
      pointer: "/commonLabels",
      // Fields of an Application that hold its labels back.
      writesTo: (_, path) => value.labelWithoutSelector === true ? isMetadata(path, "labels", value.labelIncludeTemplates === true) : isMetadata(path, "labels", true) || isSelector(path)
    }
  ];
}
function isMetadata(path, field, withTemplates) {
  return path.at(-1) === field && path.at(-2) === "metadata" && (path.length === 2 || withTemplates);
}
function isSelector(path) {
  return path.at(-1) === "matchLabels" || path.at(-1) === "selector" && path[0] === "spec";
}
function isField(spec, wanted, path) {
  if (typeof spec !== "string") return false;
  const parts = spec.replaceAll("[]", "").split("/").join(".");
  return path.length <= wanted.steps.length && fieldPathCovers(parts, wanted.steps.slice(0, path.length));
}

// actions/lib/yaml/marks.ts
function valueAtPointer(document, root, pointer) {
  let node = resolved(document, root);
  let mark2 = markOf(root);
  for (const name of pointerNames(pointer)) {
    const found = node === null ? void 0 : child(document, node, name);
    if (found === void 0) return { node, mark: mark2, exact: false };
    mark2 = found.mark;
    node = resolved(document, found.node);
  }
  return { node, mark: mark2, exact: true };
}
function child(document, node, name, depth = 0) {
  if (isSeq(node)) {
    const item = /^\d+$/.test(name) ? node.items[Number(name)] : void 0;
    return item === void 0 ? void 0 : { node: item, mark: markOf(item) };
  }
  if (!isMap(node)) return void 0;
  const pair = node.items.findLast((item) => keyNames(document, item).includes(name));
  if (pair !== void 0) return { node: pair.value, mark: markOfPair(pair) };
  if (depth > 20) return void 0;
  for (const merged of mergedMaps(document, node)) {
    const found = child(document, merged, name, depth + 1);
    if (found !== void 0) return found;
  }
  return void 0;
}
function keyNames(document, pair) {
  const key = resolved(document, pair.key);
  if (!isScalar(key)) return [];
  return typeof key.source === "string" ? [key.source, String(key.value)] : [String(key.value)];
}
function mergedMaps(document, map) {
  return map.items.flatMap((pair) => {
    if (!isScalar(pair.key) || pair.key.source !== "<<" || pair.key.type !== "PLAIN") return [];
    const value = resolved(document, pair.value);
    const sources = isSeq(value) ? value.items.map((item) => resolved(document, item)) : [value];
    return sources.filter((source) => isMap(source));
  });
}
function resolved(document, node) {
  return isAlias(node) ? node.resolve(document) ?? null : node;
}
function markOfPair(pair) {
  const key = rangeOf(pair.key);
  const value = isScalar(pair.value) || isAlias(pair.value) ? rangeOf(pair.value) : void 0;
  return { start: key.start, keyEnd: key.end, end: Math.max(value?.end ?? 0, key.end) };
}
function markOf(node) {
  const first = isMap(node) && node.flow !== true ? node.items[0] : void 0;
  if (first !== void 0) return markOfPair(first);
  const { start, end } = rangeOf(node);
  if (isSeq(node) && node.flow !== true && node.items.length > 0) return markOf(node.items[0]);
  return { start, keyEnd: start + 1, end: isScalar(node) || isAlias(node) ? end : start + 1 };
}
function endOfMark(mark2, text) {
  return text.slice(mark2.start, mark2.end).includes("\n") ? mark2.keyEnd : mark2.end;
}
function rangeOf(node) {
  const range = node?.range;
  return range === void 0 || range === null ? { start: 0, end: 0 } : { start: range[0], end: range[1] };
}

// actions/lib/yaml/source-document.ts
var maxAliases = 1e3;
function parseYamlSource(text) {
  const lines = new LineCounter();
  const parsed = parseDocuments(text, lines);
  if (!Array.isArray(parsed)) return { documents: [], errors: [parsed] };
  const marked = text.startsWith("\uFEFF");
  const at = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(marked && line <= 1 ? col - 1 : col, 1) };
  };
  return {
    documents: parsed.filter(hasContent).map((document) => describe3(document, text, at)),
    errors: parsed.flatMap(
      (document) => document.errors.map((error) => ({ message: firstLine(error.message), ...at(error.pos[0]) }))
    )
  };
}
function parseDocuments(text, lineCounter) {
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter,
      uniqueKeys: false,
      prettyErrors: false,
      merge: true,
      version: "1.1",
      schema: "yaml-1.1",
      customTags: goTags,
      logLevel: "silent"
    });
    return Array.isArray(parsed) ? [...parsed] : [];
  } catch (error) {
    return { message: firstLine(error instanceof Error ? error.message : String(error)), line: 1, column: 1 };
  }
}
function goTags(tags) {
  return tags.filter((tag) => typeof tag === "string" || !(tag.tag.endsWith(":timestamp") || tag.format === "TIME"));
}
function hasContent({ contents }) {
  return contents !== null && !(isScalar(contents) && contents.value === null && contents.source === "");
}
function describe3(document, text, at) {
  const root = document.contents;
  const [start, end] = root.range ?? [0, 0];
  let known;
  return {
    startLine: at(start).line,
    endLine: at(Math.max(end - 1, start)).line,
    value: () => {
      known ??= { value: plainValue(document) };
      return known.value;
    },
    locate: (pointer) => {
      const found = valueAtPointer(document, root, pointer);
      return { position: positionOf(found.mark, text, at), exact: found.exact };
    },
    scalar: (pointer) => {
      const { node, exact } = valueAtPointer(document, root, pointer);
      if (!exact || !isScalar(node) || typeof node.value !== "string" || !node.range) return void 0;
      const [from, to] = node.range;
      return { text: node.value, raw: text.slice(from, to), placeOf: (offset) => at(from + offset) };
    }
  };
}
function plainValue(document) {
  if (document.errors.length > 0) return void 0;
  try {
    return document.toJS({ maxAliasCount: maxAliases });
  } catch {
    return void 0;
  }
}
function positionOf(mark2, text, at) {
  const start = at(mark2.start);
  const end = at(endOfMark(mark2, text));
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
function firstLine(message) {
  return message.split("\n")[0] ?? message;
}

// actions/lib/render/locate/inline-scalar.ts
function positionsInside(scalar) {
  const lineStarts = [0, ...[...scalar.text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const offsets = solidOffsets(scalar.raw);
  const place2 = (offset) => scalar.placeOf(offset);
  const sourceOffset = (line, column) => {
    const until = (lineStarts[line - 1] ?? 0) + column - 1;
    const count = countSolid(scalar.text, until);
    return offsets[Math.min(count, offsets.length - 1)] ?? 0;
  };
  return ({ line, column, endLine, endColumn }) => {
    const start = place2(sourceOffset(line, column));
    const end = place2(sourceOffset(endLine, Math.max(endColumn - 1, 1)) + 1);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
}
function countSolid(text, until) {
  return text.slice(0, until).replaceAll(/\s/g, "").length;
}
function solidOffsets(raw) {
  if (raw.startsWith("|") || raw.startsWith(">")) return solids(raw, raw.indexOf("\n") + 1, raw.length);
  if (raw.startsWith("'")) return solids(raw, 1, raw.length - 1, /''/y);
  if (raw.startsWith('"')) return solids(raw, 1, raw.length - 1, doubleQuotedEscape);
  return solids(raw, 0, raw.length);
}
var doubleQuotedEscape = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/y;
var blankEscape = /^\\(?:[tnvfr_LP \t\r\n]|x20|x09|x0[aA])/;
function solids(raw, from, to, escaping) {
  const offsets = [];
  for (let at = from; at < to; at += 1) {
    if (escaping !== void 0) {
      escaping.lastIndex = at;
      const escaped = escaping.exec(raw)?.[0];
      if (escaped !== void 0) {
        if (!blankEscape.test(escaped)) offsets.push(at);
        at += escaped.length - 1;
        continue;
      }
    }
    if (!/\s/.test(raw[at] ?? " ")) offsets.push(at);
  }
  return offsets;
}

// actions/lib/render/locate/json-patch.ts
function operatedPart(operations, steps, base, isMissing) {
  for (const [index, operation] of [...operations.entries()].reverse()) {
    const part = isPlainMap(operation) ? partOf(operation, steps, base, isMissing) : void 0;
    if (part !== void 0) return { ...part, pointer: `/${index}${part.pointer}` };
  }
  return void 0;
}
function partOf(operation, steps, base, isMissing) {
  const { op, path, value } = operation;
  if (typeof path !== "string" || op === "test") return void 0;
  const names4 = pointerNames(path);
  if (names4.length > steps.length || !leadsTo(names4, steps, base, operation)) return void 0;
  if (op === "remove") return isMissing ? { type: "sets", depth: steps.length, pointer: "/path" } : void 0;
  if (op === "move" || op === "copy") return { type: "sets", depth: steps.length, pointer: "/path" };
  const rest = resolveSteps(value, steps.slice(names4.length));
  return { type: "sets", depth: names4.length + rest.depth, pointer: `/value${rest.pointer}` };
}
function leadsTo(names4, steps, base, operation) {
  let before = base;
  return names4.every((name, depth) => {
    const step = steps[depth];
    before = childOf(before, name);
    if (step === void 0) return false;
    const { item } = step;
    if (item === void 0) return step.name === name;
    const writes = depth === names4.length - 1 && (operation.op === "add" || operation.op === "replace");
    const element = writes ? operation.value : before;
    const isKnown = writes || item.list.some((rendered) => isElement(element, { ...item, element: rendered }));
    return (isKnown ? isElement(element, item) : void 0) ?? name === step.name;
  });
}
function childOf(value, name) {
  if (Array.isArray(value)) return value[Number(name)];
  return isPlainMap(value) ? value[name] : void 0;
}
function isElement(written, item) {
  if (written === void 0) return void 0;
  if (saysTheSame(written, item.element)) return true;
  const keys = item.mergeKeys ?? [tellingField(item.list)].filter((name) => name !== void 0);
  return isPlainMap(written) && keys.some((key) => written[key] !== void 0) ? agree(written, item.element, keys) : void 0;
}

// actions/lib/render/locate/merge-patch.ts
function mergedPart(patch, steps) {
  let value = patch;
  let pointer = "";
  for (const [depth, step] of steps.entries()) {
    const merging = isPlainMap(value) || Array.isArray(value) && step.item?.mergeKeys !== void 0;
    if (!merging || replaces(value)) return replaced(value, pointer, steps, depth);
    const next = nextName(value, step);
    if (next === void 0) return { type: "part", depth, pointer };
    value = value[next];
    pointer += `/${pointerSegment(next)}`;
    if (value === null || directive(value) === "delete") return { type: "sets", depth: steps.length, pointer };
  }
  const merges = isPlainMap(value) && !replaces(value) || isMergedList(value, steps);
  return { type: merges ? "part" : "sets", depth: steps.length, pointer };
}
function nextName(value, step) {
  if (isPlainMap(value)) return Object.hasOwn(value, step.name) ? step.name : void 0;
  const { item } = step;
  if (!Array.isArray(value) || item === void 0) return void 0;
  const index = indexOfItem(value, { ...item, index: -1, list: [] });
  return index?.toString();
}
function replaced(value, pointer, steps, depth) {
  const rest = resolveSteps(value, steps.slice(depth));
  return { type: "sets", depth: depth + rest.depth, pointer: pointer + rest.pointer };
}
function replaces(value) {
  return Array.isArray(value) ? value.some((item) => directive(item) === "replace") : directive(value) === "replace";
}
function directive(value) {
  return isPlainMap(value) ? value.$patch : void 0;
}
function isMergedList(value, steps) {
  return Array.isArray(value) && !replaces(value) && steps.at(-1)?.merges === true;
}

// actions/lib/render/locate/patches.ts
async function patchClaims(layer, wanted) {
  const own = await claimsOfField(layer, "patches", wanted);
  return [...own, ...await claimsOfField(layer, "patchesStrategicMerge", wanted)];
}
async function jsonPatchClaims(layer, wanted) {
  return claimsOfField(layer, "patchesJson6902", wanted);
}
async function claimsOfField(layer, field, wanted) {
  const claims = [];
  for (const [index, entry] of [...listOf(layer.value[field]).entries()].reverse()) {
    const target = mapOf(entry).target;
    if (target !== void 0 && target !== null && !selects(target, wanted.identity)) continue;
    const patch = await patchText(layer, pointerOf(field, index), entry, wanted);
    if (patch === void 0) continue;
    for (const document of patch.documents.toReversed()) {
      const part = partOf2(document.value(), target, mapOf(mapOf(entry).options), wanted);
      if (part !== void 0 && part.depth > 0) claims.push({ ...part, at: patch.placeOf(document, part.pointer) });
    }
  }
  return claims;
}
function partOf2(value, target, options, wanted) {
  if (Array.isArray(value)) {
    return isPlainMap(target) ? operatedPart(value, wanted.steps, wanted.base, wanted.value === void 0) : void 0;
  }
  if (!isPlainMap(value) || !isPlainMap(target) && !names2(value, wanted) || isIdentity(wanted, options))
    return void 0;
  return mergedPart(value, wanted.steps);
}
function names2(patch, { identity }) {
  const { name, namespace } = mapOf(patch.metadata);
  const [group] = groupAndVersion(String(patch.apiVersion ?? ""));
  return patch.kind === identity.kind && group === groupAndVersion(identity.apiVersion)[0] && identity.names.has(String(name)) && (textOf(namespace) === void 0 || identity.namespaces.has(String(namespace)));
}
function isIdentity({ steps }, options) {
  const path = steps.map((step) => step.name).join("/");
  if (path === "kind" || path === "apiVersion") return options.allowKindChange !== true;
  if (path === "metadata/name") return options.allowNameChange !== true;
  return path === "metadata/namespace";
}
async function patchText(layer, entryPointer, entry, wanted) {
  const isText = typeof entry === "string";
  const path = isText ? entry : mapOf(entry).path;
  const file = typeof path === "string" ? pathBelow(layer.directory, path) : void 0;
  const read = file === void 0 ? void 0 : await wanted.files.yaml(file);
  if (file !== void 0 && read !== void 0) {
    return { documents: read.documents, placeOf: (document, pointer) => placeIn(file, document, pointer) };
  }
  const inline = isText ? entry : mapOf(entry).patch;
  return typeof inline === "string" ? inlinePatch(layer, isText ? entryPointer : `${entryPointer}/patch`, inline) : void 0;
}
function inlinePatch(layer, pointer, text) {
  const scalar = layer.document.scalar(layer.prefix + pointer);
  const inside = scalar?.text === text ? positionsInside(scalar) : void 0;
  return {
    documents: parseYamlSource(text).documents,
    placeOf: (document, inner) => {
      const position = inside && document.locate(inner)?.position;
      return position ? { file: layer.file, ...inside(position) } : placeInLayer(layer, pointer);
    }
  };
}

// actions/lib/render/locate/transformers.ts
var transformers = [
  replacementClaims,
  imageClaims,
  replicaClaims,
  jsonPatchClaims,
  labelClaims,
  affixClaims,
  namespaceClaims,
  patchClaims
];
async function stageClaims(layers, wanted) {
  const claims = [];
  for (const transformer of transformers) {
    for (const layer of layers) claims.push(...await transformer(layer, wanted));
  }
  return claims;
}
function sets(layer, wanted, pointer) {
  return { type: "sets", depth: wanted.steps.length, at: placeInLayer(layer, pointer) };
}
function pathOf({ steps }) {
  return steps.map((step) => step.name).join("/");
}
var scaled = /* @__PURE__ */ new Set(["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController"]);
function replicaClaims(layer, wanted) {
  if (pathOf(wanted) !== "spec/replicas" || !scaled.has(wanted.identity.kind)) return [];
  const index = listOf(layer.value.replicas).findLastIndex(
    (entry) => wanted.identity.names.has(String(mapOf(entry).name))
  );
  return index < 0 ? [] : [sets(layer, wanted, pointerOf("replicas", index, "count"))];
}
function affixClaims(layer, wanted) {
  const written = mapOf(mapOf(wanted.base).metadata).name;
  if (pathOf(wanted) !== "metadata/name" || written === wanted.value || typeof wanted.value !== "string") return [];
  const { namePrefix, nameSuffix } = layer.value;
  const field = textOf(nameSuffix) !== void 0 && wanted.value.includes(String(nameSuffix)) ? "nameSuffix" : textOf(namePrefix) !== void 0 && wanted.value.includes(String(namePrefix)) ? "namePrefix" : void 0;
  return field === void 0 ? [] : [sets(layer, wanted, `/${field}`)];
}
function namespaceClaims(layer, wanted) {
  const namespace = textOf(layer.value.namespace);
  if (namespace === void 0 || namespace !== wanted.value) return [];
  const path = pathOf(wanted);
  const isOwn2 = path === "metadata/namespace" || wanted.identity.kind === "Namespace" && path === "metadata/name";
  const isReference = wanted.steps.at(-1)?.name === "namespace" && !isWritten(wanted);
  return isOwn2 || isReference ? [sets(layer, wanted, "/namespace")] : [];
}
function isWritten({ base, steps, value }) {
  const found = resolveSteps(base, steps);
  return found.depth === steps.length && found.value === value;
}
async function replacementClaims(layer, wanted) {
  const claims = [];
  for (const [index, entry] of [...listOf(layer.value.replacements).entries()].reverse()) {
    const path = textOf(mapOf(entry).path);
    if (path === void 0) {
      const pointer = targetPointer(entry, wanted);
      if (pointer !== void 0) claims.push(sets(layer, wanted, pointerOf("replacements", index) + pointer));
      continue;
    }
    const file = pathBelow(layer.directory, path);
    const document = file === void 0 ? void 0 : (await wanted.files.yaml(file))?.documents[0];
    const value = document?.value();
    for (const [position, item] of [...(Array.isArray(value) ? value : [value]).entries()].reverse()) {
      const pointer = targetPointer(item, wanted);
      if (file === void 0 || pointer === void 0) continue;
      const whole = Array.isArray(value) ? pointerOf(position) + pointer : pointer;
      claims.push({ type: "sets", depth: wanted.steps.length, at: placeIn(file, document, whole) });
    }
  }
  return claims;
}
function targetPointer(replacement, wanted) {
  for (const [index, target] of [...listOf(mapOf(replacement).targets).entries()].reverse()) {
    const { select, reject, fieldPaths } = mapOf(target);
    if (!isPlainMap(select) || !selects(select, wanted.identity)) continue;
    if (listOf(reject).some((rejected) => selects(rejected, wanted.identity))) continue;
    const paths = fieldPaths === void 0 ? ["metadata.name"] : listOf(fieldPaths);
    const path = paths.findLastIndex((candidate) => fieldPathCovers(String(candidate), wanted.steps));
    if (path >= 0) return `/targets/${index}/fieldPaths/${pointerSegment(path)}`;
  }
  return void 0;
}

// actions/lib/render/locate/kustomize-field.ts
async function locateThroughKustomize(field) {
  const { object } = field;
  const origin = await originOf(field);
  if (origin === void 0) return { file: topFile(field.tree) };
  if (origin.generated) return locateGenerated(field, origin);
  const source = await field.files.yaml(origin.file);
  const fit = source && baseObject(source, object, routesOf(field, origin.file));
  if (fit === void 0) return { file: origin.file };
  const wanted = wantedOf(field, fit.written, fit.route, fit.written.value);
  const claims = [];
  for (const stage of stagesOf(fit.route)) {
    const decided = take(claims, await stageClaims(stage, wanted));
    if (decided) return deepest(claims)?.at ?? { file: origin.file };
  }
  claims.push(baseClaim(origin.file, fit.written, wanted));
  return deepest(claims)?.at ?? { file: origin.file };
}
function baseClaim(file, written, wanted) {
  const { pointer, depth } = resolveSteps(written.value, wanted.steps);
  return { type: "sets", depth, at: placeIn(file, written.document, written.prefix + pointer) };
}
async function originOf(field) {
  const { object, tree, files } = field;
  let best;
  const sameKind = [];
  for (const file2 of resourceFiles(tree)) {
    const source = await files.yaml(file2);
    if (source === void 0 || !hasKindOf(source, object)) continue;
    sameKind.push(file2);
    const fit = fitOf(source, object, routesOf(field, file2));
    if (fit > (best?.fit ?? 0)) best = { file: file2, fit };
  }
  if (best !== void 0 && best.fit >= exactFit) return { file: best.file, generated: false };
  let maker;
  for (const layer of tree.layers.values()) {
    for (const route of routesOf(field, layer.file)) {
      const made2 = route.length > (maker?.depth ?? 0) && generatedName(layer, object, route) !== void 0;
      if (made2) maker = { file: layer.file, depth: route.length };
    }
  }
  if (maker !== void 0) return { file: maker.file, generated: true };
  const file = best?.file ?? (sameKind.length === 1 ? sameKind[0] : void 0);
  return file === void 0 ? void 0 : { file, generated: false };
}
function topFile(tree) {
  return tree.layers.get(tree.top)?.file ?? tree.top;
}
async function locateGenerated(field, origin) {
  const { object } = field;
  const { route, name } = generatorRoute(field, origin);
  const wanted = wantedOf(field, { name }, route, void 0);
  const claims = [];
  for (const stage of stagesOf(route)) {
    if (take(claims, await stageClaims(stage, wanted))) break;
    const entries = stage.flatMap((layer) => generatorEntries(layer, object, wanted.identity.names));
    let decided = false;
    for (const entry2 of entries) decided ||= take(claims, await generatorClaims(entry2, wanted));
    if (decided) break;
  }
  const found = deepest(claims);
  if (found !== void 0 && (found.type === "sets" || found.depth > 0)) return found.at;
  const own = route.find((layer) => layer.file === origin.file);
  const [entry] = own === void 0 ? [] : generatorEntries(own, object, wanted.identity.names);
  return own === void 0 || entry === void 0 ? { file: origin.file } : placeInLayer(own, entry.pointer);
}
function generatorRoute(field, origin) {
  const ways = [...field.tree.layers.values()].flatMap(
    (layer) => routesOf(field, layer.file).flatMap((route) => {
      const name = generatedName(layer, field.object, route);
      return name !== void 0 && route.some(({ file }) => file === origin.file) ? [{ route, name }] : [];
    })
  );
  const fallback = { route: routesOf(field, origin.file)[0] ?? [], name: field.object.metadata.name };
  return ways.toSorted((one, other) => other.route.length - one.route.length)[0] ?? fallback;
}
function routesOf({ tree, options }, file) {
  const routes2 = routesTo(tree, file);
  return options === void 0 ? routes2 : routes2.map((route) => withOptions(route, options));
}
function stagesOf(route) {
  const [last, top, ...inner] = route.toReversed();
  if (last === void 0 || top === void 0 || last.type === "kustomization")
    return route.toReversed().map((layer) => [layer]);
  return [[last, top], ...inner.map((layer) => [layer])];
}
function wantedOf({ object, pointer, files }, written, route, base) {
  return {
    object,
    identity: identityOf2(object, written, route),
    steps: namedPath(object, pointer),
    value: valueAt(object, pointer),
    base,
    files
  };
}
function take(claims, more) {
  for (const claim of more) {
    claims.push(claim);
    if (claim.type === "sets") return true;
  }
  return false;
}
function deepest(claims) {
  return claims.reduce(
    (best, claim) => best === void 0 || claim.depth >= best.depth ? claim : best,
    void 0
  );
}

// actions/lib/render/locate/source-files.ts
var largestParsed = 4 * 1024 * 1024;
function sourceFiles(readText) {
  const texts = /* @__PURE__ */ new Map();
  const parsed = /* @__PURE__ */ new Map();
  const text = (path) => remembered(texts, path, () => readText(path).catch(() => void 0));
  const yaml = (path) => remembered(parsed, path, async () => {
    const content = await text(path);
    return content === void 0 || content.length > largestParsed ? void 0 : parseYamlSource(content);
  });
  return { text, yaml };
}
function remembered(known, key, make) {
  const existing2 = known.get(key);
  if (existing2 !== void 0) return existing2;
  const made2 = make();
  known.set(key, made2);
  return made2;
}

// actions/lib/render/locate/locator.ts
function createLocator(readText) {
  const files = sourceFiles(readText);
  const trees = /* @__PURE__ */ new Map();
  const treeOf = (source) => {
    const top = cleanPath(source.path);
    const components = listOf(source.kustomize?.components).flatMap((path) => pathBelow(top, String(path)) ?? []);
    const key = JSON.stringify([top, components]);
    const tree = trees.get(key) ?? kustomizationTree(files, top, components);
    trees.set(key, tree);
    return tree;
  };
  const locateKustomize = async (request) => {
    const { application, source } = request;
    const options = application && await applicationLayer(files, application, source.kustomize, source.path);
    return locateThroughKustomize({ ...request, files, tree: await treeOf(source), options });
  };
  return {
    locate: (request) => {
      const { origin, pointer, source } = request;
      const found = source.type === "kustomize" ? locateKustomize(request) : locateDirectory(files, origin, pointer);
      return found.catch(() => ({ file: origin.file ?? source.path }));
    },
    locateInFile: (file, place2) => locateInFile(files, file, place2)
  };
}
function locateDirectory(files, origin, pointer) {
  const prefix = origin.item === void 0 ? "" : `/items/${origin.item}`;
  return locateInFile(files, origin.file ?? "", {
    ...origin.line && { line: origin.line },
    pointer: prefix + pointer
  });
}
async function locateInFile(files, file, place2) {
  const source = await files.yaml(file);
  if (source === void 0) return { file };
  const document = place2.document === void 0 ? documentAtLine(source, place2.line) : source.documents[place2.document];
  return placeIn(file, document, place2.pointer);
}

// actions/lib/verdict/compare.ts
function compareFindings(base, head) {
  const before = new Set(base.map(({ fingerprint }) => fingerprint));
  const after = new Set(head.map(({ fingerprint }) => fingerprint));
  return {
    findings: head.map((finding) => ({ ...finding, status: before.has(finding.fingerprint) ? "known" : "new" })),
    fixed: base.filter(({ fingerprint }) => !after.has(fingerprint)).map((finding) => ({ ...finding, status: "fixed" }))
  };
}
function changeOf(before, after) {
  if (before === void 0) return "added";
  const same = equalExact(before.declared.object.spec, after.declared.object.spec) && before.sources.every(({ answer }, index) => sameObjects(answer, after.sources[index]?.answer));
  return same ? "unchanged" : "changed";
}
function sameObjects(before, after) {
  return before === after || equalExact(
    before?.objects.map(({ object }) => object),
    after?.objects.map(({ object }) => object)
  );
}

// actions/lib/verdict/exempt.ts
async function applyExemptions(findings, exemptions, settingsFile2, today, fileOf) {
  const left = [];
  const exempted = [];
  const used = /* @__PURE__ */ new Set();
  for (const finding of findings) {
    const matching = [];
    for (const exemption of exemptions) if (await matches(exemption, finding, fileOf)) matching.push(exemption);
    for (const exemption of matching) used.add(exemption);
    if (matching.some((exemption) => !isPast(exemption, today))) exempted.push(finding);
    else left.push(finding);
  }
  const problems = exemptions.flatMap((exemption, index) => {
    const at = { file: settingsFile2, document: 0 };
    const pointer = `/exemptions/${index}`;
    const value = JSON.stringify([exemption.rule, exemption.subject]);
    if (isPast(exemption, today)) {
      const message = `the exemption from ${exemption.rule} ended on ${exemption.until}; mend what it covers, or give it a new date and reason`;
      return [{ rule: "exemption-expired", message, pointer: `${pointer}/until`, value, at }];
    }
    if (exemption.rule.startsWith("terraform-")) return [];
    if (used.has(exemption)) return [];
    return [
      {
        rule: "exemption-unused",
        message: `the exemption from ${exemption.rule} matches nothing; remove it`,
        pointer,
        value,
        at
      }
    ];
  });
  return { findings: left, exempted, problems };
}
function isPast(exemption, today) {
  return exemption.until !== void 0 && exemption.until < today;
}
async function matches(exemption, finding, fileOf) {
  if (exemption.rule !== finding.rule) return false;
  const { file, ...subject } = exemption.subject;
  const actual = { ...finding.subject };
  const fits = Object.entries(subject).every(
    ([key, pattern]) => pattern === void 0 || matchesPattern(pattern, actual[key] ?? "")
  );
  return fits && (file === void 0 || matchesPattern(file, await fileOf(finding)));
}

// actions/lib/findings/named-pointer.ts
var names3 = ["name", "containerPort", "port", "mountPath", "key", "hostname", "host", "ip", "type"];
function namedPointer(root, pointer) {
  if (pointer === "") return "";
  let current = root;
  const parts = [];
  for (const segment of pointer.slice(1).split("/")) {
    if (Array.isArray(current)) {
      const element = current[Number(segment)];
      parts.push(elementName(element) ?? segment);
      current = element;
      continue;
    }
    parts.push(segment);
    current = isObject(current) ? current[segment.replaceAll("~1", "/").replaceAll("~0", "~")] : void 0;
  }
  return `/${parts.join("/")}`;
}
function elementName(element) {
  if (!isObject(element)) return void 0;
  for (const name of names3) {
    const value = element[name];
    if (typeof value === "string" || typeof value === "number") return `${name}=${value}`;
  }
  return void 0;
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// actions/lib/verdict/findings.ts
function findingsOf(problems, severities) {
  const findings = /* @__PURE__ */ new Map();
  for (const problem of problems) {
    const severity = severities(problem.rule, problem.severity);
    if (severity === "off") continue;
    const subject = subjectOf(problem);
    const fingerprint = freeFingerprint(problem, subject, findings);
    if (fingerprint === void 0) continue;
    findings.set(fingerprint, {
      rule: problem.rule,
      severity,
      message: problem.message,
      ...subject === void 0 ? {} : { subject },
      ...problem.object === void 0 && problem.pointer === "" ? {} : { pointer: problem.pointer },
      ...problem.kubernetesVersions === void 0 ? {} : { kubernetesVersions: problem.kubernetesVersions },
      fingerprint,
      problem
    });
  }
  return [...findings.values()];
}
function freeFingerprint(problem, subject, taken) {
  const pointer = problem.object === void 0 ? problem.pointer : namedPointer(problem.object.object, problem.pointer);
  const base = {
    rule: problem.rule,
    pointer,
    ...subject === void 0 ? {} : { subject },
    ...problem.at === void 0 || problem.object !== void 0 ? {} : { file: problem.at.file }
  };
  for (let number = 1; ; number += 1) {
    const value = `${problem.value ?? valueText(problem)}${number === 1 ? "" : `#${number}`}`;
    const fingerprint = fingerprintOf({ ...base, value });
    const other = taken.get(fingerprint);
    if (other === void 0) return fingerprint;
    if (other.message === problem.message) return void 0;
  }
}
function valueText(problem) {
  if (problem.object === void 0 || problem.object.object.kind === "Secret") return "";
  const value = valueAt(problem.object.object, problem.pointer);
  return typeof value === "object" || value === void 0 ? "" : JSON.stringify(value);
}
function subjectOf(problem) {
  if (problem.object !== void 0) return refOf(problem.object);
  if (problem.application === void 0) return void 0;
  const { application } = problem.application;
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    namespace: application.namespace,
    name: application.name,
    application: application.name
  };
}
function refOf(object) {
  const { apiVersion, kind, metadata } = object.object;
  return {
    apiVersion: String(apiVersion ?? ""),
    kind: String(kind ?? ""),
    ...object.namespace === void 0 ? {} : { namespace: object.namespace },
    name: typeof metadata?.name === "string" ? metadata.name : String(metadata?.generateName ?? ""),
    application: object.application,
    cluster: object.cluster
  };
}
async function place(finding, locator) {
  const { problem, ...rest } = finding;
  return { ...rest, at: await placeOf(problem, locator) };
}
async function placeOf(problem, locator) {
  if (problem.at !== void 0) {
    const { file, line, column, document } = problem.at;
    if (document === void 0)
      return { file, ...line === void 0 ? {} : { line }, ...column === void 0 ? {} : { column } };
    return locator.locateInFile(file, {
      ...line === void 0 ? {} : { line },
      ...document === void 0 ? {} : { document },
      pointer: problem.pointer
    });
  }
  const written = problem.object?.written ?? problem.application?.declared;
  if (written === void 0) return { file: "." };
  return locator.locate(await locateRequest(written, problem.pointer, locator));
}
async function locateRequest(written, pointer, locator) {
  const request = { origin: written.origin, object: written.object, pointer, source: written.source };
  if (written.by === void 0 || written.source.type !== "kustomize") return request;
  const { file, line } = await locator.locate(await locateRequest(written.by.declared, "", locator));
  return { ...request, application: { file, ...line === void 0 ? {} : { line }, pointer: sourcePointer(written) } };
}
function sourcePointer(written) {
  return written.by?.sources.find(({ asked }) => asked === written.source)?.source.pointer ?? "/spec/source";
}

// actions/lib/verdict/text.ts
function decodeText(bytes) {
  const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : bytes[0] === 254 && bytes[1] === 255 ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
function textReader(tree) {
  return async (path) => {
    const entry = await tree.read(path);
    if (entry.type === "link") return textReader(tree)(entry.target);
    return entry.type === "file" ? decodeText(entry.bytes) : void 0;
  };
}

// actions/lib/verdict/assemble-report.ts
var defaults = new Map(descriptions.map(({ id, severity }) => [id, severity]));
var order = ["error", "warning", "note"];
async function assembleReport(head, base, settings, roots) {
  const severities = (rule, own) => settings.severities[rule] ?? own ?? defaults.get(rule) ?? "error";
  const today = settings.today;
  const all = findingsOf(head.problems, severities);
  const baseFindings = base === void 0 ? [] : findingsOf(base.problems, severities);
  const locator = createLocator(textReader(head.tree));
  const fileOf = async (finding) => (await place(finding, locator)).at.file;
  const afterExemptions = await applyExemptions(all, settings.exemptions, settings.file, today, fileOf);
  const left = [...afterExemptions.findings, ...findingsOf(afterExemptions.problems, severities)];
  const compared = base === void 0 ? { findings: left, fixed: [] } : compareFindings(baseFindings, left);
  const exemptedPrints = new Set(afterExemptions.exempted.map(({ fingerprint }) => fingerprint));
  const fixed = compared.fixed.filter(({ fingerprint }) => !exemptedPrints.has(fingerprint));
  const findings = await placed(compared.findings, locator);
  const coverage = await coverageOf(head, locator);
  const verdict = verdictOf(findings, head, settings);
  return {
    ...verdict,
    head: head.tree.commit === void 0 ? {} : { revision: head.tree.commit },
    ...base?.tree.commit === void 0 ? {} : { base: { revision: base.tree.commit } },
    kubernetesVersions: settings.kubernetesVersions,
    failOn: settings.failOn,
    coverage,
    applications: await applicationReports(head, base, locator),
    findings,
    fixed: base === void 0 ? [] : await placed(fixed, createLocator(textReader(base.tree))),
    exempted: await placed(afterExemptions.exempted, locator),
    ...verdict.verdict === "unjudged" && verdict.reason === void 0 ? { reason: `no Application was found below ${roots.join(", ") || "the repository"}` } : {}
  };
}
function verdictOf(findings, head, settings) {
  if (findings.some(
    (finding) => finding.severity === "error" && (settings.failOn !== "new" || finding.status !== "known")
  ))
    return { verdict: "unfit" };
  if (head.applications.length === 0) return { verdict: "unjudged" };
  const judged = head.applications.filter(isJudged);
  if (judged.length === 0)
    return { verdict: "unjudged", reason: "none of the Applications could be judged; see the gaps" };
  return { verdict: "fit" };
}
function isJudged(one) {
  return one.gaps.length === 0 && one.sources.every(
    ({ answer, source }) => answer === void 0 ? source.ref !== void 0 : answer.failure === void 0
  );
}
async function placed(findings, locator) {
  const result = [];
  for (const finding of findings) result.push(await place(finding, locator));
  return result.sort(worstFirst);
}
function worstFirst(a, b) {
  return order.indexOf(a.severity) - order.indexOf(b.severity) || Number(a.status === "known") - Number(b.status === "known") || compareText(a.at.file, b.at.file) || (a.at.line ?? 0) - (b.at.line ?? 0) || (a.at.column ?? 0) - (b.at.column ?? 0) || compareText(a.rule, b.rule) || compareText(a.fingerprint, b.fingerprint);
}
async function coverageOf(side, locator) {
  const gaps = [];
  for (const problem of side.problems.filter(({ rule }) => rule === "not-judged")) {
    const { at } = await place(
      { rule: problem.rule, severity: "warning", message: problem.message, fingerprint: "", problem },
      locator
    );
    const application = problem.application?.application.name ?? problem.object?.application ?? "";
    gaps.push({
      application,
      reason: problem.application === void 0 ? problem.message : problem.value ?? problem.message,
      at
    });
  }
  return {
    applications: side.applications.length,
    applicationsJudged: side.applications.filter(isJudged).length,
    objects: side.objects.length,
    objectsChecked: side.objects.filter((object) => object.checked).length,
    gaps
  };
}
async function applicationReports(head, base, locator) {
  const keyOf = (one) => `${one.application.namespace}/${one.application.name}`;
  const before = /* @__PURE__ */ new Map();
  for (const one of base?.applications ?? []) before.set(keyOf(one), [...before.get(keyOf(one)) ?? [], one]);
  const reports = [];
  for (const one of head.applications) {
    const candidates = before.get(keyOf(one)) ?? [];
    const match = candidates.find((other) => changeOf(other, one) === "unchanged") ?? candidates[0];
    if (match !== void 0) candidates.splice(candidates.indexOf(match), 1);
    reports.push(await applicationReport(one, locator, base === void 0 ? void 0 : changeOf(match, one)));
  }
  if (base !== void 0) {
    const baseLocator = createLocator(textReader(base.tree));
    for (const one of [...before.values()].flat()) reports.push(await applicationReport(one, baseLocator, "removed"));
  }
  return reports;
}
async function applicationReport(one, locator, change) {
  const { application } = one;
  const { at } = await place(
    {
      rule: "not-judged",
      severity: "note",
      message: "",
      fingerprint: "",
      problem: { rule: "not-judged", message: "", pointer: "", application: one }
    },
    locator
  );
  return {
    name: application.name,
    namespace: application.namespace,
    project: application.project,
    at,
    sources: one.sources.map(({ source, asked }) => ({
      type: asked?.type ?? (source.chart !== void 0 || source.helm !== void 0 ? "helm" : "other"),
      ...source.path === void 0 ? {} : { path: source.path },
      ...source.chart === void 0 ? {} : { chart: source.chart },
      repository: source.repository.replace(/\/\/[^/@]+@/, "//\u2026@")
    })),
    destination: {
      cluster: application.cluster,
      ...application.destinationNamespace === void 0 ? {} : { namespace: application.destinationNamespace }
    },
    objects: one.objects.length,
    judged: isJudged(one),
    ...change === void 0 ? {} : { change }
  };
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// actions/lib/verdict/duplicate-objects.ts
function duplicateObjects(objects) {
  const first = /* @__PURE__ */ new Map();
  const problems = [];
  for (const object of objects) {
    const name = object.object.metadata?.name;
    if (typeof name !== "string" || name === "") continue;
    const key = objectKey(object);
    const earlier = first.get(key);
    if (earlier === void 0) {
      first.set(key, object);
      continue;
    }
    if (earlier.application === object.application && earlier.written.by !== object.written.by) continue;
    const { kind } = object.object;
    const elsewhere = earlier.application === object.application ? `twice in ${object.application}; only the last one is deployed` : `by ${earlier.application} and by ${object.application}, which will overwrite each other`;
    problems.push({
      rule: "duplicate-object",
      message: `${kind} ${name} is declared ${elsewhere}; remove or rename one`,
      pointer: "/metadata/name",
      object,
      value: earlier.application
    });
  }
  return problems;
}
function objectKey(object) {
  const { apiVersion, kind, metadata } = object.object;
  const group = typeof apiVersion === "string" && apiVersion.includes("/") ? apiVersion.split("/")[0] : "";
  return [object.cluster, group, kind, object.namespace ?? "", metadata?.name].join("\0");
}

// actions/lib/verdict/application-problems.ts
function applicationProblems(judged) {
  const problems = judged.gaps.map((gap) => ({
    rule: "not-judged",
    message: `${judged.application.name} was not judged: ${gap.reason}`,
    pointer: gap.at === void 0 ? gap.pointer : "",
    value: gap.reason,
    application: judged,
    ...gap.at === void 0 ? {} : { at: gap.at }
  }));
  let first = 0;
  for (const { source, answer } of judged.sources) {
    if (answer === void 0) continue;
    const objects = judged.objects.slice(first, first + answer.objects.length);
    first += answer.objects.length;
    problems.push(...answer.problems.flatMap((problem) => objectProblem(problem, objects)));
    problems.push(...fileProblems(judged, answer));
    if (answer.failure?.type === "fault") problems.push(renderFailed(judged, source.pointer, answer.failure));
  }
  return problems;
}
function objectProblem(problem, objects) {
  const object = objects[problem.object];
  if (object === void 0) return [];
  return [
    {
      rule: isRuleId(problem.rule) ? problem.rule : "schema",
      message: problem.message,
      pointer: problem.pointer,
      object,
      ...problem.severity === void 0 ? {} : { severity: problem.severity },
      ...problem.kubernetesVersions === void 0 ? {} : { kubernetesVersions: problem.kubernetesVersions }
    }
  ];
}
function fileProblems(judged, answer) {
  return answer.fileProblems.map((problem) => ({
    rule: isRuleId(problem.rule) ? problem.rule : "yaml-syntax",
    message: problem.message,
    pointer: "",
    value: problem.message,
    application: judged,
    at: {
      file: problem.file,
      ...problem.line === void 0 ? {} : { line: problem.line },
      ...problem.column === void 0 ? {} : { column: problem.column }
    }
  }));
}
var rules2 = {
  "invalid-yaml": "yaml-syntax",
  "invalid-text": "yaml-syntax",
  "too-deep": "yaml-syntax",
  "no-object": "yaml-syntax",
  "duplicate-key": "duplicate-key"
};
function renderFailed(judged, pointer, failure) {
  const said = withoutManifests(failure.message);
  return {
    rule: rules2[failure.reason] ?? "render-failed",
    // Several Applications may reach the same broken line: there the report names them, and the message is one.
    message: failure.line === void 0 ? `${judged.application.name} cannot be rendered: ${said}` : said,
    pointer: failure.file !== void 0 ? "" : failure.reason === "missing-path" ? `${pointer}/path` : pointer,
    value: said,
    application: judged,
    ...failure.file === void 0 ? {} : {
      at: {
        file: failure.file,
        ...failure.line === void 0 ? {} : { line: failure.line },
        ...failure.column === void 0 ? {} : { column: failure.column }
      }
    }
  };
}
function withoutManifests(message) {
  const quoted = /\s*(?:for the following resource:)?\s*^(?:apiVersion|kind|metadata|data|stringData):/m.exec(message);
  return quoted === null ? message : message.slice(0, quoted.index);
}

// actions/lib/verdict/discover.ts
var manifestName = /\.(ya?ml|json)$/;
var largeBytes = 1024 * 1024;
var marker = Buffer.from("argoproj.io/");
var kindMarker = Buffer.from("Application");
async function discover(tree, engine, roots) {
  const candidates = new Set(roots.flatMap((root) => tree.files.has(root) ? [root] : tree.list(root)));
  const paths = [];
  const reading = [...candidates].filter((path) => manifestName.test(path));
  for (let start = 0; start < reading.length; start += 128) {
    const slice = reading.slice(start, start + 128);
    const mentions = await Promise.all(slice.map((path) => mentionsApplications(tree, path)));
    paths.push(...slice.filter((_, index) => mentions[index]));
  }
  if (paths.length === 0) return { applications: [], applicationSets: [], problems: [] };
  const { objects, failures } = await engine.documents(tree, { paths });
  const written = objects.map(({ object, origin }) => {
    return { object, origin, source: { type: "directory", path: "" }, by: void 0 };
  });
  return {
    applications: written.filter((one) => isApplication(one.object) && isNamed(one.object)),
    applicationSets: written.filter((one) => isApplicationSet(one.object) && isNamed(one.object)),
    problems: failures.flatMap((failure) => unreadable(failure, tree))
  };
}
function unreadable(failure, tree) {
  const { file, line, column, message, reason } = failure;
  if (file === void 0 || reason === "no-object" || isChartTemplate(file, tree)) return [];
  return [
    {
      rule: failure.type === "gap" ? "not-judged" : "yaml-syntax",
      message: `the Applications of ${file} cannot be read: ${message}`,
      pointer: "",
      value: message,
      at: { file, ...line === void 0 ? {} : { line }, ...column === void 0 ? {} : { column } }
    }
  ];
}
function isChartTemplate(file, tree) {
  return [...file.matchAll(/(?<=^|\/)templates\//g)].some(
    ({ index }) => tree.files.has(`${file.slice(0, index)}Chart.yaml`)
  );
}
async function mentionsApplications(tree, path) {
  const entry = await tree.read(path);
  if (entry.type !== "file") return false;
  const { buffer, byteOffset, byteLength } = entry.bytes;
  const utf16 = (entry.bytes[0] ?? 0) >= 254;
  const bytes = utf16 ? Buffer.from(decodeText(entry.bytes)) : Buffer.from(buffer, byteOffset, byteLength);
  if (byteLength > largeBytes) return /^kind: *["']?Application/m.test(bytes.toString("latin1"));
  return bytes.includes(marker) && bytes.includes(kindMarker);
}

// actions/lib/argocd/build-variables.ts
function substituteBuildVariables(options, application, source) {
  const variables = {
    ARGOCD_APP_NAME: application.name,
    ARGOCD_APP_NAMESPACE: application.destinationNamespace ?? "",
    ARGOCD_APP_PROJECT_NAME: application.project,
    ARGOCD_APP_SOURCE_REPO_URL: source.repository,
    ARGOCD_APP_SOURCE_PATH: source.path ?? "",
    ARGOCD_APP_SOURCE_TARGET_REVISION: source.revision
  };
  const replace = (text) => text.replace(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (whole, braced, bare) => variables[braced ?? bare ?? ""] ?? whole
  );
  const inside = (value) => {
    if (typeof value === "string") return replace(value);
    if (Array.isArray(value)) return value.map(inside);
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, inside(element)]));
    }
    return value;
  };
  const fields2 = [
    "images",
    "commonLabels",
    ...options.commonAnnotationsEnvsubst === true ? ["commonAnnotations"] : []
  ];
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key, fields2.includes(key) ? inside(value) : value])
  );
}

// actions/lib/argocd/source-type.ts
async function sourceType(source, tree) {
  const named = ["helm", "kustomize", "directory", "plugin"].filter((type) => source[type] !== void 0);
  if (named.length > 1) return "several";
  if (named[0] !== void 0) return named[0];
  const beside = async (name) => {
    const entry = await tree.read(source.path === "" ? name : `${source.path}/${name}`);
    return entry.type === "file" || entry.type === "link";
  };
  if (await beside("Chart.yaml")) return "helm";
  for (const name of ["kustomization.yaml", "kustomization.yml", "Kustomization"])
    if (await beside(name)) return "kustomize";
  return "directory";
}

// actions/lib/verdict/render-application.ts
async function renderApplication(declared, context) {
  const application = readApplication(declared.object);
  const gaps = [];
  const sources = [];
  for (const source of application.sources) {
    const plan = await planSource(source, application, context);
    if ("gap" in plan) gaps.push({ reason: plan.gap, pointer: plan.pointer });
    if (!("asked" in plan)) {
      sources.push({ source });
      continue;
    }
    const answer = await context.known(application, plan.asked) ?? await render(plan.asked, application, context);
    sources.push({ source, asked: plan.asked, answer });
    if (answer.failure?.type === "gap") {
      const { failure } = answer;
      const at = failure.file === void 0 ? void 0 : { file: failure.file, ...failure.line === void 0 ? {} : { line: failure.line } };
      gaps.push({ reason: failure.message, pointer: source.pointer, ...at === void 0 ? {} : { at } });
    }
  }
  const objects = [];
  const judged = { application, declared, sources, objects, gaps };
  for (const one of sources)
    if (one.answer !== void 0 && one.asked !== void 0)
      objects.push(...judgedObjects(judged, one.asked, one.answer));
  return { judged, problems: applicationProblems(judged) };
}
async function planSource(source, application, context) {
  const gap = (reason, field) => ({ gap: reason, pointer: `${source.pointer}/${field}` });
  if (source.chart !== void 0) return gap(`the Helm chart ${source.chart} is not rendered yet`, "chart");
  if (source.repository === "") return gap("the source names no repoURL", "repoURL");
  if (!isOwn(source, context)) return gap(`${withoutCredentials(source.repository)} is another repository`, "repoURL");
  if (!context.identity.revisions.includes(source.revision)) {
    return gap(`targetRevision ${source.revision} is not the branch that is judged here`, "targetRevision");
  }
  if (source.path === void 0)
    return source.ref === void 0 ? { asked: { type: "directory", path: "" } } : { nothing: true };
  const entry = await context.tree.read(source.path);
  if (entry.type === "refused") return gap(`${source.path}: ${entry.reason}`, "path");
  switch (await sourceType(source, context.tree)) {
    case "kustomize": {
      const kustomize = substituteBuildVariables(source.kustomize ?? {}, application, source);
      return { asked: { type: "kustomize", path: source.path, kustomize } };
    }
    case "directory":
      return {
        asked: {
          type: "directory",
          path: source.path,
          ...source.directory === void 0 ? {} : { directory: source.directory }
        }
      };
    case "helm":
      return gap("Helm charts are not rendered yet", source.helm === void 0 ? "path" : "helm");
    case "plugin":
      return gap("a config management plugin renders it, which never runs here", "plugin");
    case "several":
      return gap("the source names several types at once, which Argo CD refuses", "path");
  }
}
function isOwn(source, context) {
  if (context.identity.repositories.length > 0)
    return isSameRepository(source.repository, context.identity.repositories);
  return source.path !== void 0 && context.tree.list(source.path).length > 0;
}
async function render(asked, application, context) {
  if (asked.path !== "" && (await context.tree.read(asked.path)).type === "missing") {
    const message = `the path ${asked.path} does not exist in this repository`;
    return {
      objects: [],
      problems: [],
      fileProblems: [],
      failure: { type: "fault", reason: "missing-path", message },
      read: [`${asked.path}/`],
      missed: [asked.path]
    };
  }
  const namespace = application.destinationNamespace;
  try {
    return await context.engine.render(context.tree, {
      source: asked,
      ...namespace === void 0 ? {} : { namespace },
      kubernetesVersions: context.kubernetesVersions
    });
  } catch (error) {
    const message = `the engine gave up on it: ${error instanceof Error ? error.message : String(error)}`;
    return {
      objects: [],
      problems: [],
      fileProblems: [],
      failure: { type: "gap", reason: "engine", message },
      read: [],
      missed: []
    };
  }
}
function judgedObjects(judged, asked, answer) {
  const unknown = new Set(
    answer.problems.filter((problem) => problem.rule === "unknown-kind").map((problem) => problem.object)
  );
  return answer.objects.map(({ object, origin }, index) => {
    const rendered = object;
    const namespace = rendered.metadata?.namespace;
    return {
      object: rendered,
      application: judged.application.name,
      cluster: judged.application.cluster,
      namespace: typeof namespace === "string" && namespace !== "" ? namespace : void 0,
      written: { origin, object: rendered, source: asked, by: judged },
      checked: !unknown.has(index)
    };
  });
}
function withoutCredentials(address) {
  return address.replace(/\/\/[^/@]+@/, "//\u2026@");
}

// actions/lib/verdict/judge-tree.ts
var maxDepth = 12;
var maxApplications = 1e4;
async function judgeTree(context, roots, progress) {
  const found = await discover(context.tree, context.engine, roots);
  let [done, total] = [0, 0];
  const renderAll = async (declared) => {
    total += declared.length;
    return Promise.all(
      declared.map(async (one) => {
        const rendered = await renderApplication(one, context);
        done += 1;
        progress({ phase: "render", done, total });
        return rendered;
      })
    );
  };
  const inFiles = await renderAll(distinct(found.applications));
  const known = new Map(inFiles.map((one) => [specKey(one.judged.declared), one]));
  const readers = /* @__PURE__ */ new Map();
  for (const one of inFiles) for (const file of filesRead(one)) readers.set(file, setOf(readers, file).add(one));
  const children = /* @__PURE__ */ new Map();
  const seeds = /* @__PURE__ */ new Set();
  const expand = async (from) => {
    for (const one of from) seeds.add(one);
    let wave = from;
    for (let depth = 1; wave.length > 0; depth += 1) {
      const fresh = /* @__PURE__ */ new Map();
      for (const { judged } of wave) {
        for (const { object, written } of judged.objects) {
          if (!isApplication(object) || !isNamed(object)) continue;
          const key = `${judged.application.cluster} ${nameKey(written)}`;
          if (!children.has(key)) fresh.set(key, written);
        }
      }
      const unknown = [...fresh.values()].filter((child2) => !known.has(specKey(child2)));
      const allowed = depth <= maxDepth && total + unknown.length <= maxApplications;
      const rendered = allowed ? await renderAll(distinct(unknown)) : unknown.map(leftOut);
      for (const one of rendered) known.set(specKey(one.judged.declared), one);
      wave = [...fresh].flatMap(([key, child2]) => {
        const one = known.get(specKey(child2));
        if (one === void 0) return [];
        children.set(key, one);
        return seeds.has(one) ? [] : [one];
      });
    }
  };
  const isReadBy = (one, isReader) => [...readers.get(one.judged.declared.origin.file ?? "") ?? []].some((reader) => reader !== one && isReader(reader));
  await expand(inFiles.filter((one) => !isReadBy(one, () => true)));
  const kept = () => /* @__PURE__ */ new Set([...seeds, ...children.values()]);
  for (const one of inFiles) {
    const now = kept();
    const file = one.judged.declared.origin.file ?? "";
    if (now.has(one) || [...now].some((other) => filesRead(other).includes(file))) continue;
    await expand([one]);
  }
  const managesItself = (one) => filesRead(one).includes(one.judged.declared.origin.file ?? "") && [...children.values()].some(
    (child2) => child2 !== one && nameKey(child2.judged.declared) === nameKey(one.judged.declared)
  );
  const applications = [...kept()].filter((one) => !seeds.has(one) || !managesItself(one)).sort((a, b) => compareText2(nameKey(a.judged.declared), nameKey(b.judged.declared)));
  const objects = applications.flatMap(({ judged }) => judged.objects);
  const problems = applications.flatMap((one) => one.problems);
  return {
    tree: context.tree,
    applications: applications.map(({ judged }) => judged),
    objects,
    problems: [
      ...problems,
      ...found.problems.filter(({ at }) => !problems.some((problem) => problem.at?.file === at?.file)),
      ...applicationSetGaps(found.applicationSets, objects),
      ...duplicateObjects(objects)
    ]
  };
}
function filesRead({ judged }) {
  return judged.sources.flatMap(
    ({ answer }) => answer === void 0 || answer.failure !== void 0 ? [] : answer.read
  );
}
function setOf(readers, file) {
  return readers.get(file) ?? /* @__PURE__ */ new Set();
}
function leftOut(declared) {
  const reason = `more than ${maxDepth} Applications deploy one another in a row, or there are more than ${maxApplications}`;
  const judged = {
    application: readApplication(declared.object),
    declared,
    sources: [],
    objects: [],
    gaps: [{ reason, pointer: "" }]
  };
  return { judged, problems: applicationProblems(judged) };
}
function applicationSetGaps(inFiles, objects) {
  const rendered = objects.filter(({ object }) => isApplicationSet(object) && isNamed(object));
  const names4 = new Set(rendered.map((object) => nameKey(object.written)));
  const message = (name) => `the Applications that the ApplicationSet ${name} makes were not judged: ApplicationSets are not expanded yet`;
  return [
    ...rendered.map(
      (object) => ({
        rule: "not-judged",
        message: message(object.object.metadata.name),
        pointer: "/spec/generators",
        value: "application-set",
        object
      })
    ),
    ...inFiles.filter((written) => !names4.has(nameKey(written))).map((written) => {
      const { file = "", line } = written.origin;
      const name = written.object.metadata.name;
      return {
        rule: "not-judged",
        message: message(name),
        pointer: "",
        value: `application-set ${name}`,
        at: { file, ...line === void 0 ? {} : { line } }
      };
    })
  ];
}
function distinct(declared) {
  return [...new Map(declared.map((one) => [specKey(one), one])).values()];
}
function nameKey(declared) {
  const { namespace, name } = readApplication(declared.object);
  return `${namespace}/${name}`;
}
function specKey(declared) {
  return `${nameKey(declared)} ${JSON.stringify(declared.object.spec)}`;
}
function compareText2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// actions/lib/verdict/open-trees.ts
import { resolve } from "node:path";
async function openTrees(options) {
  const directory = resolve(options.repository);
  const repository = await findRepository(directory);
  const head = await openHead(directory, repository, options);
  try {
    return { directory, repository, head, base: await openBase(repository, options) };
  } catch (error) {
    await head.close();
    throw error;
  }
}
async function openHead(directory, repository, options) {
  if (repository === void 0) {
    const flag = options.base !== void 0 ? "base" : options.head !== void 0 ? "head" : void 0;
    if (flag !== void 0) {
      throw new UserError(`There is no git repository, so there is no commit to take as ${flag}.`, {
        where: directory,
        next: `leave ${flag} out, or run inside a clone`
      });
    }
    return openDirectoryTree(directory);
  }
  if (options.head === void 0) return openWorkingTree(repository);
  return openCommitTree(repository, await resolveCommit(repository, options.head));
}
async function openBase(repository, options) {
  if (options.base === void 0 || repository === void 0) return void 0;
  return openCommitTree(repository, await resolveCommit(repository, options.base));
}
var kustomizationName = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;
function workloadOf(tree) {
  let [kustomizations2, manifests] = [0, 0];
  for (const path of tree.files.keys()) {
    if (kustomizationName.test(path)) kustomizations2 += 1;
    if (/\.ya?ml$/.test(path)) manifests += 1;
  }
  return kustomizations2 > 30 || manifests > 1e3 ? "long" : "short";
}

// actions/lib/verdict/review.ts
var schemaRules = /* @__PURE__ */ new Set([
  "schema",
  "unknown-field",
  "unknown-kind",
  "crd-rule",
  "duplicate-list-item",
  "removed-api",
  "deprecated-api",
  "transition-rule"
]);
async function review(side, options) {
  const crds = side.objects.filter((object) => object.object.kind === "CustomResourceDefinition");
  const problems = [];
  let kept = side.problems;
  let objects = side.objects;
  const definitions = [...crds.map(({ object }) => object), ...options.userCrds];
  const crdProblems = options.anyCrds || definitions.length > 0 ? (await options.engine.crds({ crds: definitions })).problems : [];
  for (const problem of crdProblems) {
    const object = crds[problem.crd];
    if (object !== void 0)
      problems.push({ rule: "schema", message: problem.message, pointer: problem.pointer, object });
  }
  const own = new Set(crds.flatMap(({ object }) => definedKind(object)));
  const ofOwnKinds = new Set(side.objects.filter(({ object }) => own.has(kindKey(object.apiVersion, object.kind))));
  if (ofOwnKinds.size > 0) {
    kept = kept.filter(
      (problem) => problem.object === void 0 || !ofOwnKinds.has(problem.object) || !schemaRules.has(problem.rule)
    );
    objects = objects.map((object) => ofOwnKinds.has(object) ? Object.assign(object, { checked: true }) : object);
  }
  const policies = side.objects.filter(({ object }) => isPolicyKind(object.apiVersion, object.kind));
  for (const cluster of new Set(side.objects.map((object) => object.cluster))) {
    const here = side.objects.filter((object) => object.cluster === cluster);
    const policiesHere = policies.filter((object) => object.cluster === cluster);
    problems.push(...await reviewCluster(here, policiesHere, ofOwnKinds, options));
  }
  return { ...side, objects, problems: [...kept, ...problems] };
}
async function reviewCluster(objects, policies, ofOwnKinds, options) {
  const old = (object) => options.base?.get(objectKey(object));
  const secured = new Set(objects.flatMap(({ object }) => isSecured(object) ? [object.metadata?.name] : []));
  const candidates = objects.filter((object) => {
    if (ofOwnKinds.has(object) || policies.length > 0) return true;
    if (makesPods.has(object.object.kind) && object.namespace !== void 0 && secured.has(object.namespace))
      return true;
    const before = old(object);
    return before !== void 0 && before.object !== object.object && !equalExact(before.object, object.object);
  });
  if (candidates.length === 0) return [];
  const paramKinds = new Set(policies.flatMap(({ object }) => paramKind(object)));
  const problems = [];
  const slices = Array.from(
    { length: Math.ceil(candidates.length / 250) },
    (_, index) => candidates.slice(index * 250, index * 250 + 250)
  );
  const seenPolicies = /* @__PURE__ */ new Set();
  await Promise.all(
    slices.map(async (slice) => {
      const answer = await options.engine.review({
        kubernetesVersions: options.kubernetesVersions,
        items: slice.map((object) => {
          const before = old(object);
          return {
            object: object.object,
            ...before === void 0 ? {} : { oldObject: before.object },
            ...ofOwnKinds.has(object) ? { schema: true } : {}
          };
        }),
        policies: ofKind(policies, "ValidatingAdmissionPolicy"),
        bindings: ofKind(policies, "ValidatingAdmissionPolicyBinding"),
        params: objects.filter(({ object }) => paramKinds.has(kindKey(object.apiVersion, object.kind))).map(({ object }) => object),
        namespaces: ofKind(objects, "Namespace")
      });
      problems.push(...answer.problems.flatMap((problem) => objectProblem(problem, slice)));
      for (const problem of answer.policyProblems) {
        const named = policies.filter((one) => one.object.metadata?.name === problem.policy);
        const object = named.find((one) => valueAt(one.object, problem.pointer) !== void 0) ?? named[0];
        const key = `${problem.policy} ${problem.pointer} ${problem.message}`;
        if (object === void 0 || seenPolicies.has(key)) continue;
        seenPolicies.add(key);
        const { message, pointer, severity } = problem;
        problems.push({
          rule: "admission-policy",
          message,
          pointer,
          object,
          ...severity === void 0 ? {} : { severity }
        });
      }
    })
  );
  return problems;
}
var makesPods = /* @__PURE__ */ new Set([
  "CronJob",
  "DaemonSet",
  "Deployment",
  "Job",
  "Pod",
  "ReplicaSet",
  "ReplicationController",
  "StatefulSet"
]);
function isSecured({ kind, metadata }) {
  return kind === "Namespace" && metadata?.labels?.["pod-security.kubernetes.io/enforce"] !== void 0;
}
function ofKind(objects, kind) {
  return objects.filter(({ object }) => object.kind === kind).map(({ object }) => object);
}
function isPolicyKind(apiVersion, kind) {
  return String(apiVersion).startsWith("admissionregistration.k8s.io/") && String(kind).startsWith("ValidatingAdmissionPolicy");
}
function kindKey(apiVersion, kind) {
  const group = String(apiVersion).includes("/") ? String(apiVersion).split("/")[0] : "";
  return `${group}/${kind}`;
}
function definedKind(crd) {
  const spec = crd.spec;
  return spec?.group !== void 0 && spec.names?.kind !== void 0 ? [`${spec.group}/${spec.names.kind}`] : [];
}
function paramKind(policy) {
  const spec = policy.spec;
  const kind = spec?.paramKind;
  return kind?.apiVersion !== void 0 && kind.kind !== void 0 ? [kindKey(kind.apiVersion, kind.kind)] : [];
}

// actions/lib/verdict/world.ts
var maxTextBytes = 1024 * 1024;
var kustomizationNames = /* @__PURE__ */ new Set(["kustomization.yaml", "kustomization.yml", "Kustomization"]);
async function worldOf(side, kubernetesVersions, catalogue) {
  const readers = /* @__PURE__ */ new Map();
  for (const { application, sources: sources2 } of side.applications) {
    for (const path of sources2.flatMap(({ answer }) => answer?.read ?? [])) {
      if (path.endsWith("/") || !side.tree.files.has(path)) continue;
      const names4 = readers.get(path) ?? /* @__PURE__ */ new Set();
      readers.set(path, names4.add(application.name));
    }
  }
  const sources = await Promise.all([...readers].map(([path, names4]) => sourceFile(side, path, [...names4])));
  const own = ownKinds(side);
  return {
    applications: side.applications.map((one) => ({
      name: one.application.name,
      project: one.application.project,
      cluster: one.application.cluster,
      namespace: one.application.destinationNamespace,
      rendered: one.gaps.length === 0 && one.sources.every(({ answer }) => answer !== void 0 && answer.failure === void 0),
      labels: one.application.labels,
      paths: one.application.sources.flatMap(({ path }) => path === void 0 ? [] : [path])
    })),
    objects: side.objects,
    sources,
    kubernetesVersions,
    kindInfo: (apiVersion, kind) => own.get(`${apiVersion}/${kind}`) ?? catalogue.lookup(apiVersion, kind)
  };
}
async function sourceFile(side, path, applications) {
  const entry = await side.tree.read(path);
  const text = entry.type === "file" && entry.bytes.length <= maxTextBytes && !entry.bytes.includes(0) ? new TextDecoder().decode(entry.bytes) : void 0;
  let documents;
  return {
    path,
    kind: kustomizationNames.has(path.slice(path.lastIndexOf("/") + 1)) ? "kustomization" : /\.(ya?ml|json)$/.test(path) ? "manifest" : "other",
    text,
    applications,
    get documents() {
      documents ??= text === void 0 ? [] : parseYamlSource(text).documents.map((document) => document.value());
      return documents;
    }
  };
}
function ownKinds(side) {
  const kinds = /* @__PURE__ */ new Map();
  for (const { object } of side.objects) {
    if (object.kind !== "CustomResourceDefinition") continue;
    const spec = object.spec;
    for (const version of Array.isArray(spec?.versions) ? spec.versions : []) {
      const plural = spec?.names?.plural;
      if (plural !== void 0)
        kinds.set(`${spec?.group}/${version?.name}/${spec?.names?.kind}`, {
          plural,
          namespaced: spec?.scope === "Namespaced"
        });
    }
  }
  return kinds;
}

// actions/lib/verdict/rules-problems.ts
async function rulesProblems(side, kubernetesVersions, catalogue) {
  const world = await worldOf(side, kubernetesVersions, catalogue);
  return rules.flatMap((rule) => [...rule.check(world)].map((problem) => rawProblem(rule.id, problem)));
}
function rawProblem(rule, problem) {
  return {
    rule,
    message: problem.message,
    pointer: problem.pointer ?? "",
    ...problem.severity === void 0 ? {} : { severity: problem.severity },
    ...problem.value === void 0 ? {} : { value: problem.value },
    // The world is made of judged objects: rules hand back what they were given.
    ...problem.object === void 0 ? {} : { object: problem.object },
    ...problem.file === void 0 ? {} : {
      at: {
        file: problem.file,
        ...problem.line === void 0 ? {} : { line: problem.line },
        ...problem.line === void 0 ? { document: problem.document ?? 0 } : {}
      }
    }
  };
}

// actions/lib/verdict/settings.ts
var settingsFile = ".github/seaworthy.yaml";
var defaultVersions = ["1.35"];
async function loadSettings(tree, options) {
  const entry = await tree.read(settingsFile);
  const text = entry.type === "file" ? decodeText(entry.bytes) : void 0;
  const { settings, problems } = text === void 0 ? { settings: void 0, problems: [] } : parseSettings(text, settingsFile);
  if (problems.length > 0) {
    throw new UserError(
      `The settings are not valid:
${problems.map((problem) => `  ${problem.file}:${problem.line}:${problem.column} ${problem.message}`).join("\n")}`,
      {
        next: "mend them; the schema of Seaworthy\u2019s repository, schemas/seaworthy.schema.json, describes every field"
      }
    );
  }
  const failOn = options.failOn ?? settings?.failOn ?? "new";
  return {
    file: settingsFile,
    repositories: settings?.repository ?? [],
    kubernetesVersions: options.kubernetesVersions ?? settings?.kubernetesVersions ?? defaultVersions,
    roots: settings?.roots?.map(cleanPath2) ?? [""],
    severities: settings?.severities ?? {},
    exemptions: settings?.exemptions ?? [],
    // Without a base there is nothing to be new against.
    failOn: failOn === "new" && options.base === void 0 ? "any" : failOn,
    crdsPath: "schemas/crds",
    today: options.today ?? (/* @__PURE__ */ new Date()).toISOString().slice(0, 10)
  };
}
function cleanPath2(path) {
  return path.split("/").filter((part) => part !== "" && part !== ".").join("/");
}

// actions/lib/verdict/user-crds.ts
async function userCrds(tree, engine, settings, isFresh) {
  const paths = tree.list(settings.crdsPath).filter((path) => /\.(ya?ml|json)$/.test(path));
  const { objects, failures } = paths.length === 0 ? nothing : await engine.documents(tree, { paths });
  const [failure] = failures;
  if (failure !== void 0) {
    throw new UserError(`A CRD cannot be read: ${failure.message}`, {
      where: failure.line === void 0 ? failure.file ?? settings.crdsPath : `${failure.file}:${failure.line}`,
      next: `mend the file, or remove it from ${settings.crdsPath}`
    });
  }
  const crds = objects.filter(({ object }) => object.kind === "CustomResourceDefinition");
  if (crds.length === 0 && isFresh) return [];
  const { problems } = await engine.crds({ crds: crds.map(({ object }) => object) });
  const [problem] = problems;
  if (problem !== void 0) {
    const { file = settings.crdsPath, line } = crds[problem.crd]?.origin ?? {};
    throw new UserError(`A CRD cannot be used: ${problem.message}`, {
      where: `${line === void 0 ? file : `${file}:${line}`} ${problem.pointer}`.trimEnd(),
      next: `mend the file, or remove it from ${settings.crdsPath}`
    });
  }
  return crds.map(({ object }) => object);
}
var nothing = { objects: [], failures: [] };

// actions/lib/verdict/judge.ts
async function judge(options) {
  const opening = openTrees(options);
  const workload = opening.then(
    ({ head }) => workloadOf(head),
    () => "short"
  );
  const engine = options.engine ?? startEngine({ workload });
  try {
    return await judgeWith(engine, await opening, options);
  } catch (error) {
    if (error instanceof EngineError && error.code === "start") {
      const next = "use an unchanged release or clone, with Node 20 or newer and 1 GB of free memory";
      throw new UserError(error.message, { next, cause: error });
    }
    throw error;
  } finally {
    const { head, base } = await opening.catch(() => ({ head: void 0, base: void 0 }));
    await Promise.all([head?.close(), base?.close()]);
    if (options.engine === void 0) await engine.close();
  }
}
async function judgeWith(engine, opened, options) {
  const { directory, repository, head, base } = opened;
  const settings = await loadSettings(head, options);
  const identity = identityOf(repository, settings, options);
  const roots = rootsOf(head, repository?.root ?? directory, settings, options);
  const context = {
    engine,
    identity: await identity,
    kubernetesVersions: settings.kubernetesVersions
  };
  const progress = options.onProgress ?? (() => {
  });
  const catalogue = await loadCatalogue();
  const unknown = settings.kubernetesVersions.find((version) => !catalogue.versions.includes(version));
  if (unknown !== void 0) {
    throw new UserError(`Kubernetes ${unknown} is not among the minors that can be judged.`, {
      next: `take some of ${catalogue.versions.join(", ")} (kubernetes-versions, in the call or in ${settings.file})`
    });
  }
  const crds = await userCrds(head, engine, settings, options.engine === void 0);
  const after = await judgeTree({ ...context, tree: head, known: async () => void 0 }, roots, progress);
  let before;
  if (base !== void 0) {
    const known = knownAnswers(after, base, head);
    before = await judgeTree(
      { ...context, tree: base, known },
      roots,
      (event) => progress({ ...event, phase: "render base" })
    );
  }
  progress({ phase: "check", done: 0, total: 1 });
  const anyCrds = options.engine !== void 0 || [before, after].some((side) => side?.objects.some(({ object }) => object.kind === "CustomResourceDefinition"));
  const reviewing = { engine, kubernetesVersions: settings.kubernetesVersions, userCrds: crds, anyCrds };
  const baseObjects = before === void 0 ? void 0 : new Map(before.objects.map((object) => [objectKey(object), object]));
  if (before !== void 0) before = await review(before, { ...reviewing, base: baseObjects });
  const reviewed = await review(after, { ...reviewing, base: baseObjects });
  const finish = async (side) => ({
    ...side,
    problems: [...side.problems, ...await rulesProblems(side, settings.kubernetesVersions, catalogue)]
  });
  const judgedHead = await finish(reviewed);
  const judgedBase = before === void 0 ? void 0 : await finish(before);
  progress({ phase: "check", done: 1, total: 1 });
  return assembleReport(judgedHead, judgedBase, settings, roots);
}
function knownAnswers(after, base, head) {
  const differs = compareTrees(base, head);
  const answers = /* @__PURE__ */ new Map();
  const keyOf = (application, asked) => JSON.stringify([application.destinationNamespace ?? null, asked]);
  for (const { application, sources } of after.applications) {
    for (const { asked, answer } of sources)
      if (asked !== void 0 && answer !== void 0) answers.set(keyOf(application, asked), answer);
  }
  return async (application, asked) => {
    const answer = answers.get(keyOf(application, asked));
    if (answer === void 0 || answer.read.length === 0 && answer.missed.length === 0) return void 0;
    return await differs([...answer.read, ...answer.missed]) ? void 0 : answer;
  };
}
function rootsOf(tree, root, settings, options) {
  if (options.path === void 0) return settings.roots;
  const absolute = resolve2(root, options.path);
  if (absolute === root) return settings.roots;
  const relative = absolute.startsWith(`${root}/`) ? absolute.slice(root.length + 1) : void 0;
  if (relative === void 0)
    throw new UserError(`${options.path} is outside the repository.`, { where: root, next: "name a path inside it" });
  if (!tree.files.has(relative) && tree.list(relative).length === 0) {
    throw new UserError(`There is nothing at ${relative}.`, {
      where: root,
      next: "name a directory or file that git knows (ignored files do not count)"
    });
  }
  return [relative];
}

export {
  judge
};
