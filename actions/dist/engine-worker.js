import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  messageOf
} from "./chunks/chunk-KUXA54O7.js";
import "./chunks/chunk-T3T4D65W.js";

// actions/kubeconform-wasm/src/worker.ts
import { parentPort, workerData } from "node:worker_threads";

// actions/kubeconform-wasm/src/files/worker-files.ts
import { receiveMessageOnPort } from "node:worker_threads";
var cacheLimit = 64 * 1024 * 1024;
var createWorkerFiles = (port2, signal2) => {
  const entries = /* @__PURE__ */ new Map();
  let size = 0;
  let tree = "";
  let call = -1;
  const keyOf = (path) => `${tree}\0${path}`;
  const remember = (path, entry) => {
    const key = keyOf(path);
    if (entries.has(key)) return;
    entries.set(key, entry);
    size += entry.type === "file" ? entry.bytes.length : 64;
    for (const [oldest, dropped] of entries) {
      if (size <= cacheLimit || oldest === key) break;
      entries.delete(oldest);
      size -= dropped.type === "file" ? dropped.bytes.length : 64;
    }
  };
  const ask = (question) => {
    const before = Atomics.load(signal2, 0);
    port2.postMessage(question);
    Atomics.wait(signal2, 0, before);
    const received = receiveMessageOnPort(port2);
    if (!received) throw new Error("the main thread raised the signal without an answer");
    return received.message;
  };
  const add = (list) => {
    for (const [path, entry] of list) remember(path, entry);
  };
  return {
    use: (treeId, id) => {
      tree = treeId;
      call = id;
    },
    add,
    read: (path) => {
      const known = entries.get(keyOf(path));
      if (known) return known;
      const answer2 = ask({ call, ask: "read", path });
      add(answer2.entries);
      return answer2.entries[0]?.[1] ?? { type: "missing" };
    },
    list: (directory) => ask({ call, ask: "list", path: directory }).names
  };
};

// actions/kubeconform-wasm/src/instance/memory-files.ts
var failure = (code) => Object.assign(new Error(code), { code });
var refused = [
  ...["chmod", "chown", "fchmod", "fchown", "fsync", "ftruncate", "lchown", "link", "mkdir", "readdir", "readlink"],
  ...["rename", "rmdir", "symlink", "truncate", "unlink", "utimes"]
];
var statOf = (bytes) => ({
  ...{ isDirectory: () => false, dev: 0, ino: 0, mode: 33060, nlink: 1, uid: 0, gid: 0, rdev: 0 },
  ...{ size: bytes.length, blksize: 4096, blocks: 1, atimeMs: 0, mtimeMs: 0, ctimeMs: 0 }
});
var createMemoryFiles = () => {
  const files2 = /* @__PURE__ */ new Map();
  const open = /* @__PURE__ */ new Map();
  const decoder = new TextDecoder();
  let nextDescriptor = 10;
  let output = "";
  const writeSync = (_descriptor, bytes) => {
    output = (output + decoder.decode(bytes)).slice(-16384);
    return bytes.length;
  };
  const stat = (path, done) => {
    const bytes = files2.get(path);
    if (bytes) done(null, statOf(bytes));
    else done(failure("ENOENT"));
  };
  const fileSystem = {
    constants: { O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_TRUNC: 512, O_APPEND: 1024, O_EXCL: 128, O_DIRECTORY: 65536 },
    writeSync,
    write: (descriptor, bytes, offset, length, _position, done) => done(null, writeSync(descriptor, bytes.subarray(offset, offset + length))),
    open: (path, _flags, _mode, done) => {
      const bytes = files2.get(path);
      if (!bytes) return done(failure("ENOENT"));
      open.set(nextDescriptor, { bytes, position: 0 });
      done(null, nextDescriptor++);
    },
    close: (descriptor, done) => {
      open.delete(descriptor);
      done(null);
    },
    stat,
    lstat: stat,
    fstat: (descriptor, done) => {
      const file = open.get(descriptor);
      if (file) done(null, statOf(file.bytes));
      else done(failure("EBADF"));
    },
    read: (descriptor, into, offset, length, position, done) => {
      const file = open.get(descriptor);
      if (!file) return done(failure("EBADF"));
      const from = position ?? file.position;
      const part = file.bytes.subarray(from, from + length);
      into.set(part, offset);
      if (position === null) file.position += part.length;
      done(null, part.length);
    }
  };
  for (const name of refused) fileSystem[name] = (...args) => args.at(-1)(failure("EROFS"));
  return { fileSystem, put: (path, bytes) => files2.set(path, bytes), errorOutput: () => output };
};

