import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// package.json
var package_default = {
  name: "seaworthy",
  version: "0.1.0",
  description: "A GitOps toolkit for GitHub Actions: what Argo CD would deploy, whether the API server would accept it, and where to mend it.",
  license: "Apache-2.0",
  type: "module",
  engines: {
    node: ">=20"
  },
  bin: {
    seaworthy: "actions/dist/cli.js"
  },
  files: [
    "actions/dist",
    "schemas/*.schema.json"
  ],
  workspaces: [
    "actions/kubeconform-wasm",
    "scripts"
  ],
  scripts: {
    start: "node actions/dist/cli.js check",
    test: "vitest run",
    "test:tools": "vitest run --config vitest.tools.config.ts",
    "test:cluster": "node scripts/test-cluster.ts",
    testbed: "node scripts/testbed.ts",
    build: "node scripts/build.ts",
    "check-dist": "node scripts/check-dist.ts",
    docs: "node scripts/docs.ts",
    licences: "node scripts/go-licences.ts",
    schemas: "node scripts/schemas.ts",
    "github-api": "node scripts/github-api.ts",
    bench: "node scripts/bench.ts",
    typecheck: "tsc --noEmit",
    lint: "biome check . && node scripts/boundaries.ts",
    format: "biome check --write ."
  },
  devDependencies: {
    "@actions/core": "3.0.1",
    "@actions/github": "9.1.1",
    "@actions/http-client": "4.0.1",
    "@biomejs/biome": "2.5.15",
    "@microsoft/jest-sarif": "1.0.0-beta.0",
    "@octokit/core": "7.0.8",
    "@octokit/graphql-schema": "15.26.1",
    "@octokit/plugin-paginate-rest": "14.0.0",
    "@octokit/types": "18.0.0",
    "@sigstore/bundle": "4.0.0",
    "@sigstore/core": "3.2.1",
    "@sigstore/mock": "0.12.1",
    "@sigstore/protobuf-specs": "0.5.2",
    "@sigstore/verify": "3.1.1",
    "@types/node": "24.19.1",
    "@types/picomatch": "4.0.3",
    ajv: "8.20.0",
    "ajv-formats": "3.0.1",
    diff: "9.0.0",
    esbuild: "0.28.2",
    "fast-check": "4.10.2",
    graphql: "16.15.0",
    picomatch: "4.0.7",
    saxes: "6.0.0",
    typescript: "7.0.2",
    undici: "6.29.1",
    vitest: "5.1.1",
    yaml: "2.9.1"
  }
};

// actions/lib/report/version.ts
var version = package_default.version;

export {
  version
};
