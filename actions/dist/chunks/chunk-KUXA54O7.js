import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/kubeconform-wasm/src/errors.ts
var EngineError = class extends Error {
  name = "EngineError";
  code;
  operation;
  constructor(code, operation, message) {
    super(message);
    this.code = code;
    this.operation = operation;
  }
};
var messageOf = (error) => error instanceof Error ? error.message : String(error);

export {
  EngineError,
  messageOf
};
