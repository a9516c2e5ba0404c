import { describe, expect, test } from 'vitest'
import { Misconfigured, readConfig } from '../../src/entry/config.ts'

describe('a good environment', () => {
  test('nothing needs to be set on a machine of our own', () => {
    expect(readConfig({})).toEqual({
      AWS_REGION: 'eu-central-1',
      TELEGRAM_API_ROOT: 'https://api.telegram.org',
      PORT: 8080,
      STAGE: 'local',
      TABLE_NAME: 'before-you-go',
      ID_KEY: 'only-for-this-machine',
      DESK_KEY: 'only-for-this-machine',
      WEBHOOK_SECRET: [],
      registers: {},
    })
  })

  test('what is set is taken', () => {
    const environment = {
      BOT_TOKEN: '123456:ABC-def_1',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9000',
      DATA_DIR: './data',
      STAGE: 'test',
      DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000',
      TABLE_NAME: 'another-table',
      ID_KEY: 'sixteen letters.',
      DESK_KEY: 'another sixteen.',
    }
    expect(readConfig({ ...environment, PORT: '3000' })).toMatchObject({
      ...environment,
      PORT: 3000,
    })
  })

  test('a secret may stand beside the one whose place it takes', () => {
    const secrets = ['the-new-secret-of-all', 'the-old-secret-of-all']
    expect(readConfig({ WEBHOOK_SECRET: secrets.join(', ') }).WEBHOOK_SECRET).toEqual(secrets)
  })

  test('registers are set by their ids', () => {
    const set = {
      REGISTER_PL_WL_URL: 'https://wl-test.mf.gov.pl',
      REGISTER_GB_COMPANIES_KEY: 'key',
      REGISTER_: 'ignored',
    }
    expect(readConfig(set).registers).toEqual({
      PL_WL: { url: 'https://wl-test.mf.gov.pl' },
      GB_COMPANIES: { key: 'key' },
    })
  })

  test('what is set to nothing counts as not set', () => {
    expect(readConfig({ BOT_TOKEN: '', PORT: '', DATA_DIR: '' })).toEqual(readConfig({}))
  })

  test('what is not ours is left alone', () => {
    expect(readConfig({ HOME: '/root', PATH: '/bin' })).toEqual(readConfig({}))
  })

  test.each(['0', '65535'])('port %s is a port', (port) => {
    expect(readConfig({ PORT: port }).PORT).toBe(Number(port))
  })
})

const wrong: [variable: string, value: string][] = [
  ['BOT_TOKEN', 'hunter2'],
  ['BOT_TOKEN', '987654'],
  ['BOT_TOKEN', '123456:with a space'],
  ['TELEGRAM_API_ROOT', 'api.telegram.org'],
  ['TELEGRAM_API_ROOT', 'file:///etc/passwd'],
  ['PORT', 'eighty'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['DYNAMODB_ENDPOINT', 'localhost:8000'],
  ['TABLE_NAME', 'ab'],
  ['ID_KEY', 'short'],
  ['DESK_KEY', 'brief'],
  ['REGISTER_PL_WL_URL', 'file:///etc/passwd'],
]

describe('a stage where real people talk', () => {
  const own = { STAGE: 'prod', ID_KEY: 'sixteen letters.' }

  test('opens no desk without a key for them', () => {
    expect(readConfig(own).DESK_KEY).toBeUndefined()
  })

  test.each(['ID_KEY', 'DESK_KEY'])('refuses the %s that everybody can read', (name) => {
    const everybodys = readConfig({})[name === 'ID_KEY' ? 'ID_KEY' : 'DESK_KEY'] ?? ''
    expect(messageFor({ ...own, [name]: everybodys })).toContain(name)
  })
})

describe('a wrong environment', () => {
  test.each(wrong)('%s=%s is refused by name', (variable, value) => {
    expect(messageFor({ [variable]: value })).toContain(variable)
  })

  test.each(wrong)('%s=%s is not repeated: it may be a secret', (variable, value) => {
    expect(messageFor({ [variable]: value })).not.toContain(value)
  })

  test('every wrong variable is named at once', () => {
    const message = messageFor({ BOT_TOKEN: 'x', PORT: 'x', ID_KEY: 'x' })
    expect(['BOT_TOKEN', 'PORT', 'ID_KEY'].filter((name) => !message.includes(name))).toEqual([])
  })

  test('a right one beside it is not named', () => {
    expect(messageFor({ BOT_TOKEN: 'x', PORT: '3000' })).not.toContain('PORT')
  })
})

function messageFor(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(Misconfigured)
    return error instanceof Error ? error.message : ''
  }
  throw new Error('the environment was taken')
}
