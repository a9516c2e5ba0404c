import { readFileSync } from 'node:fs'
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { startQueue } from '../../src/entry/embedded.ts'
import { createLine } from '../../src/queue/create-line.ts'
import { createLineClient } from '../../src/queue/queue.ts'
import { all, only, type Synthesis, synthesize } from './synthesis.ts'

let prod: Synthesis
beforeAll(() => {
  const code = inject('bundles')
  prod = synthesize({ stage: 'prod', code, alarms: 'technician@example.org', reserved: '40' })
})

test('cdk-nag finds nothing that is not acknowledged with a reason', () => {
  expect(prod).toMatchObject({ status: 0, stderr: '' })
})

test('no secret stands in the template, only where they lie', () => {
  const beside = prod.text.replaceAll(/:parameter\/[\w/-]+/g, '')
  expect(beside).not.toMatch(/BOT_TOKEN|WEBHOOK_SECRET|ID_KEY|DESK_KEY|REGISTER_/)
  for (const { Properties } of withSecrets(prod))
    expect(Properties).toMatchObject({
      Environment: { Variables: { SECRETS_PATH: '/before-you-go/prod' } },
    })
})

describe('the table', () => {
  test('is paid by use, forgets by itself, and can be brought back for seven days', () => {
    expect(only(prod, 'DynamoDB::GlobalTable').Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: {
            PointInTimeRecoveryEnabled: true,
            RecoveryPeriodInDays: 7,
          },
        },
      ],
    })
  })

  test.each(['DynamoDB::GlobalTable', 'KMS::Key'])('stays when the stack goes: %s', (type) => {
    expect(only(prod, type).DeletionPolicy).toBe('Retain')
  })

  test('lies under a key of its own', () => {
    expect(only(prod, 'DynamoDB::GlobalTable').Properties).toMatchObject({
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    })
  })
})

test('after a restore the functions use the restored table, and the old one stays', () => {
  const code = inject('bundles')
  const restored = synthesize({ stage: 'prod', code, table: 'restored-table' })
  expect(restored).toMatchObject({ status: 0, stderr: '' })
  for (const { Properties } of withSecrets(restored))
    expect(Properties).toMatchObject({
      Environment: { Variables: { TABLE_NAME: 'restored-table' } },
    })
  expect(only(restored, 'DynamoDB::GlobalTable').DeletionPolicy).toBe('Retain')
})

describe('the functions', () => {
  test('run on Node 24 and arm64, and write only their own lines', () => {
    const functions = all(prod.resources, 'Lambda::Function')
    expect(functions).toHaveLength(3)
    for (const { Properties } of functions)
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogFormat: 'JSON', SystemLogLevel: 'WARN' },
      })
  })

  test('keep their log for fourteen days', () => {
    const days = all(prod.resources, 'Logs::LogGroup').map((one) => one.Properties.RetentionInDays)
    expect(days).toEqual([14, 14])
  })

  test('are capped as the operator wished', () => {
    const caps = all(prod.resources, 'Lambda::Function').map(
      (one) => one.Properties.ReservedConcurrentExecutions,
    )
    expect(caps).toEqual([40, undefined, undefined])
  })

  test('get one job at a time, and tell which ones stay', () => {
    expect(only(prod, 'Lambda::EventSourceMapping').Properties).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
  })

  test('are done before a job becomes visible again', () => {
    const [jobs] = all(prod.resources, 'SQS::Queue').filter((one) => one.Properties.RedrivePolicy)
    const timeouts = all(prod.resources, 'Lambda::Function').map((one) => one.Properties.Timeout)
    expect(jobs?.Properties.VisibilityTimeout).toBeGreaterThan(Math.max(...timeouts.map(Number)))
  })
})

describe('the reader', () => {
  test('has nothing that could be taken from it: no environment, no log, no way in but by right', () => {
    const { Properties } = functionNamed('Reader')
    expect([Properties.Environment, Properties.VpcConfig]).toEqual([undefined, undefined])
    expect(Properties.LoggingConfig).not.toHaveProperty('LogGroup')
    const openTo = all(prod.resources, 'Lambda::Permission').map((one) =>
      JSON.stringify(one.Properties.FunctionName),
    )
    expect(openTo.filter((name) => name.includes('"Reader'))).toEqual([])
  })

  test('is named to the worker alone', () => {
    const named = ['Webhook', 'Worker'].map((name) => functionNamed(name).Properties.Environment)
    const READER_NAME = { Ref: expect.stringMatching(/^Reader[0-9A-F]{8}$/) }
    expect(named[0]).not.toMatchObject({ Variables: { READER_NAME: expect.anything() } })
    expect(named[1]).toMatchObject({ Variables: { READER_NAME } })
  })

  test('has a processor to itself, and time for the twenty seconds that a picture may take', () => {
    const { MemorySize, Timeout } = functionNamed('Reader').Properties
    expect(MemorySize).toBe(1769)
    expect(Timeout).toBeGreaterThan(20)
  })

  test('has answered, started cold and after a slow download, before the worker must be done', () => {
    const [reader, worker] = ['Reader', 'Worker'].map((name) =>
      Number(functionNamed(name).Properties.Timeout),
    )
    const [download, patience, toTell] = [8, 5, 16]
    expect(download + (reader ?? 0) + patience + toTell).toBeLessThan(worker ?? 0)
  })
})

