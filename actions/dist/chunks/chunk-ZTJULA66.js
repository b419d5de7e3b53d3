import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/registry/endpoint.ts
var host = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?$/;
var path = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
var dockerHub = ["docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"];
var nameOf = ({ registry, repository }) => `${registry}/${repository}`;
function canonicalRegistry(registry) {
  const lower = registry.toLowerCase();
  return dockerHub.includes(lower) ? "docker.io" : lower;
}
function isLoopback(hostname) {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
var isSafeTransport = ({ protocol, hostname }) => protocol === "https:" || protocol === "http:" && isLoopback(hostname);
function repositoryUrl(name) {
  const registry = canonicalRegistry(name.registry);
  if (!host.test(registry) || name.repository.length > 255 || !path.test(name.repository)) {
    throw new UserError(`${JSON.stringify(nameOf(name).slice(0, 300))} cannot be the name of an image.`, {
      next: "write it as registry.example.com/team/name, in lowercase"
    });
  }
  const server = registry === "docker.io" ? "registry-1.docker.io" : registry;
  const scheme = isLoopback(new URL(`http://${server}`).hostname) ? "http" : "https";
  return `${scheme}://${server}/v2/${name.repository}`;
}

export {
  nameOf,
  canonicalRegistry,
  isLoopback,
  isSafeTransport,
  repositoryUrl
};
