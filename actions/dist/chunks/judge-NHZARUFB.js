import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  judge
} from "./chunk-I5STHVSB.js";
import "./chunk-T3NPNC7U.js";
import "./chunk-DIBYIKWT.js";
import "./chunk-KUXA54O7.js";
import "./chunk-HPSWWBXE.js";
import "./chunk-JFKP4SPI.js";
import "./chunk-VIW2AEQQ.js";
import "./chunk-4ACD63CK.js";
import "./chunk-LFBZ2KVQ.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-YSH2IDXS.js";
export {
  judge
};
