import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  Headers,
  HttpClient,
  HttpClientError,
  HttpClientResponse,
  HttpCodes,
  MediaTypes,
  getProxyUrl,
  isHttps
} from "./chunk-AHKFPYGT.js";
import "./chunk-YQ5MPXPW.js";
import "./chunk-YSH2IDXS.js";
export {
  Headers,
  HttpClient,
  HttpClientError,
  HttpClientResponse,
  HttpCodes,
  MediaTypes,
  getProxyUrl,
  isHttps
};
