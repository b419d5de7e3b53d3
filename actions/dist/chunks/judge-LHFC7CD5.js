import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  judge
} from "./chunk-74XHMFB2.js";
import "./chunk-R53VJKC2.js";
import "./chunk-DIBYIKWT.js";
import "./chunk-KUXA54O7.js";
import "./chunk-YSCY4STR.js";
import "./chunk-KTCA2Y7Q.js";
import "./chunk-VIW2AEQQ.js";
import "./chunk-4ACD63CK.js";
import "./chunk-LFBZ2KVQ.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-YSH2IDXS.js";
export {
  judge
};
