import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Step } from '../../src/core/engine/flow.ts'

const guide = readFileSync(join(import.meta.dirname, '../../docs/authors.md'), 'utf8')
const rows = new Map(
  Array.from(guide.matchAll(/^\| (\S+) \| ([^|]*) \|/gm), ([, kind = '', fields = '']) => [
    kind,
    fields,
  ]),
)

test.each(Step.options.map(({ shape }) => [shape.kind.value, shape] as const))(
  'the guide for authors names the fields of the kind %s',
  (kind, { kind: _, ...shape }) => {
    const fields = Object.entries(shape).map(([name, { _zod }]) => (_zod.optin ? `${name}?` : name))
    const named = rows
      .get(kind)
      ?.replaceAll(/\([^)]*\)/g, '')
      .split(',')
      .map((one) => one.trim())
    expect(named?.toSorted()).toEqual(fields.toSorted())
  },
)
