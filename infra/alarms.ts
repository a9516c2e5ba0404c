import { Duration, type Stack } from 'aws-cdk-lib'
import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Functions } from './functions.ts'
import type { Jobs } from './jobs.ts'
import type { Wishes } from './wishes.ts'

interface Given {
  wishes: Wishes
  jobs: Jobs
  functions: Functions
}

const period = Duration.minutes(5)

/** What is above how much in five minutes, and what the operator should do about it. */
interface Watch {
  metric: IMetric
  above: number
  cure: string
}

/** Everything that wakes the operator; `docs/operators.md` tells each name again, with what to do. */
export function createAlarms(stack: Stack, given: Given): void {
  const topic = new Topic(stack, 'Alarms', { enforceSSL: true })
  // A policy of one's own takes the right away that alarms otherwise have.
  topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'))
  const { alarms } = given.wishes
  if (alarms) topic.addSubscription(new EmailSubscription(alarms))
  for (const [name, { metric, above, cure }] of Object.entries(watches(stack, given))) {
    const alarm = new Alarm(stack, `Alarm${name}`, {
      metric,
      threshold: above,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: cure,
    })
    alarm.addAlarmAction(new SnsAction(topic))
  }
  createBudget(stack, given.wishes)
}

function watches(stack: Stack, { jobs, functions }: Given): Record<string, Watch> {
  const { webhook, worker } = functions
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
    Throttles: {
      metric: webhook.metricThrottles({ period }),
      above: 10,
      cure: 'More updates at once than are allowed; Telegram repeats them. Raise the quota or -c reserved.',
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
      cure: 'A turn broke, in the webhook or the worker, and the person was told so; the log line names the place.',
    },
    BrokenJobs: {
      metric: said(worker, 'job-failed'),
      above: 5,
      cure: 'Jobs break again and again; the log line names the kind.',
    },
    BrokenTicks: {
      metric: said(worker, 'tick-failed'),
      above: 3,
      cure: 'What the clock brings does not come; the log line names the chore.',
    },
    RegisterDrift: {
      metric: said(worker, 'register-drift'),
      above: 0,
      cure: 'A register no longer knows the number it must know; npm run registers, then switch it off.',
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

/** A mail at four fifths of what a month may cost, and when it will be more than that. */
function createBudget(stack: Stack, { alarms, budget, stage }: Wishes) {
  const notify = (notificationType: string, threshold: number, address: string) => ({
    notification: {
      notificationType,
      threshold,
      thresholdType: 'PERCENTAGE',
      comparisonOperator: 'GREATER_THAN',
    },
    subscribers: [{ subscriptionType: 'EMAIL', address }],
  })
  new CfnBudget(stack, 'Budget', {
    budget: {
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: budget, unit: 'USD' },
      costFilters: { TagKeyValue: [`user:stage$${stage}`] },
    },
    ...(alarms && {
      notificationsWithSubscribers: [
        notify('ACTUAL', 80, alarms),
        notify('FORECASTED', 100, alarms),
      ],
    }),
  })
}
