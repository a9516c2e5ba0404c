import { Api } from 'grammy/web'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/entry/config.ts'
import { diagnose } from '../../src/entry/doctor.ts'
import { serveFunctionUrl, serveInvocations } from '../../src/entry/lambda.ts'
import { setUp } from '../../src/entry/setup.ts'
import { content, locales } from '../person.ts'
import { newTelegram } from '../simulator/telegram.ts'
import { secret, startFunctions, startHouse } from './house.ts'

const written = { content, locales }

/** A stage that is deployed and set up, as the operator's machine knows it. */
async function newStage() {
  const telegram = await newTelegram({ limits: false })
  const house = await startHouse(telegram, () => new Date())
  const { webhook } = await startFunctions(inject('functions'), house.environment)
  const served = await serveFunctionUrl(webhook)
  onTestFinished(async () => {
    await served.stop()
    await house.stop()
  })
  const environment: Record<string, string> = {
    ...house.environment,
    BOT_TOKEN: telegram.token,
    WEBHOOK_SECRET: secret,
    WEBHOOK_URL: served.url,
    DEAD_LETTERS_URL: house.line.url.replace('.fifo', '-dead.fifo'),
    REGISTER_PL_CEIDG_KEY: 'a-key',
  }
  await setUp(readConfig(environment), written, () => {})
  const api = new Api(telegram.token, { apiRoot: telegram.url })
  /** What the doctor finds wrong, after the environment was changed. */
  const wrong = async (change: Record<string, string> = {}) => {
    const diagnoses = await diagnose(readConfig({ ...environment, ...change }), written)
    return diagnoses.flatMap(({ what, fault, cure }) => (fault ? [{ what, fault, cure }] : []))
  }
  return { telegram, house, served, api, environment, wrong }
}

type Stage = Awaited<ReturnType<typeof newStage>>

test('a stage that was set up is well', async () => {
  const { wrong } = await newStage()
  expect(await wrong()).toEqual([])
})

test('a setup that is done again changes nothing in Telegram', async () => {
  const { telegram, environment } = await newStage()
  const before = telegram.calls.length
  const lines: string[] = []
  await setUp(readConfig(environment), written, (line) => lines.push(line))
  const asked = telegram.calls.slice(before).map(({ method }) => method)
  expect(asked.filter((method) => method.startsWith('setMy'))).toEqual([])
  expect(lines).toContain('pl: nothing to change')
})

describe('the doctor finds', () => {
  const nobody = 'http://127.0.0.1:1'
  const diseases: [
    what: string,
    fault: string,
    cure: string,
    harm: (stage: Stage) => Promise<Record<string, string>>,
  ][] = [
    ['BOT_TOKEN', 'missing', 'npm run secrets', async () => ({ BOT_TOKEN: '' })],
    ['webhook', 'does not know this token', 'BotFather', async () => ({ BOT_TOKEN: '1:wrong' })],
    ['webhook', 'does not answer', 'connected', async () => ({ TELEGRAM_API_ROOT: nobody })],
    [
      'webhook',
      'does not know where',
      'npm run setup',
      async ({ api }) => {
        await api.deleteWebhook()
        return {}
      },
    ],
    [
      'webhook',
      'another address',
      'same token',
      async ({ api }) => {
        await api.setWebhook('http://127.0.0.1:1/other')
        return {}
      },
    ],
    [
      'webhook',
      'kinds of updates',
      'npm run setup',
      async ({ api, served }) => {
        await api.setWebhook(served.url, { secret_token: secret, allowed_updates: ['message'] })
        return {}
      },
    ],
    [
      'webhook',
      'was not taken: Wrong response from the webhook: 401',
      'npm run deploy',
      async ({ api, served, telegram }) => {
        await api.setWebhook(served.url, {
          secret_token: 'not-the-secret-at-all',
          allowed_updates: ['message', 'callback_query', 'my_chat_member'],
        })
        telegram.person().send('/start')
        const failed = async () => (await api.getWebhookInfo()).last_error_message
        await expect.poll(failed).toContain('401')
        return {}
      },
    ],
    [
      'function',
      'does not know the secret',
      'npm run deploy',
      async () => ({ WEBHOOK_SECRET: 'another-secret-than-that' }),
    ],
    ['function', 'does not answer', 'npm run deploy', async () => ({ WEBHOOK_URL: nobody })],
    [
      'function',
      'lets strangers in',
      'Whose address',
      async () => ({ WEBHOOK_URL: (await welcoming()).url }),
    ],
    [
      'function',
      'does not start (502)',
      'log group',
      async () => ({ WEBHOOK_URL: (await broken()).url }),
    ],
    [
      'table no-such-table',
      'is not there',
      'deploy',
      async () => ({ TABLE_NAME: 'no-such-table' }),
    ],
    ['queue', 'does not answer', 'npm run deploy', async () => ({ SQS_ENDPOINT: nobody })],
    ['queue', 'has no address', 'npm run deploy', async () => ({ QUEUE_URL: '' })],
    ['reader', 'has no name', 'npm run deploy', async () => ({ READER_NAME: '' })],
    [
      'reader',
      'does not read a picture (away, ResourceNotFoundException)',
      'npm run deploy',
      async () => ({ READER_NAME: 'no-such-function' }),
    ],
    [
      'reader',
      'does not read a picture (other words)',
      'npm run deploy',
      async () => ({ LAMBDA_ENDPOINT: (await blind()).url }),
    ],
    [
      'reader',
      'could not be looked at (Busy)',
      'connected',
      async () => ({ LAMBDA_ENDPOINT: nobody }),
    ],
    [
      'dead letters',
      'lie aside',
      'redrive',
      async ({ house, environment }) => {
        await house.enqueue({ kind: 'refresh', register: 'X' })
        return { DEAD_LETTERS_URL: environment.QUEUE_URL ?? '' }
      },
    ],
    [
      'register PL_KRS',
      'no longer answers as we know it',
      'Switch it off',
      async ({ house }) => {
        house.registers.be('changed', 'PL_KRS')
        return {}
      },
    ],
    [
      'register PL_WL',
      'cannot be asked (down)',
      'the register itself',
      async ({ house }) => {
        house.registers.be('down', 'PL_WL')
        return {}
      },
    ],
    [
      'texts in Telegram, en',
      'description',
      'npm run setup',
      async ({ api }) => {
        await api.setMyDescription('something else', { language_code: 'en' })
        return {}
      },
    ],
  ]

  test.each(diseases)('%s: %s', async (what, fault, cure, harm) => {
    const stage = await newStage()
    const change = await harm(stage)
    expect(await stage.wrong(change)).toContainEqual({
      what,
      fault: expect.stringContaining(fault),
      cure: expect.stringContaining(cure),
    })
  })
})

async function welcoming() {
  const served = await serveFunctionUrl(async () => ({ statusCode: 200 }))
  onTestFinished(() => served.stop())
  return served
}

/** A reader that sees no words in anything. */
async function blind() {
  const reader = async () => ({ text: '', confidence: 0, hosts: [] })
  const served = await serveInvocations({ reader })
  onTestFinished(() => served.stop())
  return served
}

async function broken() {
  const served = await serveFunctionUrl(async () => {
    throw new Error('it does not start')
  })
  onTestFinished(() => served.stop())
  return served
}
