import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startParameters } from '../../src/entry/parameters.ts'
import { secretsToPut } from '../../src/entry/put-secrets.ts'
import { readOwnSecrets, readSecrets } from '../../src/entry/secrets.ts'
import { putSecret, secretsOf } from '../../src/entry/stage.ts'
import { newLine } from '../line.ts'

const account = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }
Object.assign(process.env, account)

const path = '/before-you-go/dev'
const nothing = { token: false, webhookSecret: false }
const ask = async () => '1:token'
const made = expect.stringMatching(/^[\w-]{43}$/)

const held = { BOT_TOKEN: '1:old', ID_KEY: 'id', DESK_KEY: 'desk', WEBHOOK_SECRET: 'now before' }
const registers = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => [`REGISTER_${index}`, 'key']),
)

/** A stage `dev` whose Parameter Store holds this, and serves no more than so many on its first pages. */
async function newStage(secrets: Record<string, string>, firstPages: number[] = []) {
  const values = atPath(secrets)
  const parameters = await startParameters(values, firstPages)
  onTestFinished(() => parameters.stop())
  const environment = { SSM_ENDPOINT: parameters.endpoint, SECRETS_PATH: path }
  return { values, environment, parameters }
}

function atPath(secrets: Record<string, string>) {
  return Object.fromEntries(Object.entries(secrets).map(([name, value]) => [under(name), value]))
}

function under(name: string) {
  return `${path}/${name}`
}

/** The command as an operator types it, and the token when it is asked for, after what happens meanwhile. */
async function runSecrets(
  environment: Record<string, string>,
  args: string[] = [],
  meanwhile = () => {},
) {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, ['src/entry/put-secrets.ts', '--stage', 'dev', ...args], {
    env: { PATH, ...account, ...environment },
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  child.stdout.on('data', (chunk) => {
    said += chunk
    if (!String(chunk).includes('BotFather')) return
    meanwhile()
    child.stdin.end('1:typed\n')
  })
  const [status] = await once(child, 'close')
  return { status, said }
}

describe('the secrets of a new stage', () => {
  test('are the token that was asked for, and three that nobody needs to know', async () => {
    const wanted = await secretsToPut({}, nothing, ask)
    expect(wanted).toEqual([
      { name: 'BOT_TOKEN', value: '1:token', replaces: false },
      { name: 'ID_KEY', value: made, replaces: false },
      { name: 'DESK_KEY', value: made, replaces: false },
      { name: 'WEBHOOK_SECRET', value: made, replaces: false },
    ])
  })

  test('differ from each other', async () => {
    const wanted = await secretsToPut({}, nothing, ask)
    expect(new Set(wanted.map(({ value }) => value)).size).toBe(4)
  })

  test('replace none, even if a new secret of the webhook was wanted', async () => {
    const wanted = await secretsToPut({}, { ...nothing, webhookSecret: true }, ask)
    expect(wanted.filter(({ replaces }) => replaces)).toEqual([])
  })
})

describe('the secrets of a stage that has them', () => {
  test('stay as they are', async () => {
    expect(await secretsToPut(held, nothing, ask)).toEqual([])
  })

  test('get a new token when that is wanted', async () => {
    const wanted = await secretsToPut(held, { ...nothing, token: true }, ask)
    expect(wanted).toEqual([{ name: 'BOT_TOKEN', value: '1:token', replaces: true }])
  })

  test('keep the old secret of the webhook behind the new one, and none that is older', async () => {
    const wanted = await secretsToPut(held, { ...nothing, webhookSecret: true }, ask)
    const value = expect.stringMatching(/^[\w-]{43} now$/)
    expect(wanted).toEqual([{ name: 'WEBHOOK_SECRET', value, replaces: true }])
  })
})

describe('whoever reads the secrets', () => {
  test('finds an ID_KEY on the second page, so that it is not made anew', async () => {
    const { environment } = await newStage({ ...registers, ...held })
    expect(await secretsToPut(await secretsOf(environment), nothing, ask)).toEqual([])
  })

  test('does not take an empty first page for an empty store', async () => {
    const { environment } = await newStage(held, [0])
    expect(await secretsOf(environment)).toEqual(held)
  })

  test('goes on over pages that are short or empty in between', async () => {
    const { environment } = await newStage({ ...registers, ...held }, [1, 0, 2, 0, 0])
    expect(await secretsOf(environment)).toEqual({ ...registers, ...held })
  })

  test('finds those of their stage alone', async () => {
    const { environment, values } = await newStage(held)
    values['/before-you-go/prod/BOT_TOKEN'] = '1:prod'
    expect(await secretsOf(environment)).toEqual(held)
  })
})

describe('a function', () => {
  /** What it reads of these in a stage, and how many it asked for at once. */
  const reads = async (secrets: Record<string, string>, names: string[]) => {
    const { environment, parameters } = await newStage(secrets)
    const safe = { path, region: 'eu-central-1', endpoint: environment.SSM_ENDPOINT }
    const found = await readOwnSecrets(safe, names)
    return { found, asked: parameters.asked.map(({ length }) => length) }
  }

  test('reads its own secrets and no others', async () => {
    const { found } = await reads(held, ['BOT_TOKEN', 'ID_KEY'])
    expect(found).toEqual({ BOT_TOKEN: '1:old', ID_KEY: 'id' })
  })

  test('goes without those that nobody put there', async () => {
    const { found } = await reads({ ID_KEY: 'id' }, ['BOT_TOKEN', 'ID_KEY'])
    expect(found).toEqual({ ID_KEY: 'id' })
  })

  test('asks for ten at a time', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, at) => [`SECRET_${at}`, `${at}`]),
    )
    const { found, asked } = await reads(many, Object.keys(many))
    expect(found).toEqual(many)
    expect(asked.toSorted()).toEqual([10, 10, 5])
  })
})

