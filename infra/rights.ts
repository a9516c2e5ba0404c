import { Stack } from 'aws-cdk-lib'
import { Effect, type IRole, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import type { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Jobs } from './jobs.ts'
import type { Table } from './table.ts'

/** What DynamoDB does with the table's key in the name of whoever reads or writes. */
const keyActions = [
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'ReEncryptFrom',
  'ReEncryptTo',
  'DescribeKey',
]

/** Exact actions on exact resources; a test holds the whole list. */
export function grantTable(to: Lambda, { table, key }: Table, actions: string[]): void {
  allow(to, 'dynamodb', actions, [table.tableArn])
  const { region } = Stack.of(to)
  const viaTable = { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } }
  to.addToRolePolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: keyActions.map((action) => `kms:${action}`),
      resources: [key.keyArn],
      conditions: viaTable,
    }),
  )
}

export function grantJobs(to: Lambda, { queue }: Jobs, actions: string[]): void {
  allow(to, 'sqs', actions, [queue.queueArn])
}

/** Calls it and waits for its answer. */
export function grantCall(to: Lambda, { functionArn }: Lambda): void {
  allow(to, 'lambda', ['InvokeFunction'], [functionArn])
}

/** Decrypted with the account's own key for parameters, which asks for no further right. */
export function grantSecrets(to: Lambda, path: string, names: string[]): void {
  const { region, account, partition } = Stack.of(to)
  const arn = `arn:${partition}:ssm:${region}:${account}:parameter${path}`
  const own = names.map((name) => `${arn}/${name}`)
  allow(to, 'ssm', ['GetParameters'], own)
}

/** The streams' names are Lambda's own. */
export function grantLogs(to: IRole, { logGroupArn }: LogGroup): void {
  const statement = new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroupArn],
  })
  to.attachInlinePolicy(new Policy(Stack.of(to), `${to.node.id}Logs`, { statements: [statement] }))
}

function allow(to: Lambda, service: string, actions: string[], resources: string[]) {
  const named = actions.map((action) => `${service}:${action}`)
  to.addToRolePolicy(new PolicyStatement({ actions: named, resources }))
}
