import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { placeOf, putSecret, type Secret, secretsOf } from './stage.ts'

/** What the operator wants anew; everything else that is there already stays. */
export interface Renewal {
  token: boolean
  webhookSecret: boolean
}

const said = {
  kept: 'is kept',
  'there already': 'is there already and stays',
}

const somebodyWasFaster =
  'Run the command again: it finds what is there. If the token there is not yours, add --new-token.'

/** `npm run secrets -- --stage prod`: asks for the token, and makes the secrets that nobody needs to know. */
async function main() {
  const { values } = parseArgs({
    options: {
      stage: { type: 'string', default: 'dev' },
      'new-token': { type: 'boolean', default: false },
      'new-webhook-secret': { type: 'boolean', default: false },
    },
  })
  const environment = { ...placeOf(values.stage), ...process.env }
  const renewal = { token: values['new-token'], webhookSecret: values['new-webhook-secret'] }
  const wanted = await secretsToPut(await secretsOf(environment), renewal, askForToken)
  if (wanted.length === 0) return console.log('All are there already; nothing is changed.')
  const isWhole = await putAll(environment, wanted)
  if (isWhole) return console.log('Next: npm run deploy, so that the functions start with them.')
  console.error(somebodyWasFaster)
  process.exitCode = 1
}

/**
 * What is to be put beside what is held. The keys of a stage are made once: without its ID_KEY a table cannot be read.
 * An old secret of the webhook stays behind the new one, for what Telegram sends until setup has told it the new one.
 */
export async function secretsToPut(
  held: Record<string, string>,
  renewal: Renewal,
  ask: () => Promise<string>,
): Promise<Secret[]> {
  const wanted: Secret[] = []
  if (renewal.token || !held.BOT_TOKEN)
    wanted.push({ name: 'BOT_TOKEN', value: await ask(), replaces: renewal.token })
  for (const name of ['ID_KEY', 'DESK_KEY'] as const)
    if (!held[name]) wanted.push({ name, value: random(), replaces: false })
  const [old] = held.WEBHOOK_SECRET?.split(' ') ?? []
  if (!old) wanted.push({ name: 'WEBHOOK_SECRET', value: random(), replaces: false })
  else if (renewal.webhookSecret)
    wanted.push({ name: 'WEBHOOK_SECRET', value: `${random()} ${old}`, replaces: true })
  return wanted
}

/** 32 bytes in the alphabet that Telegram allows. */
function random() {
  return randomBytes(32).toString('base64url')
}

async function askForToken() {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const token = await lines.question('The token that BotFather gave, like 123456:ABC-def: ')
  lines.close()
  return token.trim()
}

/** Whether each of them is kept. */
async function putAll(environment: NodeJS.ProcessEnv, wanted: Secret[]) {
  let isWhole = true
  for (const secret of wanted) {
    const outcome = await putSecret(environment, secret)
    if (outcome === 'there already') isWhole = false
    console.log(`${environment.SECRETS_PATH}/${secret.name} ${said[outcome]}.`)
  }
  return isWhole
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error)
    process.exitCode = 1
  })
}
