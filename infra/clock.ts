import { Duration, type Stack } from 'aws-cdk-lib'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'

/** Every minute; a tick that is missed loses nothing, the next one takes what it would have. */
export function createClock(stack: Stack, worker: Lambda): Rule {
  const target = new LambdaFunction(worker, {
    event: RuleTargetInput.fromObject({ kind: 'tick' }),
    retryAttempts: 0,
    maxEventAge: Duration.minutes(1),
  })
  const schedule = Schedule.rate(Duration.minutes(1))
  return new Rule(stack, 'Tick', { schedule, targets: [target] })
}
