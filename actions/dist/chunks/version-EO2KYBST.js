import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  version
} from "./chunk-QMPZSGB6.js";
import "./chunk-YSH2IDXS.js";
export {
  version
};
