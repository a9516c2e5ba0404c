import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { bundle } from './bundle.ts'
import { bundleReader } from './bundle-reader.ts'
import { outputsFile } from './stage.ts'

const options = {
  stage: { type: 'string', default: 'dev' },
  region: { type: 'string', default: 'eu-central-1' },
  alarms: { type: 'string' },
  budget: { type: 'string' },
  table: { type: 'string' },
  reserved: { type: 'string', default: '40' },
  'dry-run': { type: 'boolean', default: false },
} as const

/** AWS keeps so many back for all other functions of an account. */
const leftForOthers = 100

type Values = ReturnType<typeof readValues>

/** `npm run deploy -- --stage prod --alarms mail@example.org`: bundle, look at what would change, deploy, set up, examine. */
async function main() {
  const values = readValues()
  const isDry = values['dry-run']
  if (isDry) console.log('A dry run: nothing is asked of AWS or Telegram, nothing is changed.\n')
  await Promise.all([bundle(), bundleReader()])
  console.log('# bundle: dist/functions, dist/reader')
  const quota = isDry ? undefined : await quotaOf(values.region)
  const reserved = reservable(Number(values.reserved), quota)
  console.log(
    `# cap: ${isDry ? 'asks the quota of the account first' : saidOfCap(reserved, quota)}`,
  )
  for (const step of stepsOf(values, reserved)) {
    const isLocal = step.command[1] === 'synth'
    console.log(`\n# ${step.title}\n  ${step.command.join(' ')}`)
    if (isDry && !isLocal) continue
    const [program = '', ...args] = step.command
    const env = { ...process.env, AWS_REGION: values.region, CDK_DISABLE_CLI_TELEMETRY: 'true' }
    const { status } = spawnSync(program, args, { stdio: 'inherit', env })
    if (status !== 0) throw new Error(`${step.title} did not succeed${step.hint ?? ''}`)
  }
}

export interface Step {
  title: string
  command: string[]
  /** What to try when it does not succeed. */
  hint?: string
}

/** What is done, in order; each can be done by hand too. */
export function stepsOf(values: Values, reserved: number | undefined): Step[] {
  const { stage, region, alarms, budget, table } = values
  const wishes = {
    stage,
    region,
    alarms,
    budget,
    table,
    reserved,
    started: new Date().toISOString(),
  }
  const context = Object.entries(wishes).flatMap(([name, value]) =>
    value === undefined ? [] : ['-c', `${name}=${value}`],
  )
  const cdk = (what: string, ...more: string[]) => ['cdk', what, ...context, ...more]
  const npm = (what: string) => ['npm', 'run', what, '--', '--stage', stage]
  return [
    { title: 'synthesis and its checks', command: cdk('synth', '--quiet') },
    {
      title: 'what would change',
      command: cdk('diff'),
      hint: `: is the account signed in and bootstrapped? cdk bootstrap aws://<account>/${region}`,
    },
    {
      title: 'deployment',
      command: cdk(
        'deploy',
        '--require-approval',
        'broadening',
        '--outputs-file',
        outputsFile(stage),
      ),
    },
    { title: 'setup', command: npm('setup') },
    { title: 'doctor', command: npm('doctor') },
  ]
}

/** A cap on what a flood may cost, if enough is left for the account's other functions; otherwise none. */
export function reservable(wanted: number, quota: number | undefined): number | undefined {
  return quota !== undefined && quota - wanted >= leftForOthers ? wanted : undefined
}

function saidOfCap(reserved: number | undefined, quota: number | undefined) {
  if (reserved !== undefined) return `at most ${reserved} updates at once`
  return `none: the account allows ${quota} calls at once in all, and AWS keeps ${leftForOthers} back. That quota is the cap; ask AWS for more if people wait.`
}

async function quotaOf(region: string): Promise<number> {
  const { AccountLimit } = await new LambdaClient({ region }).send(
    new GetAccountSettingsCommand({}),
  )
  return AccountLimit?.ConcurrentExecutions ?? 0
}

function readValues() {
  return parseArgs({ options }).values
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error)
    process.exitCode = 1
  })
}
