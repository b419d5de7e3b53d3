import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/cli/command.ts
var exitCodes = { fit: 0, unfit: 1, done: 0, refused: 1, wrong: 2, interrupted: 130 };

export {
  exitCodes
};
