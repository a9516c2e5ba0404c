import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isStaffed } from '../app/cases/staff.ts'
import { makeCode } from '../app/desk/code.ts'
import { revokeDesk } from '../app/desk/revoke.ts'
import { type DeskTerms, idFrom } from '../app/desk/terms.ts'
import type { Desk } from '../app/ports/desks.ts'
import type { Store } from '../app/ports/world.ts'
import { loadOrThrow } from '../content/load.ts'
import type { Content } from '../core/engine/flow.ts'
import { createClient, createStore } from '../store/store.ts'
import { Misconfigured } from './config.ts'
import { readTerms } from './desk-terms.ts'
import { openStage } from './stage.ts'

const root = join(import.meta.dirname, '../..')

const options = {
  stage: { type: 'string', default: 'dev' },
  name: { type: 'string' },
  languages: { type: 'string', multiple: true },
  countries: { type: 'string', multiple: true },
  minors: { type: 'string' },
  themes: { type: 'string', multiple: true },
  complaints: { type: 'string' },
  hours: { type: 'string' },
  days: { type: 'string', default: '7' },
  help: { type: 'boolean', default: false },
} as const

const usage = `A code by which a group in Telegram becomes a desk of consultants:

  npm run desk -- --stage prod --name "KCIK" --languages pl,uk --minors yes --complaints skargi@example.org

  --stage       dev if it is left out; local makes one for npm start
  --name        what people know the desk by, at most 40 letters
  --languages   what its members speak, in the codes of ISO 639-1, the main one first
  --countries   where they know their way, in the codes of ISO 3166; left out: everywhere
  --minors      yes or no: does it talk with people under 18?
  --themes      what it may send tips about, e.g. offers,rights,country-NL; left out: nothing
  --complaints  where people complain about it: an address of mail, or a page with https://
  --hours       when somebody answers, e.g. "mon-fri 9-13 15-18, sat 10-14"; left out: at any time. Perhaps with a
                time zone (Europe/Berlin) and whose public holidays are free (DE, or - for none); /hours changes them
  --days        how long the code is good; left out: 7

  npm run desk -- list --stage prod         all desks
  npm run desk -- revoke ID --stage prod    closes one for good`

type Values = ReturnType<typeof readArguments>['values']

interface Command {
  /** How many words follow its own. */
  takes: number
  /** Returns what is said to the operator. */
  run: (values: Values, id?: string) => Promise<string>
}

const commands: Record<string, Command> = {
  code: { takes: 0, run: newCode },
  list: { takes: 0, run: async ({ stage }) => list(await tableOf(stage)) },
  revoke: { takes: 1, run: async ({ stage }, id) => revoke(wanted(id), await tableOf(stage)) },
}

/** `npm run desk`: a code for a new desk, all desks, or the end of one. */
async function main() {
  const { values, positionals } = readArguments()
  if (values.help) return console.log(usage)
  const [name = 'code', ...words] = positionals
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  const stray = command ? words[command.takes] : name
  if (!command || stray) throw new Misconfigured(toldOfStray(stray))
  console.log(await command.run(values, words[0]))
}

function readArguments() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (!(error instanceof Error) || !String(code).startsWith('ERR_PARSE_ARGS')) throw error
    const [, argument = 'arguments'] = /'(--?[\w-]+)/.exec(error.message) ?? []
    const isUnknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    const fault = isUnknown ? 'there is no such argument' : 'its value is missing, or stands alone'
    throw new Misconfigured(`${argument}: ${fault}. \`npm run desk -- --help\` names them all.`)
  }
}

function toldOfStray(word = '') {
  return [
    `"${word}": what is that? A name of several words stands in quotes, a list has commas and no spaces,`,
    'and before the first argument there are two dashes: npm run desk -- --name "A name" --languages pl,uk',
  ].join('\n')
}

async function newCode(values: Values) {
  const { content } = loadOrThrow(root)
  const { desk, days } = readTerms(values, content, idFrom(randomBytes(8)))
  const { DESK_KEY: key } = await openStage(values.stage, process.env)
  if (!key)
    throw new Misconfigured(
      `DESK_KEY: missing. \`npm run secrets -- --stage ${values.stage}\` makes it; then deploy, so that the bot knows it.`,
    )
  if (!desk.languages.some((language) => content.languages.includes(language)))
    console.error(
      `--languages: the bot speaks none of them, so the desk will read its words in another. It speaks ${content.languages.join(', ')}.\n`,
    )
  const until = new Date(Date.now() + days * 24 * 60 * 60 * 1000)
  return toldOfCode(desk, makeCode(key, desk, until), until)
}

