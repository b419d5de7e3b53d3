import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  canonicalRegistry,
  isLoopback,
  isSafeTransport,
  nameOf,
  repositoryUrl
} from "./chunk-ZTJULA66.js";
import {
  UserError,
  errorMessage
} from "./chunk-XKMBV7AT.js";

// actions/lib/toolkit/logger.ts
var silentLogger = {
  info: () => {
  },
  warning: () => {
  },
  debug: () => {
  },
  group: (_title, work) => work()
};

// actions/lib/registry/http.ts
var tries = 3;
var firstDelayMs = 500;
var maxFailureBytes = 64 * 1024;
var passing = [408, 429, 500, 502, 503, 504];
async function send(request, options = {}) {
  const { log = silentLogger, wait = sleep, timeouts = {} } = options;
  const longestWaitMs = timeouts.longestWaitMs ?? 15e3;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once(request, options);
    const mayPass = outcome instanceof Unreachable ? outcome.mayPass : passing.includes(outcome.status);
    if (!mayPass) return reply(outcome);
    const asked = outcome instanceof Unreachable ? void 0 : askedWait(outcome.headers);
    const delay = asked ?? firstDelayMs * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
    if (attempt === tries || delay > longestWaitMs) return reply(outcome);
    const what = outcome instanceof Unreachable ? outcome.message : `status ${outcome.status}`;
    log.debug(`${request.url.host}: ${what}; next try in ${(delay / 1e3).toFixed(1)} s`);
    await wait(delay);
  }
}
var Unreachable = class extends UserError {
  mayPass;
  constructor(what, details) {
    super(what, details);
    this.mayPass = details.mayPass;
  }
};
function reply(outcome) {
  if (outcome instanceof Unreachable) throw new UserError(outcome.what, withoutUndefined(outcome));
  return outcome;
}
var withoutUndefined = ({ where = "", next = "" }) => ({ where, next });
async function once(request, options) {
  const { method, url, headers = {}, body } = request;
  const limit = options.timeouts?.requestMs ?? 2e4;
  const where = `${method} ${url.origin}${url.pathname}`;
  try {
    const response = await (options.fetch ?? fetch)(url, {
      method,
      headers: { "user-agent": "seaworthy", ...headers },
      ...body !== void 0 && { body },
      redirect: "manual",
      signal: AbortSignal.timeout(limit)
    });
    return { status: response.status, headers: response.headers, bytes: await read(response, request.maxBytes, where) };
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof Error && error.name === "TimeoutError")
      return new Unreachable(`${url.host} did not answer within ${limit / 1e3} s.`, {
        where,
        next: "try again later, or find out what stands between this runner and the registry",
        mayPass: true
      });
    const reason = causeOf(error);
    return new Unreachable(`${url.host} cannot be reached: ${reason}`, {
      where,
      next: "check the name of the registry, and that this runner may reach it",
      mayPass: !/CERT|SSL|TLS|ENOTFOUND/i.test(reason)
    });
  }
}
async function read(response, maxBytes, where) {
  if (response.body === null) return Buffer.alloc(0);
  const limit = response.ok ? maxBytes : maxFailureBytes;
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > limit) {
      if (!response.ok) break;
      throw new UserError(`The registry\u2019s answer is longer than ${limit} bytes, which is the most that is read.`, {
        where,
        next: "check that the image\u2019s name is right; what is meant is far smaller"
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
function askedWait(headers, now = Date.now()) {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1e3;
  const date = /GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? void 0 : Math.max(date - now, 0);
}
function causeOf(error) {
  let last = error;
  while (last instanceof Error && last.cause instanceof Error) last = last.cause;
  if (last instanceof AggregateError && last.errors.length > 0) last = last.errors[0];
  const code = last instanceof Error && "code" in last ? String(last.code) : "";
  const message = errorMessage(last);
  return code === "" || message.includes(code) ? message : `${message} (${code})`;
}
var sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// actions/lib/registry/authorize.ts
var maxTokenBytes = 1024 * 1024;
var tokenForm = /^[\x21-\x7e]{1,65536}$/;
async function authorize(name, challenge, credentials, options) {
  if (challenge === void 0)
    throw new UserError(`${name.registry} refuses access without saying how to log in.`, {
      where: nameOf(name),
      next: "the registry must answer 401 with a Bearer or Basic challenge"
    });
  if (challenge.scheme === "bearer") return `Bearer ${await fetchToken(name, challenge, credentials, options)}`;
  if (credentials === void 0 || !("username" in credentials))
    throw new UserError(`${name.registry} asks for a name and a password, and there are none.`, {
      where: nameOf(name),
      next: `give credentials for ${name.registry}`
    });
  return basic(credentials.username, credentials.password);
}
var basic = (username, password) => `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`;
async function fetchToken(name, challenge, credentials, options) {
  const realm = realmUrl(name, challenge.realm);
  const service = challenge.service ?? "";
  const scope = challenge.scope ?? `repository:${name.repository}:pull`;
  const reply2 = await send(
    credentials !== void 0 && "identityToken" in credentials ? refreshRequest(realm, service, scope, credentials.identityToken) : tokenRequest(realm, service, scope, credentials),
    options
  );
  if (reply2.status !== 200) throw refused(name, realm, reply2.status, credentials !== void 0);
  const token = readToken(reply2);
  if (token !== void 0) return token;
  throw new UserError(`The token service of ${name.registry} answered without a token.`, {
    where: `${realm.origin}${realm.pathname}`,
    next: "check that the registry\u2019s name is right"
  });
}
function tokenRequest(realm, service, scope, credentials) {
  const url = new URL(realm);
  if (service !== "") url.searchParams.set("service", service);
  for (const one of scope.split(" ")) if (one !== "") url.searchParams.append("scope", one);
  const headers = credentials !== void 0 && "username" in credentials ? { authorization: basic(credentials.username, credentials.password) } : {};
  return { method: "GET", url, headers, maxBytes: maxTokenBytes };
}
function refreshRequest(realm, service, scope, identityToken) {
  const form2 = { grant_type: "refresh_token", service, scope, client_id: "seaworthy", refresh_token: identityToken };
  return {
    method: "POST",
    url: realm,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form2).toString(),
    maxBytes: maxTokenBytes
  };
}
function realmUrl(name, realm) {
  const url = URL.canParse(realm) ? new URL(realm) : void 0;
  const local = isLoopback(new URL(`http://${name.registry}`).hostname);
  const safe = url !== void 0 && isSafeTransport(url) && (local || !isLoopback(url.hostname));
  if (safe && url.username === "" && url.password === "") return url;
  throw new UserError(`${name.registry} wants tokens to be fetched from ${JSON.stringify(realm.slice(0, 200))}.`, {
    where: nameOf(name),
    next: "nothing was sent there: a token service must be at an https:// address"
  });
}
function refused({ registry, repository }, realm, status, known) {
  const where = `${realm.origin}${realm.pathname}`;
  if (status === 401 || status === 403)
    return new UserError(
      known ? `${registry} does not accept the credentials for ${repository} (status ${status}).` : `${registry} gives nobody without credentials access to ${repository} (status ${status}).`,
      { where, next: known ? "check name, password and their expiry" : `give credentials for ${registry}` }
    );
  return new UserError(`The token service of ${registry} answered with status ${status}.`, {
    where,
    next: status >= 300 && status < 400 ? "redirects are not followed with credentials" : "try again later"
  });
}
function readToken({ bytes }) {
  try {
    const { token, access_token: accessToken } = JSON.parse(bytes.toString("utf8"));
    const found = token ?? accessToken;
    return typeof found === "string" && tokenForm.test(found) ? found : void 0;
  } catch {
    return void 0;
  }
}

// actions/lib/registry/challenge.ts
var maxLength = 8192;
function readChallenge(header) {
  if (header === null || header.length > maxLength) return void 0;
  const schemes = readSchemes(header);
  const bearer = schemes.find(({ name }) => name === "bearer")?.parameters;
  const realm = bearer?.get("realm");
  if (bearer !== void 0 && realm !== void 0) {
    const service = bearer.get("service");
    const scope = bearer.get("scope");
    return {
      scheme: "bearer",
      realm,
      ...service !== void 0 && { service },
      ...scope !== void 0 && { scope }
    };
  }
  return schemes.some(({ name }) => name === "basic") ? { scheme: "basic" } : void 0;
}
function readSchemes(header) {
  const schemes = [];
  const token = /[\s,]*([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+)))?/y;
  for (let found = token.exec(header); found !== null; found = token.exec(header)) {
    const [, word = "", quoted, bare] = found;
    const value = quoted?.replace(/\\(.)/g, "$1") ?? bare;
    if (value === void 0) schemes.push({ name: word.toLowerCase(), parameters: /* @__PURE__ */ new Map() });
    else schemes.at(-1)?.parameters.set(word.toLowerCase(), value);
  }
  return schemes;
}

// actions/lib/registry/digest.ts
import { createHash } from "node:crypto";
var form = /^sha256:[0-9a-f]{64}$/;
var isDigest = (text) => form.test(text);
var digestOf = (bytes) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
function requireDigest(text, where) {
  if (isDigest(text)) return text;
  throw new UserError(`${JSON.stringify(text.slice(0, 100))} is not a digest that can be checked.`, {
    where,
    next: "give sha256: and 64 lowercase hexadecimal digits"
  });
}

// actions/lib/registry/failures.ts
function readErrors(bytes) {
  try {
    const { errors } = JSON.parse(Buffer.from(bytes).toString("utf8"));
    if (!Array.isArray(errors)) return [];
    return errors.slice(0, 10).flatMap((error) => {
      const { code, message } = typeof error === "object" && error !== null ? error : {};
      return typeof code === "string" ? [{ code: plain(code), message: plain(message) }] : [];
    });
  } catch {
    return [];
  }
}
var plain = (text) => (typeof text === "string" ? text : "").replace(/[^\x20-\x7e\u00a0-\uffff]+/g, " ").slice(0, 200);
function failureOf(name, wanted, reply2, secrets = []) {
  const { status } = reply2;
  const errors = readErrors(reply2.bytes);
  const codes = errors.map(({ code }) => code);
  const said = errors.map(({ code, message }) => message === "" ? code : `${code}: ${message}`).join("; ");
  const scrubbed = secrets.reduce((text, secret) => secret === "" ? text : text.replaceAll(secret, "***"), said);
  const where = `${nameOf(name)}, ${wanted}`;
  const details = (next) => ({ where: scrubbed === "" ? where : `${where} (${scrubbed})`, next });
  if (status === 404 && codes.includes("NAME_UNKNOWN"))
    return new UserError(`${nameOf(name)} does not exist.`, details("check the image\u2019s name, and that it was pushed"));
  if (status === 404)
    return new UserError(`${nameOf(name)} has no ${wanted}.`, details("check that the build has pushed it"));
  if (status === 401 || status === 403)
    return new UserError(
      `${name.registry} does not let these credentials read ${name.repository}, or it does not exist (status ${status}).`,
      details(`check the image\u2019s name, and give credentials for ${name.registry} that may read it`)
    );
  if (status === 429) {
    const asked = askedWait(reply2.headers);
    const until = asked === void 0 ? "" : `; it asks to wait ${Math.ceil(asked / 1e3)} s`;
    return new UserError(
      `${name.registry} has had too many requests from here${until}.`,
      details("try again later, or give credentials: most registries allow far less to those who do not log in")
    );
  }
  if (status >= 500)
    return new UserError(`${name.registry} answered with status ${status} each time.`, details("try again later"));
  return new UserError(
    `${name.registry} answered with status ${status}, which is not an answer to this question.`,
    details("check that this is an OCI registry")
  );
}

// actions/lib/registry/repository.ts
var maxRedirects = 3;
function openRepository(options) {
  const name = { registry: canonicalRegistry(options.registry), repository: options.repository };
  const base = repositoryUrl(name);
  const log = options.log ?? silentLogger;
  let authorization;
  const get = async ({ method = "GET", path, accept, maxBytes, follow = true }) => {
    const url = new URL(`${base}/${path}`);
    const ask = () => {
      const headers = { ...accept !== void 0 && { accept }, ...authorization !== void 0 && { authorization } };
      return send({ method, url, headers, maxBytes }, options);
    };
    let reply2 = await ask();
    if (reply2.status === 401) {
      const challenge = readChallenge(reply2.headers.get("www-authenticate"));
      authorization = await authorize(name, challenge, options.credentials, options);
      log.debug(`${name.registry}: logged in to read ${name.repository}`);
      reply2 = await ask();
    }
    let at = url;
    for (let count = 0; follow && isRedirect(reply2.status); count += 1) {
      at = redirectTarget(name, reply2, at);
      if (count === maxRedirects)
        throw new UserError(`${name.registry} redirects without end.`, { where: nameOf(name), next: "try again later" });
      reply2 = await send({ method, url: at, headers: accept === void 0 ? {} : { accept }, maxBytes }, options);
    }
    return reply2;
  };
  const failure = (wanted, reply2) => failureOf(name, wanted, reply2, [...secretsOf(options.credentials), authorization?.replace(/^\w+ /, "") ?? ""]);
  const blob = async (digest, maxBytes) => {
    requireDigest(digest, nameOf(name));
    const reply2 = await get({ path: `blobs/${digest}`, maxBytes });
    if (reply2.status !== 200) throw failure(`blob ${digest}`, reply2);
    requireContent(name, digest, reply2.bytes);
    return reply2.bytes;
  };
  return { ...name, get, failure, blob };
}
function requireContent(name, digest, bytes) {
  const found = digestOf(bytes);
  if (found === digest) return;
  throw new UserError(`${name.registry} sent other bytes than those asked for: they hash to ${found}.`, {
    where: `${nameOf(name)}@${digest}`,
    next: "do not use this image; tell those who run the registry, or the proxy before it"
  });
}
var isRedirect = (status) => [301, 302, 303, 307, 308].includes(status);
function redirectTarget(name, reply2, from) {
  const location = reply2.headers.get("location") ?? "";
  const target = URL.canParse(location, from.href) ? new URL(location, from) : void 0;
  const safe = target !== void 0 && isSafeTransport(target);
  if (safe && (isLoopback(from.hostname) || !isLoopback(target.hostname))) return target;
  throw new UserError(`${name.registry} redirects to a place that is not at an https:// address.`, {
    where: nameOf(name),
    next: "the redirect was not followed; tell those who run the registry"
  });
}
function secretsOf(credentials) {
  if (credentials === void 0) return [];
  if ("identityToken" in credentials) return [credentials.identityToken];
  const { username, password } = credentials;
  return [password, Buffer.from(`${username}:${password}`, "utf8").toString("base64")];
}

export {
  silentLogger,
  isDigest,
  digestOf,
  requireDigest,
  openRepository,
  requireContent
};
