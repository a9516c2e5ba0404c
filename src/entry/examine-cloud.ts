import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch'
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { createLineClient } from '../queue/queue.ts'
import type { Config } from './config.ts'
import type { Diagnosis, Patient } from './patient.ts'

const patienceMs = 15_000

/** Calls the webhook as a stranger, who must be refused, and as Telegram, with an update that holds nothing. */
export async function examineFunction({ config }: Patient): Promise<Diagnosis[]> {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET } = config
  const what = 'function'
  if (!url) return [{ what, fault: 'has no address', cure: 'npm run deploy' }]
  const stranger = await call(url, {})
  const wrong = strangerFault(stranger)
  if (wrong) return [{ what, ...wrong }]
  const telegram = await call(url, { 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET[0] ?? '' })
  if (telegram === 200) return [{ what }]
  const fault = `does not know the secret (${telegram})`
  return [{ what, fault, cure: 'npm run deploy, so that the functions read the secrets anew.' }]
}

async function call(url: string, headers: Record<string, string>) {
  const signal = AbortSignal.timeout(patienceMs)
  const request = { method: 'POST', headers, body: '{"update_id":0}', signal }
  return fetch(url, request).then(
    ({ status }) => status,
    () => 0,
  )
}

function strangerFault(status: number): { fault: string; cure: string } | undefined {
  if (status === 401) return undefined
  if (status === 0) return { fault: 'does not answer', cure: 'Is it deployed? npm run deploy' }
  if (status === 200)
    return { fault: 'lets strangers in', cure: 'That is not our function. Whose address is it?' }
  if (status === 403)
    return { fault: 'may not be called', cure: 'Its URL lost the right; npm run deploy' }
  const cure = 'Read the log group of the webhook; a wrong secret or variable is named there.'
  return { fault: `does not start (${status})`, cure }
}

/** A chat that nobody has; what counts is that the table answers. */
export async function examineTable({ config, world }: Patient): Promise<Diagnosis[]> {
  const what = `table ${config.TABLE_NAME}`
  try {
    await world.talks.load(0)
    return [{ what }]
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    const isMissing = name === 'ResourceNotFoundException'
    return [
      {
        what,
        fault: isMissing ? 'is not there' : `does not answer (${name})`,
        cure: isMissing
          ? 'npm run deploy; after a restore: TABLE_NAME of the functions (docs/operators.md).'
          : 'Sign in to the account; is AWS_REGION the one of the stage?',
      },
    ]
  }
}

export async function examineQueue({ config }: Patient): Promise<Diagnosis[]> {
  const { QUEUE_URL: url, DEAD_LETTERS_URL: dead } = config
  if (!url) return [{ what: 'queue', fault: 'has no address', cure: 'npm run deploy' }]
  const lies = await waiting(config, url)
  if (lies === undefined)
    return [{ what: 'queue', fault: 'does not answer', cure: 'npm run deploy' }]
  const aside = dead ? await waiting(config, dead) : 0
  const diagnoses: Diagnosis[] = [{ what: `queue (${lies} jobs wait)` }]
  if (!aside) return diagnoses
  const fault = `${aside} failed forty times and lie aside`
  const cure = 'Mend what the log says of job-failed, then redrive them in the SQS console.'
  return [...diagnoses, { what: 'dead letters', fault, cure }]
}

async function waiting({ SQS_ENDPOINT, AWS_REGION: region }: Config, QueueUrl: string) {
  const client = createLineClient({ region, ...(SQS_ENDPOINT && { endpoint: SQS_ENDPOINT }) })
  const AttributeNames = ['ApproximateNumberOfMessages' as const]
  const asked = client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }))
  const answer = await asked.catch(() => undefined)
  return answer && Number(answer.Attributes?.ApproximateNumberOfMessages)
}

/** A machine of our own has none. */
export async function examineAlarms({ config }: Patient): Promise<Diagnosis[]> {
  const { STAGE, AWS_REGION: region } = config
  if (STAGE === 'local') return []
  const client = new CloudWatchClient({ region, maxAttempts: 2 })
  const request = { AlarmNamePrefix: `before-you-go-${STAGE}`, StateValue: 'ALARM' as const }
  const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand(request))
  if (MetricAlarms.length === 0) return [{ what: 'alarms' }]
  return MetricAlarms.map(({ AlarmName = '', AlarmDescription = '' }) => ({
    what: `alarm ${AlarmName}`,
    fault: 'is red',
    cure: AlarmDescription,
  }))
}
