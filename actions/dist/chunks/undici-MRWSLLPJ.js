import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  import_fetch,
  import_proxy_agent
} from "./chunk-GCNMQPSE.js";
import "./chunk-T3T4D65W.js";
var export_ProxyAgent = import_proxy_agent.default;
var export_fetch = import_fetch.fetch;
export {
  export_ProxyAgent as ProxyAgent,
  export_fetch as fetch
};
