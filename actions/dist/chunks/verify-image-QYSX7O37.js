import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  fetchManifest,
  findManifest,
  indexTypes,
  maxManifestBytes,
  readDescriptors
} from "./chunk-ZMYFT4DL.js";
import {
  requireDigest
} from "./chunk-2I3ZNRKE.js";
import {
  nameOf
} from "./chunk-ZTJULA66.js";
import {
  UserError,
  errorMessage
} from "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";

// actions/lib/registry/referrers.ts
var maxPages = 5;
var maxReferrers = 1e3;
async function listReferrers(repository, digest) {
  requireDigest(digest, nameOf(repository));
  const fromApi = await askApi(repository, digest);
  if (fromApi !== void 0 && fromApi.descriptors.length > 0) return fromApi;
  const index = await findManifest(repository, digest.replace(":", "-"));
  if (index?.manifests === void 0 || index.digest === digest) return fromApi ?? { descriptors: [], truncated: false };
  return limited(index.manifests);
}
async function askApi(repository, digest) {
  const found = [];
  let path = `referrers/${digest}`;
  for (let page = 0; path !== void 0; page += 1) {
    if (page === maxPages || found.length > maxReferrers) return { ...limited(found), truncated: true };
    const reply = await repository.get({ path, maxBytes: maxManifestBytes, follow: false });
    if (reply.status === 401 || reply.status === 403 || reply.status === 429 || reply.status >= 500)
      throw repository.failure(`referrers of ${digest}`, reply);
    const descriptors = reply.status === 200 ? readIndex(reply) : void 0;
    if (descriptors === void 0) return page === 0 ? void 0 : { ...limited(found), truncated: true };
    found.push(...descriptors);
    path = nextPage(reply, digest);
  }
  return limited(found);
}
var limited = (descriptors) => ({
  descriptors: descriptors.slice(0, maxReferrers),
  truncated: descriptors.length > maxReferrers
});
function readIndex({ headers, bytes }) {
  const type = headers.get("content-type")?.split(";", 1)[0]?.trim();
  if (!indexTypes.some((known) => known === type)) return void 0;
  try {
    const { manifests } = JSON.parse(bytes.toString("utf8"));
    return Array.isArray(manifests) ? readDescriptors(manifests) : void 0;
  } catch {
    return void 0;
  }
}
function nextPage({ headers }, digest) {
  const [, target] = /<([^<>]{1,2000})>\s*;[^,]*\brel="?next"?/.exec(headers.get("link") ?? "") ?? [];
  const query = target?.includes("?") ? target.slice(target.indexOf("?")) : void 0;
  return query === void 0 ? void 0 : `referrers/${digest}${query}`;
}

// actions/lib/signatures/classic.ts
import { createHash, X509Certificate } from "node:crypto";

// actions/lib/signatures/refusal.ts
var Refusal = class extends Error {
  name = "Refusal";
};
var differs = (what, wanted, found) => new Refusal(`has ${found === void 0 ? `no ${what}` : `the ${what} ${show(found)}`}, wanted is ${show(wanted)}`);
var show = (text) => text.replace(/[^\x21-\x7e\u00a1-\uffff ]+/g, "?").slice(0, 300);

