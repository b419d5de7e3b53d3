import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  descriptions,
  renderRulesReadme,
  rules,
  rulesTable
} from "./chunk-DIBYIKWT.js";
import "./chunk-VIW2AEQQ.js";
import "./chunk-YSH2IDXS.js";
export {
  descriptions,
  renderRulesReadme,
  rules,
  rulesTable
};
