import { defineConfig } from 'vitest/config'

/** Stories that look at nothing but phones, groups and Telegram: they hold for the bundle of the cloud too. */
const stories = [
  'test/app/sos.test.ts',
  'test/app/endings/{hide,forget}.test.ts',
  'test/telegram/{anything,changed,commands,elsewhere,groups,links,people,presses,replies,screens,trouble}.test.ts',
]

/** What changes the environment of its process, or starts a bundle in it, has that process to itself. */
const alone = ['test/{cloud,entry,infra,page}/**/*.test.ts']

const shared = {
  testTimeout: 30_000,
  hookTimeout: 30_000,
  // What comes soon comes later on a busy machine.
  expect: { poll: { timeout: 10_000 } },
  // Modules are loaded and content is read once for many files: half of the time went into that.
  isolate: false,
  // The bundle runs as Node runs it.
  server: { deps: { external: [/\/bundles-\w+\//] } },
}

export default defineConfig({
  test: {
    globalSetup: 'test/cloud/build.ts',
    projects: [
      { test: { ...shared, name: 'here', include: ['test/**/*.test.ts'], exclude: alone } },
      { test: { ...shared, name: 'alone', include: alone, isolate: true } },
      { test: { ...shared, name: 'cloud', include: stories, env: { STORIES: 'cloud' } } },
    ],
  },
})
