import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/lib/toolkit/user-error.ts
var UserError = class extends Error {
  name = "UserError";
  what;
  where;
  next;
  constructor(what, details = {}) {
    const where = details.where === void 0 ? "" : `
  at: ${details.where}`;
    const next = details.next === void 0 ? "" : `
  next: ${details.next}`;
    super(`${what}${where}${next}`, details.cause === void 0 ? void 0 : { cause: details.cause });
    this.what = what;
    this.where = details.where;
    this.next = details.next;
  }
};
function errorMessage(error) {
  return error instanceof Error ? error.message : String(error);
}
function describeFailure(error) {
  if (error instanceof UserError) return error.message;
  const detail = error instanceof Error ? error.stack ?? error.message : String(error);
  return `This is a bug in Seaworthy, please report it with these lines.
${detail}`;
}

export {
  UserError,
  errorMessage,
  describeFailure
};
