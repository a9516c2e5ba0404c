import type { Stack } from 'aws-cdk-lib'
import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { type Watch, type Watched, watches } from './watches.ts'
import type { Wishes } from './wishes.ts'

/** Everything that wakes the operator; `docs/operators.md` tells each name again, with what to do. */
export function createAlarms(stack: Stack, wishes: Wishes, watched: Watched): void {
  const topic = new Topic(stack, 'Alarms', { enforceSSL: true })
  // A policy of one's own takes the right away that alarms otherwise have.
  topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'))
  const { alarms } = wishes
  if (alarms) topic.addSubscription(new EmailSubscription(alarms))
  for (const [name, watch] of Object.entries(watches(stack, watched))) {
    const { metric, cure: alarmDescription } = watch
    const alarm = new Alarm(stack, `Alarm${name}`, { metric, alarmDescription, ...redWhen(watch) })
    alarm.addAlarmAction(new SnsAction(topic))
  }
  createBudget(stack, wishes)
}

/** What is counted only when it happens says nothing while all is well; what must happen says nothing when it has stopped. */
function redWhen(watch: Watch) {
  if ('above' in watch)
    return {
      threshold: watch.above,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }
  return {
    threshold: 1,
    evaluationPeriods: watch.silentPeriods,
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
  }
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
