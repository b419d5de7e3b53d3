import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  judge
} from "./chunk-QOSTHBLG.js";
import "./chunk-LFBZ2KVQ.js";
import "./chunk-KUXA54O7.js";
import "./chunk-P6IRL3M2.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-YSH2IDXS.js";
export {
  judge
};
