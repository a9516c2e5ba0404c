import { Duration, type Stack } from 'aws-cdk-lib'
import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Rule } from 'aws-cdk-lib/aws-events'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Functions } from './functions.ts'
import type { Jobs } from './jobs.ts'

export interface Watched {
  jobs: Jobs
  functions: Functions
  clock: Rule
}

/** What is above how much in a period, or not there at all for so many, and what the operator should do about it. */
export type Watch = { metric: IMetric; cure: string } & (
  | { above: number }
  | { silentPeriods: number }
)

const period = Duration.minutes(5)

/** By the alarm's name. */
export function watches(stack: Stack, { jobs, functions, clock }: Watched): Record<string, Watch> {
  const { webhook, worker, reader } = functions
  const said = (from: Lambda | Lambda[], event: string, value = '1') =>
    countLines(stack, { from: [from].flat(), event, value })
  return {
    WebhookErrors: {
      metric: webhook.metricErrors({ period }),
      above: 0,
      cure: 'The webhook does not start or ran out of time; npm run doctor says why.',
    },
    WorkerErrors: {
      metric: worker.metricErrors({ period }),
      above: 0,
      cure: 'The worker does not start or ran out of time; npm run doctor says why.',
    },
    ReaderErrors: {
      metric: reader.metricErrors({ period }),
      above: 3,
      cure: 'Pictures are not read: the reader does not start, or they are too much for it; npm run doctor tries one.',
    },
    Throttles: {
      metric: webhook.metricThrottles({ period }),
      above: 10,
      cure: 'More updates at once than are allowed; Telegram repeats them. Raise the quota or -c reserved.',
    },
    WorkerThrottles: {
      metric: worker.metricThrottles({ period }),
      above: 10,
      cure: 'More jobs and ticks at once than the account allows; they come again, late. Ask AWS for more.',
    },
    ReaderThrottles: {
      metric: reader.metricThrottles({ period }),
      above: 10,
      cure: 'More pictures at once than the account allows; they are read later. Ask AWS for more.',
    },
    PutOff: {
      metric: webhook.metric('Url5xxCount', { period, statistic: Stats.SUM }),
      above: 20,
      cure: 'People wait: the table, the queue or Telegram has no time. The log line put-off names which.',
    },
    SlowTurns: {
      metric: webhook.metricDuration({ period, statistic: Stats.percentile(95) }),
      above: 5000,
      cure: 'People wait more than five seconds; look whether Telegram or DynamoDB is slow.',
    },
    Bugs: {
      metric: said([webhook, worker], 'bug'),
      above: 0,
      cure: 'A turn, or the code of one register, broke in the webhook or the worker; the log line names the place.',
    },
    BrokenJobs: {
      metric: said(worker, 'job-failed'),
      above: 5,
      cure: 'Jobs break again and again; the log line names the kind.',
    },
    BrokenTicks: {
      metric: said(worker, 'tick-failed'),
      above: 3,
      cure: 'What the clock brings does not come; the log line names the duty.',
    },
    NoTicks: {
      metric: countCalls(clock, 'Invocations', Duration.minutes(1)),
      silentPeriods: 15,
      cure: 'The clock stands still, so no check-in comes; switch its rule on again (EventBridge, Rules).',
    },
    LostTicks: {
      metric: countCalls(clock, 'FailedInvocations', period),
      above: 3,
      cure: 'The clock cannot call the worker; in EventBridge choose it as the target of its rule again.',
    },
    RegisterDrift: {
      metric: said(worker, 'register-drift'),
      above: 0,
      cure: 'A register no longer knows the number it must know; npm run registers, then switch it off.',
    },
    DeskLost: {
      metric: said([webhook, worker], 'desk-lost'),
      above: 0,
      cure: 'A desk has put the bot out, or topics cannot be opened there: nobody new is led to it. Ask its lead for /desk, then /open.',
    },
    Strangers: {
      metric: said(webhook, 'refused', '$.more'),
      above: 1000,
      cure: 'Somebody without the secret calls the webhook; it costs little. After a setup: is the secret the right one?',
    },
    DeadLetters: {
      metric: jobs.dead.metricApproximateNumberOfMessagesVisible({
        period,
        statistic: Stats.MAXIMUM,
      }),
      above: 0,
      cure: 'A job failed forty times and was laid aside; read it, mend the cause, send it back.',
    },
    OldJobs: {
      metric: jobs.queue.metricApproximateAgeOfOldestMessage({ period, statistic: Stats.MAXIMUM }),
      above: 300,
      cure: 'Jobs wait for minutes; look for what the worker is busy with.',
    },
  }
}

/** How often a line of these logs says this. The first log's filter bears the plain name that it always had. */
function countLines(
  stack: Stack,
  { from, event, value }: { from: Lambda[]; event: string; value: string },
): Metric {
  const namespace = stack.stackName
  for (const [at, { logGroup, node }] of from.entries()) {
    new MetricFilter(stack, at === 0 ? `Said-${event}` : `Said-${event}-${node.id}`, {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.event', '=', event),
      metricNamespace: namespace,
      metricName: event,
      metricValue: value,
    })
  }
  return new Metric({ namespace, metricName: event, statistic: Stats.SUM, period })
}

/** What EventBridge counts of a rule costs nothing, and is not told while it is zero. */
function countCalls({ ruleName }: Rule, metricName: string, each: Duration): Metric {
  return new Metric({
    namespace: 'AWS/Events',
    metricName,
    dimensionsMap: { RuleName: ruleName },
    statistic: Stats.SUM,
    period: each,
  })
}