// actions/lib/signatures/classic.ts
var classicPayloadType = "application/vnd.dev.cosign.simplesigning.v1+json";
var protobufHashes = { sha256: "SHA2_256", sha384: "SHA2_384", sha512: "SHA2_512" };
var isHash = (name) => typeof name === "string" && Object.hasOwn(protobufHashes, name);
function classicBundle(annotations, payload, digest) {
  checkPayload(payload, digest);
  const signature = annotations["dev.cosignproject.cosign/signature"];
  if (signature === void 0 || signature === "") throw new Refusal("has no signature");
  const certificate = annotations["dev.sigstore.cosign/certificate"];
  const logged = annotations["dev.sigstore.cosign/bundle"];
  const entry = logged === void 0 ? void 0 : readLogEntry(logged);
  const hash = entry?.hash ?? "sha256";
  const stamped = annotations["dev.sigstore.cosign/rfc3161timestamp"];
  return {
    mediaType: "application/vnd.dev.sigstore.bundle+json;version=0.1",
    messageSignature: {
      // Computed here: the log's entry must be about these bytes.
      messageDigest: { algorithm: protobufHashes[hash], digest: createHash(hash).update(payload).digest("base64") },
      signature
    },
    verificationMaterial: {
      ...certificate === void 0 || certificate === "" ? { publicKey: { hint: "" } } : { x509CertificateChain: { certificates: [{ rawBytes: derOf(certificate) }] } },
      tlogEntries: entry === void 0 ? [] : [entry.json],
      timestampVerificationData: {
        rfc3161Timestamps: stamped === void 0 ? [] : [{ signedTimestamp: timestamp(stamped) }]
      }
    }
  };
}
function checkPayload(payload, digest) {
  const { type, image } = object(object(parse(payload.toString("utf8"), "payload")).critical);
  if (type !== "cosign container image signature")
    throw new Refusal(`has a payload of the type ${show(String(type))}, which is not a signature of an image`);
  const found = object(image)["docker-manifest-digest"];
  if (found !== digest) throw new Refusal(`is about ${show(String(found))}, not about ${digest}`);
}
function readLogEntry(text) {
  const { SignedEntryTimestamp: promise, Payload: payload } = object(parse(text, "log entry"));
  const { body, integratedTime, logIndex, logID } = object(payload);
  if (typeof body !== "string" || typeof logID !== "string") throw new Refusal("has a log entry that cannot be read");
  const { kind, apiVersion, spec } = object(parse(Buffer.from(body, "base64").toString("utf8"), "log entry"));
  if (kind !== "hashedrekord") throw new Refusal(`has a log entry of the kind ${show(String(kind))}, not hashedrekord`);
  const { algorithm } = object(object(object(spec).data).hash);
  const hash = isHash(algorithm) ? algorithm : "sha256";
  const json = {
    logIndex: String(logIndex),
    logId: { keyId: Buffer.from(logID, "hex").toString("base64") },
    kindVersion: { kind, version: apiVersion },
    integratedTime: String(integratedTime),
    inclusionPromise: { signedEntryTimestamp: promise },
    canonicalizedBody: body
  };
  return { json, hash };
}
var timestamp = (text) => object(parse(text, "timestamp")).SignedRFC3161Timestamp;
function derOf(pem) {
  try {
    return new X509Certificate(pem).raw.toString("base64");
  } catch {
    throw new Refusal("has a certificate that cannot be read");
  }
}
function parse(text, what) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(`has a ${what} that is not JSON`);
  }
}
var object = (value) => typeof value === "object" && value !== null ? value : {};

// actions/lib/signatures/candidates.ts
var bundleType = "application/vnd.dev.sigstore.bundle";
var maxBundleBytes = 4 * 1024 * 1024;
var maxPayloadBytes = 64 * 1024;
var maxCandidates = 50;
async function attestationCandidates(attestations, digest) {
  const all = await attestations(digest);
  const found = all.map((json, index) => ({
    where: `attestation ${index + 1} of ${all.length}`,
    load: async () => ({ json })
  }));
  return limited2(found);
}
async function referrerCandidates(repository, digest, predicateType) {
  const { descriptors, truncated } = await listReferrers(repository, digest);
  const isBundle = ({ artifactType }) => artifactType === void 0 || artifactType.startsWith(bundleType) || artifactType === "application/vnd.oci.empty.v1+json";
  const bundles = descriptors.filter(isBundle);
  const says = ({ annotations }) => annotations["dev.sigstore.bundle.predicateType"] === predicateType;
  const inOrder = [...bundles.filter(says), ...bundles.filter((one) => !says(one))];
  const { found, left } = limited2(
    inOrder.map((descriptor) => ({
      where: `referrer ${descriptor.digest.slice(0, 19)}`,
      load: async () => ({ json: await loadBundle(repository, descriptor.digest, digest) })
    }))
  );
  return { found, left: left + (truncated ? 1 : 0) };
}
async function loadBundle(repository, referrer, digest) {
  const manifest = await fetchManifest(repository, referrer);
  if (manifest.subject?.digest !== digest) throw new Refusal("refers to another image");
  const layer = manifest.layers.find(({ mediaType: mediaType2 }) => mediaType2.startsWith(bundleType));
  if (layer === void 0) throw new Refusal("holds no Sigstore bundle");
  if (layer.size > maxBundleBytes)
    throw new Refusal(`has ${layer.size} bytes; bundles are read up to ${maxBundleBytes}`);
  const bytes = await repository.blob(layer.digest, maxBundleBytes);
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new Refusal("is not JSON");
  }
}
async function classicCandidates(repository, digest) {
  const tag = `${digest.replace(":", "-")}.sig`;
  const manifest = await findManifest(repository, tag);
  const layers = (manifest?.layers ?? []).filter(({ mediaType: mediaType2 }) => mediaType2 === classicPayloadType);
  return limited2(
    layers.map((layer, index) => ({
      where: `signature ${index + 1} of ${layers.length} behind the tag \u2026.sig`,
      load: async () => {
        const payload = await repository.blob(layer.digest, maxPayloadBytes);
        return { json: classicBundle(layer.annotations, payload, digest), payload };
      }
    }))
  );
}
var limited2 = (found) => ({
  found: found.slice(0, maxCandidates),
  left: Math.max(found.length - maxCandidates, 0)
});

