import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/cloud/build.ts',
    // The bundle runs as Node runs it.
    server: { deps: { external: [/\/functions-\w+\//] } },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
