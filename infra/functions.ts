import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { FunctionUrl } from 'aws-cdk-lib/aws-lambda'
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  EventSourceMapping,
  FunctionUrlAuthType,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { type Jobs, longestJob } from './jobs.ts'
import { createReader } from './reader.ts'
import { grantCall, grantJobs, grantLogs, grantSecrets, grantTable } from './rights.ts'
import type { Table } from './table.ts'
import type { Wishes } from './wishes.ts'

export interface Functions {
  webhook: Lambda
  worker: Lambda
  reader: Lambda
  url: FunctionUrl
}

interface Given {
  wishes: Wishes & { code: string }
  table: Table
  jobs: Jobs
}

/**
 * Megabytes: an empty function of this runtime takes half of the webhook's. More would only be faster by the processor's share. To draw a
 * report takes 150 more than a worker has anyway.
 */
export const memorySize = { webhook: 256, worker: 512 }

/** A turn is long over by then: each of its calls has a limit of its own. */
const timeout = { webhook: Duration.seconds(30), worker: longestJob }

/** Jobs at once, as a cap on what they may cost. */
const workersAtMost = 10

const readAndWrite = [
  ...['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
  ...['Query', 'BatchGetItem', 'BatchWriteItem'],
]

export function createFunctions(stack: Stack, given: Given): Functions {
  const { wishes, table, jobs } = given
  const webhook = createFunction(stack, 'webhook', given)
  const worker = createFunction(stack, 'worker', given)
  const reader = createReader(stack, wishes.code)
  grantCall(worker, reader)
  worker.addEnvironment('READER_NAME', reader.functionName)
  for (const one of [webhook, worker]) grantTable(one, table, readAndWrite)
  grantJobs(webhook, jobs, ['SendMessage'])
  grantJobs(worker, jobs, [
    'SendMessage',
    'ReceiveMessage',
    'DeleteMessage',
    'ChangeMessageVisibility',
    'GetQueueAttributes',
  ])
  const secrets = readSecretNames(wishes.code)
  grantSecrets(webhook, secretsPath(wishes), secrets.webhook)
  grantSecrets(worker, secretsPath(wishes), secrets.worker)
  const mapping = new EventSourceMapping(stack, 'JobsToWorker', {
    target: worker,
    eventSourceArn: jobs.queue.queueArn,
    batchSize: 1,
    maxConcurrency: workersAtMost,
    reportBatchItemFailures: true,
  })
  if (worker.role) mapping.node.addDependency(worker.role)
  const url = webhook.addFunctionUrl({ authType: FunctionUrlAuthType.NONE })
  return { webhook, worker, reader, url }
}

/** What each function asks the Parameter Store for, as the bundle says. */
function readSecretNames(code: string): Record<'webhook' | 'worker', string[]> {
  return JSON.parse(readFileSync(join(code, 'functions/secrets.json'), 'utf8'))
}

function secretsPath({ stage }: Wishes): string {
  return `/before-you-go/${stage}`
}

function createFunction(stack: Stack, name: 'webhook' | 'worker', { wishes, table, jobs }: Given) {
  const title = name === 'webhook' ? 'Webhook' : 'Worker'
  const logGroup = new LogGroup(stack, `${title}Logs`, {
    retention: RetentionDays.TWO_WEEKS,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const role = new Role(stack, `${title}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  })
  grantLogs(role, logGroup)
  return new Lambda(stack, title, {
    code: Code.fromAsset(join(wishes.code, 'functions'), { exclude: ['*.map'] }),
    handler: `${name}.handler`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: memorySize[name],
    timeout: timeout[name],
    role,
    logGroup,
    // Only our own lines: the platform's would cost more than the answers.
    loggingFormat: LoggingFormat.JSON,
    systemLogLevelV2: SystemLogLevel.WARN,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    ...(name === 'webhook' &&
      wishes.reserved !== undefined && { reservedConcurrentExecutions: wishes.reserved }),
    environment: {
      STAGE: wishes.stage,
      TABLE_NAME: table.table.tableName,
      QUEUE_URL: jobs.queue.queueUrl,
      SECRETS_PATH: secretsPath(wishes),
      ...(wishes.started && { STARTED: wishes.started }),
    },
  })
}
