import { defineConfig } from 'vitest/config'

const patience = { testTimeout: 30_000, hookTimeout: 30_000 }

/** Stories that look at nothing but phones, groups and Telegram: they hold for the bundle of the cloud too. */
const stories = [
  'test/app/sos.test.ts',
  'test/app/endings/{hide,forget}.test.ts',
  'test/telegram/{commands,groups,links,people,presses,screens,trouble}.test.ts',
]

/** The bundle runs as Node runs it. */
const server = { deps: { external: [/\/functions-\w+\//] } }

export default defineConfig({
  test: {
    globalSetup: 'test/cloud/build.ts',
    projects: [
      { test: { name: 'here', include: ['test/**/*.test.ts'], server, ...patience } },
      {
        test: {
          name: 'cloud',
          isolate: false,
          include: stories,
          env: { STORIES: 'cloud' },
          server,
          ...patience,
        },
      },
    ],
  },
})
