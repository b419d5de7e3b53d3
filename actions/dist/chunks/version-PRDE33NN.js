import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  version
} from "./chunk-BSVS5FUI.js";
import "./chunk-YSH2IDXS.js";
export {
  version
};
