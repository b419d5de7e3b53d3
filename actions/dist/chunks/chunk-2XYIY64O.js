import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/github/github-error.ts
var GitHubError = class extends UserError {
  name = "GitHubError";
  failure;
  constructor(failure, what, next, cause) {
    super(what, { next, ...cause !== void 0 && { cause } });
    this.failure = failure;
  }
};
function explain(failure, asked, tries = { count: 1, waitedMs: 0 }) {
  if (failure.type === "limited") return limited(failure, asked);
  if (failure.type === "unreachable") {
    const often = tries.count > 1 ? ` (tried ${tries.count} times in ${Math.round(tries.waitedMs / 1e3)} s)` : "";
    return new GitHubError(
      failure,
      `could not ${asked.purpose}: GitHub gave no usable answer, ${failure.reason}${often}`,
      `run the job again; if it stays like this, look at ${statusPage}, and at the proxy and firewall of your own runners`
    );
  }
  const { what, next } = refused(failure, asked);
  return new GitHubError(failure, what, next);
}
var statusPage = "https://www.githubstatus.com";
function limited(failure, { purpose }) {
  const minutes = Math.max(1, Math.ceil(failure.waitMs / minute));
  const which = failure.limit === "primary" ? "the token has used up its requests" : "too many requests at once";
  return new GitHubError(
    failure,
    `could not ${purpose}: GitHub\u2019s rate limit (${which}) asks to wait ${minutes} min, longer than this step may`,
    failure.limit === "primary" ? `run the job again in ${minutes} min, or use the token of a GitHub App, which has requests of its own` : `run the job again in ${minutes} min, with fewer jobs at the same time`
  );
}
var minute = 6e4;
function refused(failure, asked) {
  const { status, message } = failure;
  const { purpose } = asked;
  const permission = permissionOf(failure, asked);
  const needed = permission === void 0 ? "the permission for it" : `\`${permission}\``;
  const said = `GitHub says \u201C${message}\u201D`;
  if (status === 401) {
    return {
      what: `could not ${purpose}: GitHub does not accept the token`,
      next: "check that the token input is set, that the token has not expired, and that it was made for this GitHub"
    };
  }
  if (/SAML/i.test(message)) {
    return { what: `could not ${purpose}: ${said}`, next: "authorise the token for the organisation\u2019s single sign-on" };
  }
  if (/not permitted to create or approve pull requests/i.test(message)) {
    return {
      what: `could not ${purpose}: ${said}`,
      next: "switch on \u201CAllow GitHub Actions to create and approve pull requests\u201D in the settings of the repository (Actions, General), or use the token of a GitHub App"
    };
  }
  if (/not accessible|must have|insufficient|permission/i.test(message) || isAbout(failure, "INSUFFICIENT_SCOPES")) {
    return {
      what: `could not ${purpose}: the token may not do that; ${said}`,
      next: `give the job ${needed} under \`permissions:\`, or that permission to the GitHub App or the token that is used`
    };
  }
  if (status === 403 || isAbout(failure, "FORBIDDEN")) {
    return { what: `could not ${purpose}: ${said}`, next: `do what that says; the token needs ${needed} as well` };
  }
  if (status === 301) {
    return {
      what: `could not ${purpose}: ${message}`,
      next: "use the present name of the repository and check the address"
    };
  }
  if (status === 404 || isAbout(failure, "NOT_FOUND")) {
    return {
      what: `could not ${purpose}: ${said}`,
      next: `check the names; if they are right, the token cannot see it: it needs ${needed} there, and a workflow\u2019s own token reaches no repository but its own`
    };
  }
  return { what: `could not ${purpose}: ${said}`, next: "check the inputs of this step against that answer" };
}
var isAbout = ({ errors }, type) => errors.some((error) => error.type === type);
function permissionOf({ needs }, { permission }) {
  if (permission !== void 0 || needs === void 0) return permission;
  return needs.replaceAll("_", "-").replaceAll("=", ": ").replaceAll(";", " or");
}
function wasRefused(error, ...statuses) {
  return error instanceof GitHubError && error.failure.type === "refused" && statuses.includes(error.failure.status);
}
function refusalOf(error) {
  return error instanceof GitHubError && error.failure.type === "refused" ? error.failure.message : "";
}

export {
  GitHubError,
  explain,
  wasRefused,
  refusalOf
};
