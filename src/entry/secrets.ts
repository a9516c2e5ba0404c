import { fromEnv } from '@aws-sdk/credential-provider-env'
import { Sha256 } from '@smithy/core/checksum'
import { SignatureV4 } from '@smithy/signature-v4'
import * as z from 'zod'

export interface Safe {
  /** Where they lie, such as `/before-you-go/prod`. */
  path: string
  region: string
  /** A stand-in on this machine. */
  endpoint?: string | undefined
  /** Who asks; a function's own credentials always stand in its environment. */
  credentials?: ReturnType<typeof fromEnv>
}

/** A cold start waits for it, so it is tried again soon. */
const patienceMs = 3000

const pausesMs = [100, 300, 900]

/** The Parameter Store takes no more names in one request. */
const namesAtOnce = 10

const Parameters = z.array(z.object({ Name: z.string(), Value: z.string() }))

const Named = z.object({ Parameters: Parameters.default([]) })

const Page = z.object({ Parameters, NextToken: z.string().nullish() })

const Refusal = z.object({
  __type: z.string(),
  message: z.string().optional(),
  Message: z.string().optional(),
})

/**
 * Reads these in the Parameter Store, by the last part of each name: `…/BOT_TOKEN` → `BOT_TOKEN`. What is not there is left out.
 * By hand, because it is asked at each cold start, and the client for it would take a fifth of the time to load.
 */
export async function readOwnSecrets(
  safe: Safe,
  names: string[],
  pause = rest,
): Promise<Record<string, string>> {
  const signer = await signerOf(safe)
  const read = async (some: string[]) => {
    const wish = { Names: some.map((name) => `${safe.path}/${name}`), WithDecryption: true }
    return Named.parse(await persist(() => ask(safe, signer, 'GetParameters', wish), pause))
  }
  const answers = await Promise.all(inGroups(names).map(read))
  return byName(answers.flatMap(({ Parameters }) => Parameters))
}

function inGroups(names: string[]) {
  const count = Math.ceil(names.length / namesAtOnce)
  const from = (group: number) => group * namesAtOnce
  return Array.from({ length: count }, (_, at) => names.slice(from(at), from(at + 1)))
}

/**
 * Reads all of them, as the operator may. A page may be short or even empty while others follow, so only a page without a token
 * is the last.
 */
export async function readSecrets(safe: Safe, pause = rest): Promise<Record<string, string>> {
  const signer = await signerOf(safe)
  const found: z.infer<typeof Parameters> = []
  let NextToken: string | undefined
  do {
    const wish = { Path: safe.path, NextToken, WithDecryption: true }
    const asked = await persist(() => ask(safe, signer, 'GetParametersByPath', wish), pause)
    const page = Page.parse(asked)
    found.push(...page.Parameters)
    NextToken = page.NextToken ?? undefined
  } while (NextToken)
  return byName(found)
}

/**
 * Puts one there. One that replaces none leaves what is there as it is; what is there may be ours, if the answer to it was lost.
 * @throws {Error} of the Parameter Store's own name, when it refuses.
 */
export async function keepSecret(
  safe: Safe,
  { name, value, replaces }: { name: string; value: string; replaces: boolean },
  pause = rest,
): Promise<'kept' | 'there already'> {
  const signer = await signerOf(safe)
  const Name = `${safe.path}/${name}`
  const wish = { Name, Value: value, Type: 'SecureString', Overwrite: replaces }
  try {
    await persist(() => ask(safe, signer, 'PutParameter', wish), pause)
    return 'kept'
  } catch (error) {
    if (!(error instanceof Refused && error.name === 'ParameterAlreadyExists')) throw error
    const found = await readOwnSecrets(safe, [name], pause)
    return found[name] === value ? 'kept' : 'there already'
  }
}

function byName(found: z.infer<typeof Parameters>) {
  return Object.fromEntries(found.map(({ Name, Value }) => [Name.split('/').at(-1) ?? '', Value]))
}

/** Somebody who is not signed in hears it at once. */
async function signerOf({ region, credentials = fromEnv() }: Safe) {
  const identity = await credentials()
  return new SignatureV4({ service: 'ssm', region, credentials: identity, sha256: Sha256 })
}

async function persist<Answer>(ask: () => Promise<Answer>, pause: typeof rest): Promise<Answer> {
  for (const ms of pausesMs) {
    try {
      return await ask()
    } catch (error) {
      if (error instanceof Refused && error.isFinal) throw error
      await pause(ms)
    }
  }
  return ask()
}

async function ask({ region, endpoint }: Safe, signer: SignatureV4, action: string, wish: object) {
  const url = new URL(endpoint ?? `https://ssm.${region}.amazonaws.com`)
  const body = JSON.stringify(wish)
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: '/',
    headers: {
      host: url.host,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AmazonSSM.${action}`,
    },
    body,
  })
  const signal = AbortSignal.timeout(patienceMs)
  const answer = await fetch(url, { method: 'POST', headers, body, signal })
  if (!answer.ok) throw new Refused(answer.status, await answer.text())
  return answer.json()
}

/** Its name is the Parameter Store's own for what is wrong, such as `AccessDeniedException`. */
class Refused extends Error {
  /** Asking again would not help. The Parameter Store answers 400 to whoever asks too often. */
  readonly isFinal: boolean
  constructor(status: number, body: string) {
    const { __type = 'Refused', message, Message = message } = readRefusal(body)
    super(`the Parameter Store answers ${status}${Message ? `: ${Message}` : ''}`)
    this.name = __type.split('#').at(-1) ?? ''
    this.isFinal = status < 500 && status !== 429 && !this.name.startsWith('Throttling')
  }
}

function readRefusal(body: string): Partial<z.infer<typeof Refusal>> {
  try {
    return Refusal.parse(JSON.parse(body))
  } catch {
    return {}
  }
}

/** As long as told or up to half as long again, so that functions that start together do not ask again together. */
function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms * (1 + Math.random() / 2)))
}