describe('a secret that is put', () => {
  test('does not replace an ID_KEY that is there, even if the reader did not see it', async () => {
    const { environment, values } = await newStage(held)
    const blind = await secretsToPut({}, nothing, ask)
    for (const secret of blind) await putSecret(environment, secret)
    expect(values).toEqual(atPath(held))
  })

  test('is told to be there already', async () => {
    const { environment } = await newStage(held)
    const secret = { name: 'ID_KEY', value: 'new', replaces: false } as const
    expect(await putSecret(environment, secret)).toBe('there already')
  })
})

test('a secret whose answer was lost is told as kept', async () => {
  const { values, environment, parameters } = await newStage({})
  const { endpoint, done } = await newLine(parameters.endpoint, () => done.length === 1)
  const secret = { name: 'BOT_TOKEN', value: '1:token', replaces: false } as const
  expect(await putSecret({ ...environment, SSM_ENDPOINT: endpoint }, secret)).toBe('kept')
  expect(values[under('BOT_TOKEN')]).toBe('1:token')
})

test('a secret that cannot be put names what to look after', async () => {
  const { environment } = await newStage({})
  const secret = { name: 'BOT_TOKEN', value: '1:token', replaces: false } as const
  const nobody = { ...environment, SSM_ENDPOINT: 'http://127.0.0.1:1' }
  await expect(putSecret(nobody, secret)).rejects.toThrow(/AWS_REGION/)
})

