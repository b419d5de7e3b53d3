import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  judge
} from "./chunk-N667CX3U.js";
import "./chunk-GGDPISQ6.js";
import "./chunk-YVDRF7FF.js";
import "./chunk-KUXA54O7.js";
import "./chunk-P7HX5FGS.js";
import "./chunk-RX2ESUYU.js";
import "./chunk-4ACD63CK.js";
import "./chunk-NTJZ2C6H.js";
import "./chunk-LFBZ2KVQ.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-YSH2IDXS.js";
export {
  judge
};
