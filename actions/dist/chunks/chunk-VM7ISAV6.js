import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  ownerAndName
} from "./chunk-7KJE3CBL.js";
import {
  wasRefused
} from "./chunk-2XYIY64O.js";
import {
  UserError,
  errorMessage
} from "./chunk-XKMBV7AT.js";

// actions/lib/github/compare.ts
async function compareCommits(client, repository, base, head) {
  try {
    const { data } = await client.request(
      "GET /repos/{owner}/{repo}/compare/{basehead}",
      { ...ownerAndName(repository), basehead: `${base}...${head}`, per_page: 1 },
      { purpose: `compare ${base} with ${head} in ${repository}`, permission: "contents: read" }
    );
    const { status, ahead_by: aheadBy, behind_by: behindBy } = data;
    return { type: status, aheadBy, behindBy, changesFiles: (data.files?.length ?? 0) > 0 };
  } catch (error) {
    if (!wasRefused(error, 404, 403, 422)) throw error;
    return { type: "unknown", reason: error instanceof UserError ? error.what : errorMessage(error) };
  }
}

export {
  compareCommits
};
