import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/validate/repository.ts
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
function locate(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    const isFile = existsSync(folder);
    throw new UserError(isFile ? "This is a file." : "There is no such folder.", {
      where: folder,
      next: isFile ? `name the folder that it is in: ${dirname(folder)}` : "name a folder that exists"
    });
  }
  const start = realpathSync(folder);
  for (let repository = start; ; repository = dirname(repository)) {
    if (existsSync(join(repository, ".git"))) {
      const path = relative(repository, start).split(sep).join("/");
      return path === "" ? { repository } : { repository, path };
    }
    if (dirname(repository) === repository) return { repository: start };
  }
}

export {
  locate
};