// actions/kubeconform-wasm/src/instance/go-program.ts
var noHost = { read: () => ({ type: "missing" }), list: () => [] };
var resolvePath = (...parts) => {
  const absolute = parts.reduce((path, part) => part.startsWith("/") ? part : `${path}/${part}`, "/");
  return new URL(`file://${absolute}`).pathname;
};
var zoneless = class {
  getTimezoneOffset() {
    return 0;
  }
};
var createGoProgram = (source, options = {}) => {
  const files2 = createMemoryFiles();
  let announce2 = () => {
  };
  const ready = new Promise((resolve) => {
    announce2 = resolve;
  });
  const nobody = () => -1;
  const scope = {
    ...{ Object, Array, Uint8Array, Error, TextEncoder, TextDecoder },
    Date: zoneless,
    fs: files2.fileSystem,
    path: { resolve: resolvePath },
    process: {
      ...{ pid: 1, ppid: 1, argv0: "engine", cwd: () => "/", chdir: () => {
      }, umask: () => 0, getgroups: () => [] },
      ...{ getuid: nobody, getgid: nobody, geteuid: nobody, getegid: nobody }
    },
    crypto: globalThis.crypto,
    performance: globalThis.performance,
    __seaworthyHost: options.host ?? noHost,
    __seaworthyFiles: { put: files2.put },
    __seaworthyReady: (call) => announce2(call),
    __seaworthyFaults: options.faults === true
  };
  const names = ["globalThis", "fs", "path", "process", "crypto", "performance", "console"];
  const silent = { log: () => {
  }, warn: () => {
  } };
  const define = new Function(...names, source);
  define(...names.map((name) => name === "globalThis" ? scope : name === "console" ? silent : scope[name]));
  const go = new scope.Go();
  let exitCode;
  go.argv = ["engine"];
  go.env = {};
  go.exit = (code) => {
    exitCode = code;
  };
  return { go, scope, files: files2, ready, exitCode: () => exitCode };
};

// actions/kubeconform-wasm/src/instance/snapshot-manifest.ts
import { createHash } from "node:crypto";
var predefinedValues = (program) => [
  ...[Number.NaN, 0, null, true, false],
  ...[program.scope, program.go]
];
var digest = (content) => createHash("sha256").update(content).digest("hex");
var resolveName = (program, call, name) => {
  if (name === null) return null;
  if (name.startsWith('"')) return name.slice(1);
  if (name === "@go") return program.go;
  if (name === "@call") return call;
  if (name === "@spent") return {};
  return name.split(".").reduce((owner, key) => owner[key], program.scope);
};
var restoreRuntime = (program, instance2, manifest) => {
  const { go } = program;
  const call = go._makeFuncWrapper(manifest.callId);
  go._inst = instance2;
  go.mem = new DataView(instance2.exports.mem.buffer);
  go.exited = false;
  const predefined = predefinedValues(program);
  const named = manifest.values.map((name) => resolveName(program, call, name));
  const lost = manifest.values.filter((_name, index) => named[index] === void 0);
  if (lost.length > 0) throw new Error(`the snapshot refers to ${lost.join(", ")}, which this host does not provide`);
  go._values = [...predefined, ...named];
  go._goRefCounts = [...predefined.map(() => Number.POSITIVE_INFINITY), ...manifest.referenceCounts];
  go._ids = /* @__PURE__ */ new Map();
  go._values.forEach((value, id) => {
    const free = id >= predefined.length && manifest.values[id - predefined.length] === null;
    if (id > 0 && !free) go._ids.set(value, id);
  });
  go._idPool = [...manifest.freeIds];
  go._nextCallbackTimeoutID = manifest.nextTimeoutId;
  return call;
};

