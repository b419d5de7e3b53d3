import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  judge
} from "./chunk-YXGO6ZLV.js";
import "./chunk-4NOUKGGZ.js";
import "./chunk-DIBYIKWT.js";
import "./chunk-KUXA54O7.js";
import "./chunk-YUKRR7O5.js";
import "./chunk-U65DKST5.js";
import "./chunk-VIW2AEQQ.js";
import "./chunk-4ACD63CK.js";
import "./chunk-LFBZ2KVQ.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-YSH2IDXS.js";
export {
  judge
};
