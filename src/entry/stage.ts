import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GetParametersByPathCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import * as z from 'zod'
import { type Config, Misconfigured, readConfig, readPlace } from './config.ts'

const root = join(import.meta.dirname, '../..')

/** What a deployment writes down, by the stack's name. */
const Outputs = z.record(
  z.string(),
  z.object({
    WebhookUrl: z.string(),
    TableName: z.string(),
    QueueUrl: z.string(),
    DeadLettersUrl: z.string(),
  }),
)

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
  }
}

/** With the operator's own credentials, whatever kind they are. */
export async function secretsOf(environment: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const { SECRETS_PATH: path } = readPlace(environment)
  if (!path) return {}
  const request = new GetParametersByPathCommand({ Path: path, WithDecryption: true })
  const { Parameters = [] } = await createParameters(environment).send(request).catch(unsigned)
  const named = Parameters.map(({ Name = '', Value = '' }) => [Name.split('/').at(-1), Value])
  return Object.fromEntries(named)
}

function unsigned(error: unknown): never {
  if (!(error instanceof Error) || error.name !== 'CredentialsProviderError') throw error
  throw new Misconfigured(
    'AWS: nobody is signed in on this machine. Sign in first, e.g. `aws sso login`; docs/operators.md says how.',
  )
}

export async function putSecret(
  environment: NodeJS.ProcessEnv,
  name: string,
  value: string,
): Promise<void> {
  const { SECRETS_PATH: path } = readPlace(environment)
  const request = { Name: `${path}/${name}`, Value: value, Overwrite: true }
  await createParameters(environment).send(
    new PutParameterCommand({ ...request, Type: 'SecureString' }),
  )
}

function createParameters(environment: NodeJS.ProcessEnv) {
  const { SSM_ENDPOINT: endpoint, AWS_REGION: region } = readPlace(environment)
  return new SSMClient({ region, maxAttempts: 3, ...(endpoint && { endpoint }) })
}
