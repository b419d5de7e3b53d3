import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GitHubError,
  explain,
  refusalOf,
  wasRefused
} from "./chunk-A7X6XWML.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-YSH2IDXS.js";
export {
  GitHubError,
  explain,
  refusalOf,
  wasRefused
};
