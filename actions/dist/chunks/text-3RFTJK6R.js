import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  answerLine,
  renderText
} from "./chunk-VSRFEYYJ.js";
import "./chunk-U4EDKPHT.js";
import "./chunk-I5D3UE5R.js";
import "./chunk-YSH2IDXS.js";
export {
  answerLine,
  renderText
};
