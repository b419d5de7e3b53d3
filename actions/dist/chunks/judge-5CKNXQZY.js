import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  judge
} from "./chunk-KQMQKB7C.js";
import "./chunk-X5NQFIGC.js";
import "./chunk-6WP3VL4T.js";
import "./chunk-KUXA54O7.js";
import "./chunk-ZO4UCZNK.js";
import "./chunk-NTJZ2C6H.js";
import "./chunk-HGCSL36S.js";
import "./chunk-V3W53JT7.js";
import "./chunk-7FI4IU7O.js";
import "./chunk-6JK5P74P.js";
import "./chunk-BVSTGZDS.js";
import "./chunk-4ACD63CK.js";
import "./chunk-LFBZ2KVQ.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-YSH2IDXS.js";
export {
  judge
};
