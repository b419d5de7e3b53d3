import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  judge
} from "./chunk-TK3B4CXZ.js";
import "./chunk-HRKNRNLS.js";
import "./chunk-YVDRF7FF.js";
import "./chunk-KUXA54O7.js";
import "./chunk-IYZ6JHVJ.js";
import "./chunk-PGHHOU4A.js";
import "./chunk-4ACD63CK.js";
import "./chunk-NTJZ2C6H.js";
import "./chunk-LFBZ2KVQ.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-YSH2IDXS.js";
export {
  judge
};
