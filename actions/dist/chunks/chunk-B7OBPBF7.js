import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/lib/github/viewer.ts
var logins = /* @__PURE__ */ new WeakMap();
var workflowLogin = "github-actions[bot]";
function viewerLogin(client) {
  const known = logins.get(client.memory);
  if (known !== void 0) return known;
  const asking = client.graphql(
    "query { viewer { login } }",
    {},
    { purpose: "ask whose token this is" }
  ).then(({ viewer }) => viewer.login);
  logins.set(client.memory, asking);
  asking.catch(() => logins.delete(client.memory));
  return asking;
}

export {
  workflowLogin,
  viewerLogin
};
