import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/lib/toolkit/paths.ts
import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
function confinedPath(root, path) {
  if (path.includes("\0")) return void 0;
  const target = resolve(root, path);
  const inside = relative(realPath(resolve(root)), realPath(target));
  return inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? void 0 : target;
}
function realPath(path) {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : resolve(realPath(parent), basename(path));
  }
}

export {
  confinedPath
};
