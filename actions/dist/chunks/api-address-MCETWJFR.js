import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  apiAddress,
  isLoopback,
  ownerAndName,
  shortId
} from "./chunk-7KJE3CBL.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";
export {
  apiAddress,
  isLoopback,
  ownerAndName,
  shortId
};
