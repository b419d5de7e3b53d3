import { defineConfig } from 'vitest/config'

// Everything that needs no more than Node, git and terraform.
export default defineConfig({
  test: {
    include: ['{actions,scripts}/**/*.test.ts'],
    exclude: ['**/*.{tools,cluster}.test.ts', '**/node_modules/**'],
    testTimeout: 60_000,
    // Vitest leaves one core to itself, which is half of a machine with two.
    maxWorkers: '100%',
  },
})
