import { defineConfig } from 'vitest/config'

// Everything that needs no more than Node, git and terraform.
export default defineConfig({
  test: {
    include: ['{actions,scripts}/**/*.test.ts'],
    exclude: ['**/*.{tools,cluster}.test.ts', '**/node_modules/**'],
    testTimeout: 30_000,
  },
})
