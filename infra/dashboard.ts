import type { Stack } from 'aws-cdk-lib'
import {
  Dashboard,
  GraphWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  MathExpression,
  type Metric,
} from 'aws-cdk-lib/aws-cloudwatch'
import { type Functions, memorySize } from './functions.ts'
import prices from './prices.json' with { type: 'json' }
import { readerMemory } from './reader.ts'
import type { Table } from './table.ts'
import type { Wishes } from './wishes.ts'

interface Given {
  wishes: Wishes
  table: Table
  functions: Functions
}

const width = 12

/** What the bot is used for, and what it costs. Read from the log, which knows no person: numbers, never who. */
export function createDashboard(stack: Stack, given: Given): void {
  const { webhook, worker, reader } = given.functions
  const query = (title: string, lines: string[]) =>
    new LogQueryWidget({
      title,
      width,
      logGroupNames: [webhook.logGroup.logGroupName, worker.logGroup.logGroupName],
      view: LogQueryVisualizationType.TABLE,
      queryLines: lines,
    })
  new Dashboard(stack, 'Dashboard', {
    dashboardName: stack.stackName,
    widgets: [
      [
        query('People who came, by day', [
          'filter event = "turn" and flow = "start" and step = "language" and input = "command"',
          'stats count(*) as people by datefloor(@timestamp, 1d) as day',
          'sort day desc',
        ]),
        query('Flows finished', [
          'filter event = "turn" and (step = "verdict" or step = "more" or step = "end")',
          'stats count(*) as times by flow, step',
          'sort times desc',
        ]),
      ],
      [
        query('Where people are', [
          'filter event = "turn"',
          'stats count(*) as turns by flow, step',
          'sort turns desc',
          'limit 50',
        ]),
        query('Verdicts', [
          'filter event = "turn" and ispresent(verdict)',
          'stats count(*) as times by flow, verdict',
          'sort times desc',
        ]),
        query('Registers', [
          'filter event like /^register-/',
          'stats count(*) as times by register, event, reason',
          'sort times desc',
        ]),
        query('Pictures', [
          'filter event = "picture"',
          'stats count(*) as times, avg(ms) as milliseconds, avg(confidence) as sure by fault',
          'sort times desc',
        ]),
      ],
      [
        new GraphWidget({
          title: 'Turns: how many, how long (95 of 100)',
          width,
          left: [webhook.metricInvocations()],
          right: [webhook.metricDuration({ statistic: 'p95' })],
        }),
        new GraphWidget({
          title: 'Pictures: how many, how long (95 of 100)',
          width,
          left: [reader.metricInvocations()],
          right: [reader.metricDuration({ statistic: 'p95' })],
        }),
        new GraphWidget({ title: 'Dollars an hour, about', width, left: [cost(given)] }),
      ],
    ],
  })
}

/** Requests, computing and units of the table at the prices of `prices.json`; the fixed costs of a month are not in it. */
function cost({ wishes, table: { table }, functions }: Given): MathExpression {
  const price = priceOf(wishes.region)
  const { webhook, worker, reader } = functions
  const millisecond = (megabytes: number) =>
    plain((price.lambdaGigabyteSecond * megabytes) / 1024 / 1000)
  const used: Record<string, Metric> = {
    calls1: webhook.metricInvocations({ statistic: 'Sum' }),
    calls2: worker.metricInvocations({ statistic: 'Sum' }),
    calls3: reader.metricInvocations({ statistic: 'Sum' }),
    ms1: webhook.metricDuration({ statistic: 'Sum' }),
    ms2: worker.metricDuration({ statistic: 'Sum' }),
    ms3: reader.metricDuration({ statistic: 'Sum' }),
    reads: table.metricConsumedReadCapacityUnits({ statistic: 'Sum' }),
    writes: table.metricConsumedWriteCapacityUnits({ statistic: 'Sum' }),
  }
  return new MathExpression({
    label: 'dollars',
    expression: [
      `(calls1 + calls2 + calls3) * ${plain(price.lambdaRequest)}`,
      `ms1 * ${millisecond(memorySize.webhook)}`,
      `ms2 * ${millisecond(memorySize.worker)}`,
      `ms3 * ${millisecond(readerMemory)}`,
      `reads * ${plain(price.readUnit)}`,
      `writes * ${plain(price.writeUnit)}`,
    ].join(' + '),
    usingMetrics: used,
  })
}

/** CloudWatch takes the e of 2e-7 for a name. */
function plain(price: number) {
  return price.toFixed(12)
}

function priceOf(region: string) {
  return Object.hasOwn(prices.regions, region) && region === 'us-east-1'
    ? prices.regions['us-east-1']
    : prices.regions['eu-central-1']
}
