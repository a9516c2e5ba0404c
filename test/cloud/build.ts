import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { bundle } from '../../src/entry/bundle.ts'
import { bundleReader } from '../../src/entry/bundle-reader.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where all bundles lie. */
    bundles: string
    /** Where the bundle of the functions lies. */
    functions: string
    /** Where that of the reader lies. */
    reader: string
  }
}

/** Bundles the functions once for all tests. */
export async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'bundles-'))
  const [functions, reader] = [join(folder, 'functions'), join(folder, 'reader')]
  await Promise.all([bundle(functions), bundleReader(reader)])
  project.provide('bundles', folder)
  project.provide('functions', functions)
  project.provide('reader', reader)
  return () => rm(folder, { recursive: true })
}
