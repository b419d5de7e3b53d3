import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  descriptions,
  renderRulesReadme,
  rules,
  rulesTable
} from "./chunk-ROF7WIRR.js";
import "./chunk-NTJZ2C6H.js";
import "./chunk-KNEUNJ7M.js";
import "./chunk-T3T4D65W.js";
export {
  descriptions,
  renderRulesReadme,
  rules,
  rulesTable
};
