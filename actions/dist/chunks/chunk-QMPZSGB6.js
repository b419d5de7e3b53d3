import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// package.json
var package_default = { version: "0.1.0" };

// actions/lib/report/version.ts
var version = package_default.version;

export {
  version
};
