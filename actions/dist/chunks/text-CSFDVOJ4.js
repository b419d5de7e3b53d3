import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  answerLine,
  renderText
} from "./chunk-Z4G4K56H.js";
import "./chunk-2C62IDFU.js";
import "./chunk-I5D3UE5R.js";
import "./chunk-SK4ZIMNF.js";
import "./chunk-YSH2IDXS.js";
export {
  answerLine,
  renderText
};
