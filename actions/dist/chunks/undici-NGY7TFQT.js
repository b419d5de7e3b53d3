import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  import_fetch,
  import_proxy_agent
} from "./chunk-OCE2BC6K.js";
import "./chunk-YSH2IDXS.js";
var export_ProxyAgent = import_proxy_agent.default;
var export_fetch = import_fetch.fetch;
export {
  export_ProxyAgent as ProxyAgent,
  export_fetch as fetch
};
