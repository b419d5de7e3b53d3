import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  parseSettings
} from "./chunk-RDPHONAS.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/contracts/read-settings.ts
var settingsFile = ".github/seaworthy.yaml";
async function readSettings(tree) {
  const entry = await tree.read(settingsFile);
  if (entry.type === "missing") return { settings: {}, text: "" };
  if (entry.type !== "file") {
    const why = entry.type === "refused" ? entry.reason : `it is a ${entry.type === "link" ? "symbolic link" : "folder"}`;
    throw new UserError(`The settings cannot be read: ${why}.`, { where: settingsFile, next: "make it a plain file" });
  }
  const text = new TextDecoder().decode(entry.bytes);
  return { settings: settingsOfText(text), text };
}
function settingsOfText(text, file = settingsFile) {
  const { settings, problems } = parseSettings(text, file);
  if (settings !== void 0) return settings;
  const lines = problems.map(({ file: at, line, column, message }) => `  ${at}:${line}:${column} ${message}`);
  throw new UserError(`The settings are not valid:
${lines.join("\n")}`, {
    next: "mend them; schemas/seaworthy.schema.json of Seaworthy\u2019s repository describes every field"
  });
}

export {
  settingsFile,
  readSettings,
  settingsOfText
};
