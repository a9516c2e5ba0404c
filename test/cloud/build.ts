import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { bundle } from '../../src/entry/bundle.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the bundle of the functions lies. */
    functions: string
  }
}

/** Bundles the functions once for all tests. */
export async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'functions-'))
  await bundle(folder)
  project.provide('functions', folder)
  return () => rm(folder, { recursive: true })
}
