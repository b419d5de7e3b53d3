import { defineConfig } from 'vitest/config'

// Tests that a real API server and a real Argo CD judge: see scripts/testbed. Run by `npm run test:cluster`.
export default defineConfig({
  test: {
    include: ['{actions,scripts}/**/*.cluster.test.ts'],
    exclude: ['**/node_modules/**'],
    globalSetup: 'scripts/testbed/shared.ts',
    // Two cores are shared with the cluster.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    passWithNoTests: true,
  },
})
