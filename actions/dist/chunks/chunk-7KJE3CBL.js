import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/github/api-address.ts
function apiAddress(apiUrl, graphqlUrl) {
  const api = checked(apiUrl, "the address of GitHub\u2019s API");
  const graphql = graphqlUrl ?? (/\/api\/v3$/.test(api) ? api.replace(/v3$/, "graphql") : `${api}/graphql`);
  return { api, graphql: checked(graphql, "the address of GitHub\u2019s GraphQL API") };
}
function checked(address, name) {
  const url = URL.canParse(address) ? new URL(address) : void 0;
  if (url === void 0 || url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url))) {
    throw new UserError(`${name} is not usable: ${withoutSecrets(address)}`, {
      next: "use an address that begins with https://; http:// is allowed for this machine only"
    });
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new UserError(`${name} carries more than a host and a path: ${withoutSecrets(address)}`, {
      next: "give the bare address and put the token into the token input"
    });
  }
  return url.href.replace(/\/+$/, "");
}
var withoutSecrets = (address) => address.replace(/\/\/[^/]*@/, "//***@").replace(/[?#].*/s, "");
function isLoopback(url) {
  return /^127\.\d+\.\d+\.\d+$/.test(url.hostname) || url.hostname === "[::1]";
}
function ownerAndName(repository) {
  const [, owner, repo] = /^([A-Za-z0-9][\w-]*)\/([\w.-]+)$/.exec(repository) ?? [];
  if (owner === void 0 || repo === void 0 || repo === "." || repo === "..") {
    throw new UserError(`\u201C${repository}\u201D is not the name of a repository`, { next: "write it as owner/name" });
  }
  return { owner, repo };
}
var shortId = (commit) => commit.slice(0, 7);

export {
  apiAddress,
  isLoopback,
  ownerAndName,
  shortId
};
