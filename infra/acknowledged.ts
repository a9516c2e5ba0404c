import { type Stack, Validations } from 'aws-cdk-lib'

/** Rules of cdk-nag that do not fit, each at the one thing that it does not fit, and why. */
const acknowledged: [thing: string, rule: string, reason: string][] = [
  [
    'DeadLetters',
    'SQSRedrivePolicy',
    'It is the queue of dead letters itself; nothing comes after it.',
  ],
  [
    'Webhook',
    'LambdaDLQ',
    'It is only called directly, and Telegram repeats whatever is not answered with 2xx for a day.',
  ],
  [
    'Worker',
    'LambdaDLQ',
    'Its jobs go from the queue to the dead letters; the tick that is lost is made up for by the next one.',
  ],
  [
    'Reader',
    'LambdaDLQ',
    'The worker waits for its answer and asks again; a queue of pictures is what must never be.',
  ],
  [
    'JobsToWorker',
    'LambdaEventSourceMappingDestination',
    'For a queue the destination of failures is the queue of dead letters, which it has.',
  ],
  [
    'Tick',
    'EventBusDLQ',
    'A minute later comes the next tick and takes every minute since the last one that was done.',
  ],
  [
    'Alarms',
    'SNSRedrivePolicy',
    'A mail that cannot be delivered is not worth a queue: the alarm stays red, and doctor names it.',
  ],
  ...['Webhook', 'Worker', 'Reader'].map((name): [string, string, string] => [
    name,
    'LambdaTracing',
    'Traces would be one more place that knows when somebody wrote; the log has the durations.',
  ]),
]

export function acknowledge(stack: Stack): void {
  for (const [thing, rule, reason] of acknowledged) {
    const id = `Serverless::Serverless-${rule}`
    Validations.of(stack.node.findChild(thing)).acknowledge({ id, reason })
  }
}
