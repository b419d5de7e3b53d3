import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  judge
} from "./chunk-DI7TVKKM.js";
import "./chunk-2RFVUGA2.js";
import "./chunk-ROF7WIRR.js";
import "./chunk-KUXA54O7.js";
import "./chunk-ZO4UCZNK.js";
import "./chunk-NTJZ2C6H.js";
import "./chunk-NFCCWYF2.js";
import "./chunk-Z6NCKDR5.js";
import "./chunk-KNEUNJ7M.js";
import "./chunk-RBUB3BDL.js";
import "./chunk-YJPHPFWU.js";
import "./chunk-RDPHONAS.js";
import "./chunk-XQ555Z5O.js";
import "./chunk-UNCBMZAL.js";
import "./chunk-4ACD63CK.js";
import "./chunk-LFBZ2KVQ.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";
export {
  judge
};
