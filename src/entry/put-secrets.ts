import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { placeOf, putSecret, secretsOf } from './stage.ts'

/** What the operator wants anew; everything else that is there already stays. */
export interface Renewal {
  token: boolean
  webhookSecret: boolean
}

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
  for (const [name, value] of Object.entries(wanted)) {
    await putSecret(environment, name, value)
    console.log(`${environment.SECRETS_PATH}/${name} is kept.`)
  }
  console.log('Next: npm run deploy, so that the functions start with them.')
}

/**
 * What is to be put beside what is held. The keys of a stage are made once: without its ID_KEY a table cannot be read.
 * An old secret of the webhook stays behind the new one, for what Telegram sends until setup has told it the new one.
 */
export async function secretsToPut(
  held: Record<string, string>,
  renewal: Renewal,
  ask: () => Promise<string>,
): Promise<Record<string, string>> {
  const wanted: Record<string, string> = {}
  if (renewal.token || !held.BOT_TOKEN) wanted.BOT_TOKEN = await ask()
  for (const key of ['ID_KEY', 'DESK_KEY']) if (!held[key]) wanted[key] = random()
  const [old] = held.WEBHOOK_SECRET?.split(' ') ?? []
  if (!old) wanted.WEBHOOK_SECRET = random()
  else if (renewal.webhookSecret) wanted.WEBHOOK_SECRET = `${random()} ${old}`
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

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error)
    process.exitCode = 1
  })
}