function toldOfCode({ id, name }: DeskTerms, code: string, until: Date) {
  const day = until.toISOString().slice(0, 16).replace('T', ' ')
  return `The desk "${name}" will have the id ${id}. Its code is good once, until ${day} UTC:

/connect ${code}

Send it to whoever leads the desk, by a way that nobody else reads. They do this in Telegram:
  1. Make a group. Who is in it reads along, so add only those who are to answer people.
  2. Switch Topics on in the settings of the group.
  3. Add the bot and make it an administrator with three rights: Manage topics, Delete messages, Pin messages.
  4. Send the line that begins with /connect to the group, as one of its administrators and under your own name. The bot deletes it.
  5. Whoever is to answer sends /conduct there, reads the code of conduct and accepts it. Until somebody has, no case comes.`
}

async function tableOf(stage: string): Promise<Stage> {
  const config = await openStage(stage, process.env)
  const { STAGE, DYNAMODB_ENDPOINT: endpoint, AWS_REGION: region, ID_KEY: idKey } = config
  if (STAGE === 'local' && !endpoint)
    throw new Misconfigured(
      '--stage: the table of npm start lies inside its own process. Name another stage, or a table by DYNAMODB_ENDPOINT.',
    )
  const client = createClient({ region, ...(endpoint && { endpoint }) })
  const now = () => new Date()
  const { content } = loadOrThrow(root)
  return {
    ...createStore({ client, name: config.TABLE_NAME, idKey, now }),
    content,
    now,
  }
}

/** What the command needs of a stage. */
export type Stage = Pick<Store, 'desks' | 'cases' | 'reports'> & {
  content: Content
  now: () => Date
}

/** A line for each desk. */
export async function list(stage: Stage): Promise<string> {
  const desks = await stage.desks.all()
  if (desks.length === 0) return 'There is no desk yet.'
  const lines = await Promise.all(desks.map((desk) => lineOf(stage, desk)))
  return lines.map((line) => line.join(' · ')).join('\n')
}

async function lineOf(stage: Stage, desk: Desk) {
  const where = desk.countries.length > 0 ? desk.countries.join(', ') : 'everywhere'
  return [desk.id, desk.name, desk.languages.join(', '), where, await stateOf(stage, desk)]
}

async function stateOf(stage: Stage, { id, isPaused, isClosed }: Desk) {
  if (isClosed) return 'closed'
  if (isPaused) return 'paused'
  const isAtWork = await isStaffed(stage, id)
  return isAtWork ? 'at work' : 'waits until somebody there accepts the code of conduct'
}

const names = '`npm run desk -- list` names the ids of all.'

function wanted(id: string | undefined) {
  if (!id) throw new Misconfigured(`revoke: which desk? ${names}`)
  return id.toLowerCase()
}

/** Closes a desk, and says what that means. */
export async function revoke(id: string, stage: Stage): Promise<string> {
  const desk = await stage.desks.get(id)
  if (!desk) throw new Misconfigured(`revoke: there is no desk "${id}". ${names}`)
  // One that broke off goes on with the cases that it left open.
  const open = await revokeDesk({ ...stage, log: () => {} }, desk)
  if (desk.isClosed && open === 0) return `The desk "${desk.name}" is closed already.`
  const told =
    open > 0
      ? ` The people of ${open} open cases hear within a minute that nobody is there any more.`
      : ''
  return `The desk "${desk.name}" is closed for good, and its code opens no other.${told} The bot deletes the topics of its cases within a minute and leaves the group with the next word there. Then delete the group in Telegram.`
}

/** The names of errors that say what to do; all others are named without their stack. */
const cures: Record<string, string> = {
  ResourceNotFoundException: 'there is no such table. Is the stage deployed? npm run deploy',
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    console.error(error instanceof Misconfigured ? message : `${name}: ${cures[name] ?? message}`)
    process.exitCode = 1
  })
}
