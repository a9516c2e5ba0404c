import { spawnSync } from 'node:child_process'
import { describe, expect, onTestFinished, test } from 'vitest'
import { reservable } from '../../src/entry/deploy.ts'
import { startParameters } from '../../src/entry/embedded.ts'
import { secretsToPut } from '../../src/entry/put-secrets.ts'
import { putSecret, secretsOf } from '../../src/entry/stage.ts'

const nothing = { token: false, webhookSecret: false }
const ask = async () => '1:token'

describe('the secrets of a new stage', () => {
  test('are the token that was asked for, and three that nobody needs to know', async () => {
    const wanted = await secretsToPut({}, nothing, ask)
    expect(wanted).toEqual({
      BOT_TOKEN: '1:token',
      ID_KEY: expect.stringMatching(/^[\w-]{43}$/),
      DESK_KEY: expect.stringMatching(/^[\w-]{43}$/),
      WEBHOOK_SECRET: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(new Set(Object.values(wanted)).size).toBe(4)
  })
})

describe('the secrets of a stage that has them', () => {
  const held = { BOT_TOKEN: '1:old', ID_KEY: 'id', DESK_KEY: 'desk', WEBHOOK_SECRET: 'now before' }

  test('stay as they are', async () => {
    expect(await secretsToPut(held, nothing, ask)).toEqual({})
  })

  test('get a new token when that is wanted', async () => {
    const wanted = await secretsToPut(held, { ...nothing, token: true }, ask)
    expect(wanted).toEqual({ BOT_TOKEN: '1:token' })
  })

  test('keep the old secret of the webhook behind the new one, and none that is older', async () => {
    const wanted = await secretsToPut(held, { ...nothing, webhookSecret: true }, ask)
    expect(wanted).toEqual({ WEBHOOK_SECRET: expect.stringMatching(/^[\w-]{43} now$/) })
  })
})

test('what is put is there, for its stage alone', async () => {
  const parameters = await startParameters({})
  onTestFinished(() => parameters.stop())
  const account = {
    SSM_ENDPOINT: parameters.endpoint,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  }
  Object.assign(process.env, account)
  const [dev, prod] = ['dev', 'prod'].map((stage) => ({ ...account, SECRETS_PATH: `/x/${stage}` }))
  await putSecret(dev ?? {}, 'BOT_TOKEN', '1:dev')
  expect([await secretsOf(dev ?? {}), await secretsOf(prod ?? {})]).toEqual([
    { BOT_TOKEN: '1:dev' },
    {},
  ])
})

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
