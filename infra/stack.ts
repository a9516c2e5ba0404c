import { type App, CfnOutput, Stack, Tags } from 'aws-cdk-lib'
import { acknowledge } from './acknowledged.ts'
import { createAlarms } from './alarms.ts'
import { createClock } from './clock.ts'
import { createDashboard } from './dashboard.ts'
import { createFunctions } from './functions.ts'
import { createJobs } from './jobs.ts'
import { createTable } from './table.ts'
import type { Wishes } from './wishes.ts'

/** One stage: a table, a queue of jobs, the three functions, a clock, and what tells the operator that something is wrong. */
export function createStack(app: App, wishes: Wishes & { code: string }): Stack {
  const { stage, region } = wishes
  const stack = new Stack(app, `before-you-go-${stage}`, {
    env: { region },
    description: 'Before You Go: a Telegram bot for people who consider work abroad',
    terminationProtection: stage === 'prod',
  })
  const table = createTable(stack, wishes)
  const jobs = createJobs(stack)
  const functions = createFunctions(stack, { wishes, table, jobs })
  const clock = createClock(stack, functions.worker)
  createAlarms(stack, wishes, { jobs, functions, clock })
  createDashboard(stack, { wishes, table, functions })
  new CfnOutput(stack, 'WebhookUrl', { value: functions.url.url })
  new CfnOutput(stack, 'TableName', { value: table.table.tableName })
  new CfnOutput(stack, 'QueueUrl', { value: jobs.queue.queueUrl })
  new CfnOutput(stack, 'ReaderName', { value: functions.reader.functionName })
  new CfnOutput(stack, 'DeadLettersUrl', { value: jobs.dead.queueUrl })
  Tags.of(stack).add('project', 'before-you-go')
  Tags.of(stack).add('stage', stage)
  acknowledge(stack)
  return stack
}
