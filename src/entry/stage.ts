import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultProvider } from '@aws-sdk/credential-provider-node'
import * as z from 'zod'
import { type Config, Misconfigured, readConfig, readPlace } from './config.ts'
import { keepSecret, readSecrets, type Safe } from './secrets.ts'

const root = join(import.meta.dirname, '../..')

/** What a deployment writes down, by the stack's name. */
const Outputs = z.record(
  z.string(),
  z.object({
    WebhookUrl: z.string(),
    TableName: z.string(),
    QueueUrl: z.string(),
    DeadLettersUrl: z.string(),
    /** A stage that was deployed before there was one has none. */
    ReaderName: z.string().optional(),
  }),
)

/** What is to be put. That a key which is made once takes the place of another cannot be written. */
export type Secret =
  | { name: 'ID_KEY' | 'DESK_KEY'; value: string; replaces: false }
  | { name: 'BOT_TOKEN' | 'WEBHOOK_SECRET'; value: string; replaces: boolean }

/** How the SDK and the Parameter Store call it that nobody is signed in, or no longer. */
const unsignedNames = [
  'CredentialsProviderError',
  'TokenProviderError',
  'ExpiredTokenException',
  'UnrecognizedClientException',
]

export function outputsFile(stage: string): string {
  return join(root, `dist/outputs-${stage}.json`)
}

/** A stage as the operator's commands see it: the environment, what the deployment wrote down, and the secrets. */
export async function openStage(stage: string, environment: NodeJS.ProcessEnv): Promise<Config> {
  if (stage === 'local') return readConfig(environment)
  const known = { STAGE: stage, ...placeOf(stage), ...outputsOf(stage), ...environment }
  return readConfig({ ...known, ...(await secretsOf(known)) })
}

export function placeOf(stage: string): { SECRETS_PATH: string } {
  return { SECRETS_PATH: `/before-you-go/${stage}` }
}

export function outputsOf(stage: string): Record<string, string> {
  const file = outputsFile(stage)
  if (!existsSync(file)) return {}
  const outputs = Outputs.parse(JSON.parse(readFileSync(file, 'utf8')))
  const found = outputs[`before-you-go-${stage}`]
  if (!found) return {}
  return {
    WEBHOOK_URL: found.WebhookUrl,
    TABLE_NAME: found.TableName,
    QUEUE_URL: found.QueueUrl,
    DEAD_LETTERS_URL: found.DeadLettersUrl,
    ...(found.ReaderName && { READER_NAME: found.ReaderName }),
  }
}

export async function secretsOf(environment: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const safe = safeOf(environment)
  return safe ? readSecrets(safe).catch(explain) : {}
}

function explain(error: unknown): never {
  if (!(error instanceof Error)) throw error
  if (unsignedNames.includes(error.name))
    throw new Misconfigured(
      'AWS: nobody is signed in on this machine. Sign in first, e.g. `aws sso login`; docs/operators.md says how.',
    )
  if (error.message === 'fetch failed' || error.name === 'TimeoutError')
    throw new Misconfigured(
      'AWS: the Parameter Store does not answer. Is this machine connected, and is the region (AWS_REGION) spelled right?',
    )
  throw error
}

/** Says of a secret that may replace none whether one was there already, whatever the reader saw. */
export async function putSecret(
  environment: NodeJS.ProcessEnv,
  secret: Secret,
): Promise<'kept' | 'there already'> {
  const safe = safeOf(environment)
  if (!safe) throw new Misconfigured('SECRETS_PATH: missing; it says where secrets are kept')
  return keepSecret(safe, secret).catch(explain)
}

/** With the operator's own credentials, whatever kind they are. */
function safeOf(environment: NodeJS.ProcessEnv): Safe | undefined {
  const { SECRETS_PATH: path, SSM_ENDPOINT: endpoint, AWS_REGION: region } = readPlace(environment)
  if (!path) return undefined
  const credentials = defaultProvider({ parentClientConfig: { region } })
  return { path, region, endpoint, credentials }
}