describe('the queues', () => {
  test('are in order, and laid aside is what fails forty times', () => {
    const queues = all(prod.resources, 'SQS::Queue').map((one) => one.Properties)
    expect(queues).toMatchObject([{ FifoQueue: true }, { FifoQueue: true }])
    expect(queues.map((one) => one.RedrivePolicy)).toEqual([
      undefined,
      expect.objectContaining({ maxReceiveCount: 40 }),
    ])
  })
})

test('the embedded queue hides jobs and lays them aside as the one in the cloud', async () => {
  const engine = await startQueue()
  onTestFinished(() => engine.stop())
  const { client, url } = await createLine(createLineClient({ endpoint: engine.endpoint }), 'jobs')
  const AttributeNames = ['VisibilityTimeout' as const, 'RedrivePolicy' as const]
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames }),
  )
  const [jobs] = all(prod.resources, 'SQS::Queue').filter((one) => one.Properties.RedrivePolicy)
  expect(jobs?.Properties).toMatchObject({
    VisibilityTimeout: Number(Attributes.VisibilityTimeout),
    RedrivePolicy: { maxReceiveCount: JSON.parse(Attributes.RedrivePolicy ?? '').maxReceiveCount },
  })
})

describe('the operator', () => {
  test('hears of everything that is wrong, with the cure', () => {
    const alarms = all(prod.resources, 'CloudWatch::Alarm')
    expect(alarms).toHaveLength(18)
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions).toHaveLength(1)
      expect(Properties.AlarmDescription).toMatch(/\S/)
    }
  })

  test('is told of every alarm by its name, and of none that is not there', () => {
    const [, told = ''] = readFileSync('docs/operators.md', 'utf8').split(
      /^## Alarms$|^## Registers$/m,
    )
    const names = [...told.matchAll(/^\| ([A-Z]\w+) \|/gm)].map(([, name]) => name)
    const alarms = all(prod.resources, 'CloudWatch::Alarm').map(({ id }) => id.slice(5, -8))
    expect(names.toSorted()).toEqual(alarms.toSorted())
  })

  test('hears that the clock has stood still for fifteen minutes, when it says nothing', () => {
    expect(alarmOn('Invocations')).toMatchObject({
      ...ofClock,
      Period: 60,
      EvaluationPeriods: 15,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    })
  })

  test('hears that the calls of the clock do not arrive', () => {
    expect(alarmOn('FailedInvocations')).toMatchObject({
      ...ofClock,
      Period: 300,
      Threshold: 3,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    })
  })

  test.each(['Webhook', 'Worker', 'Reader'])('hears that the %s is throttled', (name) => {
    const alarms = all(prod.resources, 'CloudWatch::Alarm').map((one) => one.Properties)
    const Value = { Ref: expect.stringMatching(`^${name}[0-9A-F]{8}$`) }
    expect(alarms).toContainEqual(
      expect.objectContaining({
        Namespace: 'AWS/Lambda',
        MetricName: 'Throttles',
        Dimensions: [{ Name: 'FunctionName', Value }],
        Period: 300,
        Threshold: 10,
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'notBreaching',
      }),
    )
  })

  test('hears of a bug, wherever it is logged', () => {
    const filters = all(prod.resources, 'Logs::MetricFilter').map((one) => one.Properties)
    const bugs = filters.filter((one) => one.FilterPattern === '{ $.event = "bug" }')
    const logs = new Set(bugs.map((one) => JSON.stringify(one.LogGroupName)))
    expect(logs.size).toBe(all(prod.resources, 'Logs::LogGroup').length)
    const metric = { MetricName: 'bug', MetricNamespace: 'before-you-go-prod' }
    for (const { MetricTransformations } of bugs)
      expect(MetricTransformations).toEqual([{ ...metric, MetricValue: '1' }])
    expect(alarmOn('bug')).toMatchObject({ Namespace: 'before-you-go-prod', Threshold: 0 })
  })

  test('hears that people are put off, by what the URL answered', () => {
    expect(alarmOn('Url5xxCount')).toMatchObject({
      Namespace: 'AWS/Lambda',
      Dimensions: [
        { Name: 'FunctionName', Value: { Ref: expect.stringMatching(/^Webhook[0-9A-F]{8}$/) } },
      ],
      Statistic: 'Sum',
      Period: 300,
      Threshold: 20,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    })
  })

  test('gets a mail', () => {
    expect(only(prod, 'SNS::Subscription').Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'technician@example.org',
    })
  })
})

test.each([
  ['stage', 'Prod'],
  ['stage', 'p'],
  ['reserved', 'many'],
])('a wish that cannot be is refused: %s=%s', (name, value) => {
  const { status, stderr } = synthesize({ stage: 'dev', [name]: value })
  expect([status, stderr]).toEqual([1, expect.stringContaining(`${name}: ${value}`)])
})

function functionNamed(name: string) {
  const [found] = all(prod.resources, 'Lambda::Function').filter(({ id }) => id.startsWith(name))
  if (!found) throw new Error(`there is no function ${name}`)
  return found
}

/** The functions that people talk with; the reader has no secrets. */
function withSecrets({ resources }: Synthesis) {
  return all(resources, 'Lambda::Function').filter(({ id }) => !id.startsWith('Reader'))
}

/** What is counted of the rule that ticks. */
const ofClock = {
  Namespace: 'AWS/Events',
  Dimensions: [{ Name: 'RuleName', Value: { Ref: expect.stringMatching(/^Tick[0-9A-F]{8}$/) } }],
  Statistic: 'Sum',
}

/** What the alarm on this metric is like. */
function alarmOn(metric: string) {
  const alarms = all(prod.resources, 'CloudWatch::Alarm').map((one) => one.Properties)
  return alarms.find(({ MetricName }) => MetricName === metric)
}