// actions/kubeconform-wasm/src/instance/instance.ts
var InstanceDied = class extends Error {
};
var OperationFailed = class extends Error {
};
var reasonOf = (output) => /^(?:fatal error|panic|runtime): .*$/m.exec(output)?.[0] ?? "";
var createInstance = async (options) => {
  const program = createGoProgram(options.runtime, {
    ...options.host ? { host: options.host } : {},
    faults: options.faults ?? false
  });
  if (options.snapshot && options.snapshot.runtime !== digest(options.runtime))
    throw new Error("engine.json and wasm_exec.js are not of the same build: build the engine again");
  const instance2 = await WebAssembly.instantiate(options.module, program.go.importObject);
  let call;
  if (options.snapshot) call = restoreRuntime(program, instance2, options.snapshot);
  else {
    const ended = program.go.run(instance2).then(() => {
      throw new InstanceDied(`the engine ended before it took calls: ${reasonOf(program.files.errorOutput())}`);
    });
    call = await Promise.race([program.ready, ended]);
    ended.catch(() => {
    });
  }
  const memory = instance2.exports.mem;
  let dead;
  const die = (cause) => {
    const code = program.exitCode();
    const parts = [cause, reasonOf(program.files.errorOutput()), code === void 0 ? "" : `exit code ${code}`];
    dead = new InstanceDied(parts.filter((part) => part !== "").join("; "));
    throw dead;
  };
  return {
    memorySize: () => memory.buffer.byteLength,
    call: (operation, input) => {
      if (dead) throw dead;
      let answer2;
      try {
        answer2 = call(operation, input);
      } catch (error) {
        const overflow = error instanceof RangeError && /call stack/i.test(error.message);
        return die(overflow ? "its stack overflowed" : error instanceof Error ? error.message : String(error));
      }
      if (program.exitCode() !== void 0) return die("it ended");
      if (answer2 === void 0) return die("it blocked and can never answer");
      if (typeof answer2 === "string") throw new OperationFailed(answer2);
      return answer2;
    }
  };
};

// actions/kubeconform-wasm/src/worker.ts
var port = parentPort;
if (!port) throw new Error("this script runs in a worker thread");
var { filePort, signal } = workerData;
var files = createWorkerFiles(filePort, new Int32Array(signal));
var say = (message, transfer = []) => port.postMessage(message, transfer);
var start = async ({ module, runtime, snapshot, before, faults }) => {
  const made = await createInstance({ module, runtime, ...snapshot ? { snapshot } : {}, host: files, faults });
  for (const { operation, input } of before) made.call(operation, input);
  say({ type: "ready" });
  return made;
};
var answer = (engine, { id, operation, input, treeId, files: sent }) => {
  files.use(treeId ?? "", id);
  files.add(sent ?? []);
  try {
    const output = engine.call(operation, input);
    say({ type: "answer", id, output, memorySize: engine.memorySize() }, [output.buffer]);
  } catch (error) {
    if (error instanceof OperationFailed) say({ type: "failed", id, message: error.message });
    else say({ type: "died", message: messageOf(error) });
  }
};
var announce = () => {
};
var instance = new Promise((resolve) => {
  announce = resolve;
});
var receive = async (message) => {
  if (message.type === "call") return answer(await instance, message);
  const starting = start(message);
  announce(starting);
  await starting;
};
port.on("message", (message) => {
  receive(message).catch((error) => say({ type: "died", message: messageOf(error) }));
});
