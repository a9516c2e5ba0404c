import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { reservable } from '../../src/entry/deploy.ts'

describe('a cap on updates at once', () => {
  test.each([
    [1000, 40],
    [140, 40],
    [139, undefined],
    [10, undefined],
    [undefined, undefined],
  ])('in an account that allows %s calls at once: %s', (quota, cap) => {
    expect(reservable(40, quota)).toBe(cap)
  })
})

test('a dry run of the deployment names every step and asks nobody', () => {
  const { PATH = '' } = process.env
  const { status, stdout } = spawnSync(
    process.execPath,
    ['src/entry/deploy.ts', '--dry-run', '--stage', 'prod', '--alarms', 'me@example.org'],
    { env: { PATH }, encoding: 'utf8' },
  )
  expect(status).toBe(0)
  const steps = [...stdout.matchAll(/^# (.+)$/gm)].map(([, title]) => title?.split(':')[0])
  expect(steps).toEqual([
    'bundle',
    'cap',
    'synthesis and its checks',
    'what would change',
    'deployment',
    'setup',
    'doctor',
  ])
  expect(stdout).toContain('-c alarms=me@example.org')
})