describe('npm run secrets', () => {
  test('fills a new stage', async () => {
    const { environment, values } = await newStage({})
    const { status } = await runSecrets(environment)
    const all = { BOT_TOKEN: '1:typed', ID_KEY: made, DESK_KEY: made, WEBHOOK_SECRET: made }
    expect([status, values]).toEqual([0, atPath(all)])
  })

  test('changes nothing the second time', async () => {
    const { environment, values } = await newStage({})
    await runSecrets(environment)
    const before = { ...values }
    const { status, said } = await runSecrets(environment)
    expect([status, said, values]).toEqual([
      0,
      'All are there already; nothing is changed.\n',
      before,
    ])
  })

  test('replaces the token alone when a new one is wanted', async () => {
    const { environment, values } = await newStage({ ...registers, ...held })
    await runSecrets(environment, ['--new-token'])
    expect(values).toEqual(atPath({ ...registers, ...held, BOT_TOKEN: '1:typed' }))
  })

  test('lets an ID_KEY stay that somebody put while the token was typed, and puts the others', async () => {
    const { environment, values } = await newStage({})
    await runSecrets(environment, [], () => {
      values[under('ID_KEY')] = 'theirs'
    })
    expect(values).toEqual(
      atPath({ BOT_TOKEN: '1:typed', ID_KEY: 'theirs', DESK_KEY: made, WEBHOOK_SECRET: made }),
    )
  })

  test('names the cure then, and fails', async () => {
    const { environment, values } = await newStage({})
    const { status, said } = await runSecrets(environment, [], () => {
      values[under('ID_KEY')] = 'theirs'
    })
    expect(status).toBe(1)
    expect(said.trimEnd().split('\n').slice(1)).toEqual([
      '/before-you-go/dev/ID_KEY is there already and stays.',
      '/before-you-go/dev/DESK_KEY is kept.',
      '/before-you-go/dev/WEBHOOK_SECRET is kept.',
      'Run the command again: it finds what is there. If the token there is not yours, add --new-token.',
    ])
  })

  test('tells somebody who is not signed in what to do, in one line', async () => {
    const { environment } = await newStage({})
    const nobody = { AWS_ACCESS_KEY_ID: '', HOME: '/nowhere', AWS_EC2_METADATA_DISABLED: 'true' }
    const { said } = await runSecrets({ ...environment, ...nobody })
    expect(said).toMatch(/^Misconfigured: AWS: nobody is signed in .+ `aws sso login`.+\n$/)
  })
})

/** A Parameter Store that gives these answers, one after the other, and then the last of them again. */
async function newStore(...answers: [status: number, body: object][]) {
  const store = { endpoint: '', asked: 0 }
  const server = createServer((_request, response) => {
    const [status, body] = answers[store.asked++] ?? answers.at(-1) ?? [200, {}]
    response.writeHead(status).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address === 'object') store.endpoint = `http://127.0.0.1:${address?.port}`
  return store
}

describe('a Parameter Store that answers', () => {
  const page = { Parameters: [{ Name: under('ID_KEY'), Value: 'id' }] }
  const here = { path, region: 'eu-central-1' }
  const atOnce = async () => {}

  test.each([
    [400, 'AccessDeniedException', 1],
    [403, 'UnrecognizedClientException', 1],
    [429, 'TooManyRequests', 4],
    [400, 'ThrottlingException', 4],
    [500, 'InternalServerError', 4],
    [503, 'ServiceUnavailable', 4],
  ])('%i %s is asked so often: %i', async (status, __type, times) => {
    const store = await newStore([status, { __type }])
    await expect(readSecrets({ ...here, endpoint: store.endpoint }, atOnce)).rejects.toThrow()
    expect(store.asked).toBe(times)
  })

  test('500 and then well is read', async () => {
    const { endpoint } = await newStore([500, {}], [200, page])
    expect(await readSecrets({ ...here, endpoint }, atOnce)).toEqual({ ID_KEY: 'id' })
  })

  test('500 and then well is read by a function too', async () => {
    const { endpoint } = await newStore([500, {}], [200, page])
    const read = readOwnSecrets({ ...here, endpoint }, ['ID_KEY'], atOnce)
    expect(await read).toEqual({ ID_KEY: 'id' })
  })

  test('500 is given ever more time', async () => {
    const { endpoint } = await newStore([500, {}])
    const pauses: number[] = []
    const note = async (ms: number) => {
      pauses.push(ms)
    }
    await readSecrets({ ...here, endpoint }, note).catch(() => {})
    expect(pauses).toEqual([100, 300, 900])
  })

  test('a refusal is quoted', async () => {
    const { endpoint } = await newStore([400, { __type: 'x#AccessDeniedException', Message: 'no' }])
    await expect(readSecrets({ ...here, endpoint }, atOnce)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: 'the Parameter Store answers 400: no',
    })
  })

  test('that a sign-in has run out is told like no sign-in', async () => {
    const { endpoint } = await newStore([400, { __type: 'ExpiredTokenException' }])
    const environment = { SSM_ENDPOINT: endpoint, SECRETS_PATH: path }
    await expect(secretsOf(environment)).rejects.toThrow('nobody is signed in')
  })

  test('nothing at all is told with what to look after', async () => {
    const environment = { SSM_ENDPOINT: 'http://127.0.0.1:1', SECRETS_PATH: path }
    await expect(secretsOf(environment)).rejects.toThrow('Is this machine connected')
  })
})