// actions/lib/signatures/policy.ts
var githubIssuer = "https://token.actions.githubusercontent.com";
var githubServer = "https://github.com";
var maxKeys = 20;
function checkPolicy(policy) {
  const problem = problemOf(policy);
  if (problem === void 0) return;
  const [what, next] = problem;
  throw new UserError(`The ${policy.type} policy cannot be used: ${what}.`, { next });
}
function problemOf(policy) {
  if (policy.type === "provenance") return provenanceProblem(policy);
  if (policy.type === "keyless") return keylessProblem(policy);
  if (policy.publicKeys.length > 0 && policy.publicKeys.length <= maxKeys) return void 0;
  return ["it has no public key, or too many", `give 1 to ${maxKeys} public keys in PEM`];
}
function provenanceProblem({
  repository,
  workflow,
  ref,
  signer,
  issuer,
  server
}) {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    return [`${JSON.stringify(repository)} is not a repository`, "write it as owner/name"];
  if (workflow !== void 0 && !/^\.github\/workflows\/[^/*@]+\.ya?ml$/.test(workflow))
    return [`${JSON.stringify(workflow)} is not a workflow`, "write it as .github/workflows/build.yml"];
  if (ref !== void 0 && !/^refs\/[^*]+\*?$/.test(ref))
    return [`${JSON.stringify(ref)} is not a ref`, "write it as refs/heads/main or refs/tags/v*"];
  if (signer !== void 0 && !/^[\w.-]+\/[\w.-]+\/\.github\/workflows\/[^/*@]+\.ya?ml(@[^*]+)?$/.test(signer))
    return [`${JSON.stringify(signer)} is not a workflow`, "write it as owner/name/.github/workflows/build.yml"];
  const address = [issuer, server].find((url) => url !== void 0 && !isHttps(url));
  return address === void 0 ? void 0 : [`${JSON.stringify(address)} is not an https:// address`, "write it in full"];
}
function keylessProblem({ issuer, subject }) {
  if (!isHttps(issuer)) return [`${JSON.stringify(issuer)} is not the URL of an issuer`, "write it as https://\u2026"];
  if (subject === "" || subject.slice(0, -1).includes("*"))
    return [`${JSON.stringify(subject)} is not a subject`, "write it in full, or a URL with one * at its end"];
  if (subject.endsWith("*") && !/^https:\/\/[^/*]+\/[^/*]+\//.test(subject))
    return [`${JSON.stringify(subject)} lets in strangers`, "end the owner\u2019s name with / before the *"];
  return void 0;
}
var isHttps = (url) => /^https:\/\/[^/?#\s*]+[^\s*]*$/.test(url) && !url.endsWith("/");
function matches(wanted, found) {
  return wanted.endsWith("*") ? found.startsWith(wanted.slice(0, -1)) : found === wanted;
}

// actions/lib/signatures/provenance.ts
var provenanceType = "https://slsa.dev/provenance/v1";
function checkBuild(policy, certificate, predicate) {
  const { issuer = githubIssuer, server = githubServer } = policy;
  const { build } = certificate;
  if (certificate.issuer !== issuer) throw differs("issuer", issuer, certificate.issuer);
  const repositoryUri = `${server}/${policy.repository}`;
  if (build.sourceRepositoryUri !== repositoryUri)
    throw differs("source repository", repositoryUri, build.sourceRepositoryUri);
  const { buildConfigUri = "", sourceRepositoryRef: ref = "", sourceRepositoryDigest: commit = "" } = build;
  const [, workflow] = /^(\.github\/workflows\/.+?\.ya?ml)@refs\//.exec(after(`${repositoryUri}/`, buildConfigUri)) ?? [];
  if (workflow === void 0 || policy.workflow !== void 0 && workflow !== policy.workflow)
    throw differs("workflow", `${repositoryUri}/${policy.workflow ?? ".github/workflows/\u2026"}`, build.buildConfigUri);
  if (ref === "" || policy.ref !== void 0 && !matches(policy.ref, ref))
    throw differs("ref", policy.ref ?? "refs/\u2026", build.sourceRepositoryRef);
  if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(commit))
    throw differs("source commit", "a commit id", build.sourceRepositoryDigest);
  checkSigner(policy, certificate, repositoryUri, server);
  if (policy.hosted === true && build.runnerEnvironment !== "github-hosted")
    throw differs("runner environment", "github-hosted", build.runnerEnvironment);
  checkPredicate(predicate, certificate);
  return { repository: policy.repository, workflow, ref, sourceCommit: commit };
}
function checkSigner(policy, { subject, build }, own, server) {
  if (build.buildSignerUri !== subject) throw differs("build signer", subject, build.buildSignerUri);
  if (policy.signer === void 0) {
    if (subject.startsWith(`${own}/`)) return;
    throw new Refusal(
      `was signed by ${show(subject)}, a workflow of another repository than ${own}; if that is right, name it as signer`
    );
  }
  const wanted = `${server}/${policy.signer}`;
  const found = policy.signer.includes("@") ? subject : subject.replace(/@(refs\/.*|[0-9a-f]{40,64})$/, "");
  if (found !== wanted) throw differs("signer", wanted, subject);
}
var after = (prefix, text) => text.startsWith(prefix) ? text.slice(prefix.length) : "";
function checkPredicate(predicate, { build, subject }) {
  const definition = field(predicate, "buildDefinition");
  const workflow = field(field(definition, "externalParameters"), "workflow");
  const [, path, ref] = /^\/(.*?)@(refs\/.*)$/s.exec(after(`${build.sourceRepositoryUri}`, build.buildConfigUri ?? "")) ?? [];
  agree("repository", field(workflow, "repository"), build.sourceRepositoryUri);
  agree("workflow", field(workflow, "path"), path);
  agree("workflow\u2019s ref", field(workflow, "ref"), ref);
  const github = field(field(definition, "internalParameters"), "github");
  agree("runner environment", field(github, "runner_environment"), build.runnerEnvironment);
  const dependencies = field(definition, "resolvedDependencies");
  for (const one of Array.isArray(dependencies) ? dependencies : []) {
    const uri = field(one, "uri");
    if (typeof uri === "string" && uri.startsWith(`git+${build.sourceRepositoryUri}@`))
      agree("source commit", field(field(one, "digest"), "gitCommit"), build.sourceRepositoryDigest);
  }
  const builder = field(field(field(predicate, "runDetails"), "builder"), "id");
  if (typeof builder === "string" && builder.includes("/.github/workflows/")) agree("builder", builder, subject);
}
function agree(what, stated, certified) {
  if (stated === void 0 || stated === certified) return;
  throw new Refusal(
    `contradicts itself: its statement has the ${what} ${show(String(stated))}, its certificate ${show(certified ?? "none")}`
  );
}
var field = (value, name) => typeof value === "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;

// actions/lib/signatures/public-keys.ts
import { createHash as createHash2, createPublicKey } from "node:crypto";
var curves = ["prime256v1", "secp384r1", "secp521r1"];
function readPublicKeys(texts) {
  return texts.map((text, index) => readPublicKey(text, `public key ${index + 1} of ${texts.length}`));
}
function readPublicKey(text, where) {
  if (/PRIVATE KEY/.test(text))
    throw new UserError("A private key stands where a public key belongs.", {
      where,
      next: "take it out, replace the key pair, and give the public key: this one can have been read by others"
    });
  if (!/^\s*-----BEGIN (RSA )?PUBLIC KEY-----/.test(text) || text.length > 16384) throw notAKey(where);
  let key;
  try {
    key = createPublicKey(text);
  } catch {
    throw notAKey(where);
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: details = {} } = key;
  const fits = type === "ec" && curves.includes(details.namedCurve ?? "") || type === "rsa" && (details.modulusLength ?? 0) >= 2048;
  if (!fits)
    throw new UserError("This kind of key is not accepted.", {
      where,
      next: "use ECDSA with P-256, P-384 or P-521, or RSA with 2048 bits at least; cosign generate-key-pair makes such a key"
    });
  const spki = key.export({ type: "spki", format: "der" });
  return { key, fingerprint: createHash2("sha256").update(spki).digest("hex") };
}
var notAKey = (where) => new UserError("This is not a public key.", { where, next: "give it in PEM, as cosign.pub has it" });

// actions/lib/signatures/sigstore.ts
import { verify } from "node:crypto";

// actions/lib/signatures/certificate.ts
import { X509Certificate as X509Certificate2 } from "node:crypto";

// actions/lib/signatures/packages.ts
async function loadPackages() {
  const [bundle, core, specs, verify2] = await Promise.all([
    import("./dist-67GFASN4.js"),
    import("./dist-KP46XA3H.js"),
    import("./dist-XCROXPOE.js"),
    import("./dist-U5STBTIQ.js")
  ]);
  return { bundle: bundle.default, core: core.default, specs: specs.default, verify: verify2.default };
}

// actions/lib/signatures/certificate.ts
var arc = "1.3.6.1.4.1.57264.1";
var buildOids = {
  buildSignerUri: `${arc}.9`,
  runnerEnvironment: `${arc}.11`,
  sourceRepositoryUri: `${arc}.12`,
  sourceRepositoryDigest: `${arc}.13`,
  sourceRepositoryRef: `${arc}.14`,
  buildConfigUri: `${arc}.18`
};
var issuerOid = `${arc}.8`;
var oldIssuerOid = `${arc}.1`;
var codeSigning = "1.3.6.1.5.5.7.3.3";
var utf8String = 12;
async function readCertificate(der) {
  const { core } = await loadPackages();
  const bytes = Buffer.from(der);
  const certificate = attempt(() => new X509Certificate2(bytes));
  const parsed = attempt(() => core.X509Certificate.parse(bytes));
  if (certificate.ca || !(certificate.keyUsage ?? []).includes(codeSigning))
    throw new Refusal("has a certificate that is not for signing code");
  return {
    subject: subjectOf(certificate),
    // The old extension holds the text without any encoding around it.
    issuer: textOf(parsed, issuerOid) ?? parsed.extension(oldIssuerOid)?.value.toString("utf8"),
    validFrom: new Date(certificate.validFrom),
    validTo: new Date(certificate.validTo),
    authority: certificate.issuer.replaceAll("\n", ", "),
    build: {
      buildSignerUri: textOf(parsed, buildOids.buildSignerUri),
      runnerEnvironment: textOf(parsed, buildOids.runnerEnvironment),
      sourceRepositoryUri: textOf(parsed, buildOids.sourceRepositoryUri),
      sourceRepositoryDigest: textOf(parsed, buildOids.sourceRepositoryDigest),
      sourceRepositoryRef: textOf(parsed, buildOids.sourceRepositoryRef),
      buildConfigUri: textOf(parsed, buildOids.buildConfigUri)
    }
  };
}
function attempt(parse3) {
  try {
    return parse3();
  } catch {
    throw new Refusal("has a certificate that cannot be read");
  }
}
function textOf(certificate, oid) {
  const [value, ...more] = certificate.extension(oid)?.valueObj.subs ?? [];
  return value?.tag.number === utf8String && more.length === 0 ? value.value.toString("utf8") : void 0;
}
function subjectOf({ subjectAltName = "" }) {
  const [, quoted, plain] = /^(?:URI|email):(?:("[^\n]*")|([^",\s]+))$/.exec(subjectAltName) ?? [];
  if (plain !== void 0) return plain;
  if (quoted !== void 0) return attempt(() => String(JSON.parse(quoted)));
  throw new Refusal("has a certificate that does not name exactly one e-mail address or URL");
}

// actions/lib/signatures/explain.ts
function explain(error, { certificate, signedAt } = {}) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = show(errorMessage(error));
  if (code === "CERTIFICATE_ERROR") return certificateProblem(error, message, certificate, signedAt);
  if (code === "TIMESTAMP_ERROR")
    return /^expected/.test(message) ? "has nothing that proves when it was signed: neither a timestamp nor a log entry with a time" : `has a timestamp that no authority of the trust root has signed (${message})`;
  if (code === "TLOG_ERROR") return "has no entry of a transparency log, and must have one";
  if (code === "TLOG_BODY_ERROR") return `has a log entry about something else (${message})`;
  if (/^TLOG_/.test(code)) return `has a log entry that no log of the trust root has signed (${message})`;
  if (code === "SIGNATURE_ERROR") return "has a signature that does not fit its contents";
  return message;
}
function certificateProblem(error, message, certificate, signedAt) {
  if (/SCT/.test(message))
    return `has a certificate without the mark of a certificate log that the trust root lists (${message})`;
  const cause = error.cause === void 0 ? "" : errorMessage(error.cause);
  const at = signedAt === void 0 ? "" : `, signed at ${signedAt.toISOString()}`;
  if (certificate === void 0) return `has a certificate that does not hold (${message})`;
  const { validFrom, validTo, authority } = certificate;
  if (/expired/.test(cause))
    return `has a certificate that was valid from ${validFrom.toISOString()} to ${validTo.toISOString()} only${at}`;
  return `has a certificate from ${show(authority)}, which is not an authority of the trust root${at}`;
}

// actions/lib/signatures/sigstore.ts
var bundleTypes = [
  "application/vnd.dev.sigstore.bundle+json;version=0.1",
  "application/vnd.dev.sigstore.bundle+json;version=0.2",
  "application/vnd.dev.sigstore.bundle+json;version=0.3",
  "application/vnd.dev.sigstore.bundle.v0.3+json"
];
var maxWitnesses = 8;
var maxCheckpointLength = 16384;
var clockSkewMs = 10 * 60 * 1e3;
async function readBundle(json) {
  const packages = await loadPackages();
  let bundle;
  try {
    bundle = packages.bundle.bundleFromJSON(json);
  } catch (error) {
    throw new Refusal(`is not a Sigstore bundle (${explain(error)})`);
  }
  if (!bundleTypes.includes(bundle.mediaType)) throw new Refusal("is a Sigstore bundle of a version that is not known");
  const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
  const timestamps = timestampVerificationData?.rfc3161Timestamps ?? [];
  if (tlogEntries.length > maxWitnesses || timestamps.length > maxWitnesses)
    throw new Refusal(`has more than ${maxWitnesses} log entries or timestamps`);
  for (const { logIndex, integratedTime, inclusionProof } of tlogEntries) {
    const numbers = [logIndex, integratedTime, inclusionProof?.logIndex ?? "0"];
    const checkpoint = inclusionProof?.checkpoint?.envelope ?? "";
    const names = [...checkpoint.matchAll(/\u2014 (\S+) /g)].map(([, name = ""]) => name);
    const plain = names.every((name) => /^[\w./:-]{1,200}$/.test(name)) && checkpoint.length <= maxCheckpointLength;
    if (!plain || !numbers.every((number) => /^\d{0,19}$/.test(number)))
      throw new Refusal("has a log entry with an odd checkpoint");
  }
  return bundle;
}
async function prove(bundle, artifact, trust, now) {
  const { core, verify: sigstore } = await loadPackages();
  const { content } = bundle.verificationMaterial;
  const hasKey = content.$case === "publicKey";
  if (trust.kind === "certificate" && hasKey) throw new Refusal("was signed with a key, not with a certificate");
  if (trust.kind === "key" && !hasKey) throw new Refusal("was signed with a certificate, not with one of the keys");
  const certificate = await certificateOf(bundle);
  let entity;
  try {
    const envelope = bundle.content.$case === "dsseEnvelope" ? bundle.content.dsseEnvelope : void 0;
    const signed = envelope === void 0 ? artifact : core.dsse.preAuthEncoding(envelope.payloadType, envelope.payload);
    const made = sigstore.toSignedEntity(bundle, artifact);
    entity = { ...made, signature: withHashes(made.signature, signed ?? Buffer.alloc(0)) };
  } catch (error) {
    throw new Refusal(`cannot be read (${explain(error)})`);
  }
  const signedAt = timeOf(entity);
  if (signedAt !== void 0 && signedAt.getTime() > now.getTime() + clockSkewMs)
    throw new Refusal(`was signed at ${signedAt.toISOString()}, which is in the future`);
  if (trust.kind === "key") {
    const key = await fittingKey(entity, trust);
    return { key, ...signedAt !== void 0 && trust.roots !== void 0 && { signedAt } };
  }
  await anyRoot(trust.roots, entity, ({ material }) => material, 1, { certificate, signedAt });
  return { ...certificate !== void 0 && { certificate }, ...signedAt !== void 0 && { signedAt } };
}
var hashes = {
  secp384r1: ["sha384", "sha256"],
  secp521r1: ["sha512", "sha256"]
};
function withHashes(content, signed) {
  const { signature } = content;
  const holds = (hash, key) => {
    try {
      return verify(hash, signed, key, signature);
    } catch {
      return false;
    }
  };
  return {
    signature,
    compareSignature: (other) => content.compareSignature(other),
    compareDigest: (digest) => content.compareDigest(digest),
    verifySignature: (key) => (hashes[key.asymmetricKeyDetails?.namedCurve ?? ""] ?? ["sha256"]).some((hash) => holds(hash, key))
  };
}
async function certificateOf({ verificationMaterial: { content } }) {
  if (content.$case === "certificate") return readCertificate(content.certificate.rawBytes);
  if (content.$case !== "x509CertificateChain") return void 0;
  return readCertificate(content.x509CertificateChain.certificates[0]?.rawBytes ?? new Uint8Array());
}
function timeOf({ timestamps }) {
  const times = timestamps.flatMap((one) => {
    if (one.$case === "timestamp-authority") return [one.timestamp.signingTime.getTime()];
    return one.tlogEntry.inclusionPromise === void 0 ? [] : [Number(one.tlogEntry.integratedTime) * 1e3];
  });
  const first = Math.min(...times);
  return Number.isFinite(first) ? new Date(first) : void 0;
}
async function fittingKey(entity, { keys, roots }) {
  for (const { key, fingerprint } of keys) {
    if (!entity.signature.verifySignature(key)) continue;
    const material = (root) => ({
      ...root?.material ?? { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [] },
      publicKey: () => ({ publicKey: key, validFor: () => true })
    });
    if (roots === void 0) return fingerprint;
    await anyRoot(roots, entity, material, 0, {});
    return fingerprint;
  }
  const which = keys.length === 1 ? "the key" : `one of the ${keys.length} keys`;
  throw new Refusal(`was not signed with ${which}, or its contents were changed since`);
}
async function anyRoot(roots, entity, materialOf, timestampThreshold, facts) {
  const { Verifier } = (await loadPackages()).verify;
  const reasons = [];
  for (const root of roots) {
    const { transparencyLog, certificateLog } = root.demands;
    const options = {
      timestampThreshold,
      tlogThreshold: transparencyLog || timestampThreshold === 0 ? 1 : 0,
      ctlogThreshold: certificateLog ? 1 : 0
    };
    try {
      new Verifier(materialOf(root), options).verify(entity);
      return;
    } catch (error) {
      reasons.push(explain(error, facts));
    }
  }
  throw new Refusal([...new Set(reasons)].join("; by another trust root it "));
}

// actions/lib/signatures/statement.ts
var payloadType = "application/vnd.in-toto+json";
var statementTypes = ["https://in-toto.io/Statement/v1", "https://in-toto.io/Statement/v0.1"];
var maxBytes = 4 * 1024 * 1024;
function readStatement(type, payload, digest, predicateType) {
  if (type !== payloadType) throw new Refusal(`signs ${show(type)}, not an in-toto statement`);
  if (payload.length > maxBytes) throw new Refusal(`signs ${payload.length} bytes, more than are read`);
  const { _type, subject, predicateType: found, predicate } = parseObject(payload);
  if (!statementTypes.some((known) => known === _type)) throw new Refusal("signs a statement of an unknown version");
  if (typeof found !== "string") throw new Refusal("signs a statement without a predicate type");
  if (found !== predicateType) throw new Refusal(`is of the type ${show(found)}, wanted is ${predicateType}`);
  const subjects = (Array.isArray(subject) ? subject : []).flatMap(digestOf);
  if (!subjects.includes(digest)) {
    const about = subjects.length === 0 ? "nothing with a SHA-256 digest" : show(subjects.slice(0, 3).join(", "));
    throw new Refusal(`is about ${about}, not about ${digest}`);
  }
  return { predicateType: found, predicate };
}
function parseObject(payload) {
  try {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
    if (typeof value === "object" && value !== null) return value;
  } catch {
  }
  throw new Refusal("signs a statement that is not JSON");
}
function digestOf(subject) {
  const { digest } = subject ?? {};
  return typeof digest?.sha256 === "string" ? [`sha256:${digest.sha256}`] : [];
}

// actions/lib/signatures/trust-root.ts
var maxLength = 4 * 1024 * 1024;
var maxRoots = 10;
var mediaType = /^application\/vnd\.dev\.sigstore\.trustedroot(\.v\d+\.\d+\+json|\+json;version=\d+\.\d+)$/;
async function readTrustRoots(text) {
  if (text.length > maxLength) throw unreadable(`it is longer than ${maxLength} characters`);
  const documents = parse2(text);
  if (documents.length === 0 || documents.length > maxRoots) throw unreadable(`it holds ${documents.length} of them`);
  const { specs, verify: verify2 } = await loadPackages();
  return documents.map((document) => {
    if (!mediaType.test(String(document?.mediaType)))
      throw unreadable("its mediaType is not that of a Sigstore trusted root");
    try {
      const root = specs.TrustedRoot.fromJSON(document);
      return {
        material: verify2.toTrustMaterial(root),
        demands: { transparencyLog: root.tlogs.length > 0, certificateLog: root.ctlogs.length > 0 }
      };
    } catch (error) {
      throw unreadable(errorMessage(error));
    }
  });
}
function parse2(text) {
  try {
    return [JSON.parse(text)];
  } catch {
  }
  try {
    return text.split("\n").flatMap((line) => line.trim() === "" ? [] : [JSON.parse(line)]);
  } catch {
    throw unreadable("it is not JSON");
  }
}
var unreadable = (why) => new UserError(`The trust root cannot be read: ${why}.`, {
  next: "give the output of: gh attestation trusted-root, or the trusted_root.json of your own Sigstore"
});
var trustRootMissing = (why) => new UserError(`Nothing was verified: ${why}, and there is no trust root to hold it to.`, {
  next: "keep the output of gh attestation trusted-root in a file, and name the file in the settings"
});

// actions/lib/signatures/verify-image.ts
var signatureType = "https://sigstore.dev/cosign/sign/v1";
var shownReasons = 5;
async function verifyImage(request) {
  const { image, digest, policy, sources, now } = request;
  requireDigest(digest, nameOf(image));
  checkPolicy(policy);
  const trust = await trustOf(policy, request.trustedRoot);
  const reasons = [];
  let left = 0;
  for (const source of sourcesOf(policy, sources, digest)) {
    const candidates = await listed(source, reasons);
    left += candidates.left;
    for (const candidate of candidates.found) {
      try {
        return { digest, method: policy.type, ...await judge(candidate, policy, trust, digest, now) };
      } catch (error) {
        if (error instanceof Refusal) reasons.push(`${candidate.where} ${error.message}`);
        else if (error instanceof UserError) reasons.push(`${candidate.where} cannot be read: ${error.what}`);
        else throw error;
      }
    }
  }
  throw unsatisfied(image, digest, policy, reasons, left);
}
async function trustOf(policy, text) {
  if (policy.type === "key") {
    const keys = readPublicKeys(policy.publicKeys);
    if (policy.transparencyLog === false) return { kind: "key", keys };
    if (text === void 0)
      throw trustRootMissing("signatures with a key must be in a transparency log unless transparencyLog is false");
    return { kind: "key", keys, roots: await readTrustRoots(text) };
  }
  if (text === void 0) throw trustRootMissing("signatures with a certificate need an authority that issued it");
  return { kind: "certificate", roots: await readTrustRoots(text) };
}
function sourcesOf(policy, sources, digest) {
  const { repository, attestations } = sources;
  const isProvenance = policy.type === "provenance";
  const wanted = isProvenance ? provenanceType : signatureType;
  return [
    // The registry can be filled by more people than the attestations of a repository.
    ...attestations !== void 0 && isProvenance ? [{ name: "attestations", list: () => attestationCandidates(attestations, digest) }] : [],
    ...repository === void 0 ? [] : [{ name: "referrers", list: () => referrerCandidates(repository, digest, wanted) }],
    ...repository === void 0 || isProvenance ? [] : [{ name: "signatures of cosign", list: () => classicCandidates(repository, digest) }]
  ];
}
async function listed({ name, list }, reasons) {
  try {
    return await list();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    reasons.push(`the ${name} cannot be read: ${error.what}`);
    return { found: [], left: 0 };
  }
}
async function judge(candidate, policy, trust, digest, now) {
  const { json, payload } = await candidate.load();
  const bundle = await readBundle(json);
  const { content } = bundle;
  if (content.$case === "messageSignature" && payload === void 0)
    throw new Refusal("signs bytes, not a statement about an image");
  const proof = await prove(bundle, payload, trust, now);
  const predicate = content.$case === "dsseEnvelope" ? readStatement(
    content.dsseEnvelope.payloadType,
    content.dsseEnvelope.payload,
    digest,
    policy.type === "provenance" ? provenanceType : signatureType
  ).predicate : void 0;
  return { ...satisfied(policy, proof, predicate), ...proof.signedAt !== void 0 && { signedAt: proof.signedAt } };
}
function satisfied(policy, { certificate, key }, predicate) {
  if (policy.type === "key") return { summary: `signed with the key sha256:${key}`, identity: `sha256:${key}` };
  if (certificate === void 0) throw new Refusal("has no certificate");
  const { subject, issuer } = certificate;
  if (policy.type === "keyless") {
    if (issuer !== policy.issuer) throw differs("issuer", policy.issuer, issuer);
    if (!matches(policy.subject, subject)) throw differs("subject", policy.subject, subject);
    return { summary: `signed by ${subject} (${issuer})`, identity: subject };
  }
  const build = checkBuild(policy, certificate, predicate);
  const commit = build.sourceCommit.slice(0, 12);
  return {
    summary: `built by ${build.repository}, ${build.workflow} for ${build.ref} at commit ${commit}`,
    identity: subject,
    ...build
  };
}
function unsatisfied(image, digest, policy, reasons, left) {
  const where = `${nameOf(image)}@${digest}`;
  const wanted = {
    provenance: "build provenance from GitHub",
    keyless: "signature with a certificate",
    key: "signature with a key"
  }[policy.type];
  if (reasons.length === 0)
    return new UserError(`The image has no ${wanted}: nothing is attached to its digest.`, {
      where,
      next: "let the build attest or sign the digest that it pushes (of the index, for several platforms), then try again"
    });
  const more = reasons.length > shownReasons ? [`and ${reasons.length - shownReasons} more`] : [];
  const unread = left > 0 ? [`${left} or more were not looked at: an image should not have so many`] : [];
  const all = [...reasons.slice(0, shownReasons), ...more, ...unread].map((reason) => `
    - ${reason}`).join("");
  return new UserError(`The image has no ${wanted} that satisfies the policy:${all}`, {
    where,
    next: "do not deploy it before this is understood; mend the policy if it is the policy that is wrong"
  });
}
export {
  verifyImage
};
