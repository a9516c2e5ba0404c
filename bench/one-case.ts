import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DeleteMessageCommand, type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import prices from '../infra/prices.json' with { type: 'json' }
import { makeCode } from '../src/app/desk/code.ts'
import { createLineClient } from '../src/queue/queue.ts'
import type { Counted } from './ground.ts'

/** Signs the code of the desk in the bench. */
export const deskKey = 'the-desk-key-of-the-bench'

/** Telegram counts topics from here on, so that whoever asks for one knows it. */
export const firstTopic = 1_000_001

/** As many again go the same way before, so that both functions are warm. */
const people = 40

const { assumed, regions } = prices
type Price = (typeof regions)['us-east-1']

/** What something takes in both functions together. */
export interface Taken extends Counted {
  processorMs: number
  logBytes: number
  calls: number
  jobs: number
}

export interface Ground {
  /** Where the bundle is. */
  folder: string
  webhook: (update: object) => Promise<unknown>
  /** What was asked of the outside meanwhile. */
  count: (work: () => Promise<void>) => Promise<Counted & { logBytes: number }>
}

/** A word that is passed on, of either side; and a case from its consent to its end, without its words. */
export async function measureCase(ground: Ground): Promise<{ word: Taken; whole: Taken }> {
  const functions = await bothFunctions(ground)
  const { does } = functions
  const taken = async (first: number, steps: Step[], number: number): Promise<Taken> => {
    Object.assign(functions.spent, { processorMs: 0, calls: 0, jobs: 0 })
    const counted = await ground.count(() => each(does, first, steps))
    const { processorMs, calls, jobs } = functions.spent
    return per({ ...counted, processorMs, calls, jobs }, people * number)
  }
  for (const step of desk) await does(step, 0)
  await each(does, 0, [...arrival, ...opening, ...words, ...ending])
  await each(does, people, arrival)
  const opened = await taken(people, opening, 1)
  const word = await taken(people, words, words.length)
  if (word.jobs !== 1) throw new Error('a word was not passed on')
  const ended = await taken(people, ending, 1)
  return { word, whole: sum(opened, ended) }
}

/** Dollars for a million: what a function waits for in a job comes one after the other. */
export function millionTaken(taken: Taken, price: Price): Record<string, number> {
  const { reads, writes, telegramCalls, jobs, calls, processorMs } = taken
  const waiting = reads * assumed.readMs + writes * assumed.writeMs + jobs * assumed.queueMs
  const cold = calls * assumed.coldShare * assumed.coldMs
  const ms = waiting + telegramCalls * assumed.telegramMs + processorMs * (1769 / 512) + cold
  return {
    'requests of Lambda': calls * price.lambdaRequest * 1e6,
    computing: 0.5 * (ms / 1000) * price.lambdaGigabyteSecond * 1e6,
    'reads of the table': taken.readUnits * price.readUnit * 1e6,
    'writes of the table': taken.writeUnits * price.writeUnit * 1e6,
    'the queue': 3 * jobs * price.queueRequest * 1e6,
    'log, ingested': (taken.logBytes / 1e9) * price.logGigabyte * 1e6,
  }
}

/** The webhook that is given an update, and the worker that does what follows until nothing is left. */
async function bothFunctions({ folder, webhook }: Ground) {
  const { handler: worker } = await import(`${pathToFileURL(join(folder, 'worker.mjs'))}`)
  const { SQS_ENDPOINT: endpoint = '', QUEUE_URL: QueueUrl } = process.env
  const queue = createLineClient({ endpoint })
  const spent = { processorMs: 0, calls: 0, jobs: 0 }
  const timed = async (call: () => Promise<unknown>) => {
    const used = process.threadCpuUsage()
    await call()
    const { user, system } = process.threadCpuUsage(used)
    spent.processorMs += (user + system) / 1000
    spent.calls++
  }
  const work = async ({ MessageId, ReceiptHandle, Body, Attributes }: Message) => {
    const record = { messageId: MessageId, receiptHandle: ReceiptHandle, body: Body }
    await timed(() => worker({ Records: [{ ...record, attributes: { ...Attributes } }] }))
    await queue.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    spent.jobs++
  }
  const waiting = async () => {
    const names = { MessageSystemAttributeNames: ['MessageGroupId' as const] }
    return (await queue.send(new ReceiveMessageCommand({ QueueUrl, ...names }))).Messages ?? []
  }
  const does = async (step: Step, person: number) => {
    await timed(() => webhook(step(person)))
    for (let found = await waiting(); found.length > 0; found = await waiting())
      for (const message of found) await work(message)
  }
  return { spent, does }
}

/** An update of one of them, in whose chat or topic it is. */
type Step = (person: number) => object

async function each(
  does: (step: Step, person: number) => Promise<void>,
  first: number,
  steps: Step[],
) {
  for (let person = first; person < first + people; person++)
    for (const step of steps) await does(step, person)
}

const group = { id: -1_002_345_678_901, type: 'supergroup', title: 'Desk', is_forum: true }
const member = { id: 7_900_000_001, is_bot: false, first_name: 'Iza', language_code: 'pl' }

const terms = {
  ...{ id: 'k3f9qx2a', name: 'Desk', languages: ['pl'], countries: [], themes: [] },
  ...{ minors: false, complaints: 'complaints@example.org' },
}
const code = makeCode(deskKey, terms, new Date(Date.now() + 3_600_000))

const desk: Step[] = [
  inGroup(() => ({ text: `/connect ${code}`, ...commandOf('/connect') })),
  pressInGroup('desk.conduct.accept'),
]
const arrival: Step[] = [
  says('/start'),
  ...['start.language.pl', 'start.welcome.next', 'start.kept.next'].map(presses),
  says('/talk'),
  presses('consultant.age.adult'),
]
const opening: Step[] = [presses('consultant.consent.send'), pressInGroup('desk.case.take')]
const words: Step[] = [
  says('Chcę zapytać o umowę, którą dziś dostałam.'),
  inGroup((person) => ({ text: 'Proszę pytać.', ...topicOf(person) })),
  says('Jest tylko po niderlandzku, nic nie rozumiem.'),
  inGroup((person) => ({ text: 'Proszę jej dziś nie podpisywać.', ...topicOf(person) })),
]
const ending: Step[] = [pressInGroup('desk.case.close'), presses('consultant.helped.yes')]

let update = 850_000_000

function says(text: string): Step {
  return (person) => ({ ...numbered(), message: { ...inChat(person), text, ...commandOf(text) } })
}

function presses(data: string): Step {
  return (person) => {
    const { from, ...message } = inChat(person)
    return { ...numbered(), callback_query: { id: `${update}`, from, message, data } }
  }
}

function inGroup(content: Step): Step {
  return (person) => ({ ...numbered(), message: { ...placed(), from: member, ...content(person) } })
}

function pressInGroup(data: string): Step {
  return (person) => {
    const message = { ...placed(), ...topicOf(person) }
    return { ...numbered(), callback_query: { id: `${update}`, from: member, message, data } }
  }
}

function numbered() {
  return { update_id: ++update }
}

function inChat(person: number) {
  const id = 7_500_000_000 + person
  const from = { id, is_bot: false, first_name: 'Ola', language_code: 'pl' }
  return { ...sent(), chat: { id, type: 'private', first_name: 'Ola' }, from, text: 'Umowa' }
}

function placed() {
  return { ...sent(), chat: group, text: 'Umowa' }
}

/** Each message has a number of its own, by which its copy is known. */
function sent() {
  return { message_id: update, date: Math.floor(Date.now() / 1000) }
}

/** Cases get their topics in the order of their people. */
function topicOf(person: number) {
  return { message_thread_id: firstTopic + person, is_topic_message: true }
}

function commandOf(text: string) {
  const length = /^\/\w+/.exec(text)?.[0].length
  return length ? { entities: [{ type: 'bot_command', offset: 0, length }] } : {}
}

function per(all: Taken, number: number): Taken {
  return perEach(all, (name) => all[name] / number)
}

function sum(one: Taken, other: Taken): Taken {
  return perEach(one, (name) => one[name] + other[name])
}

function perEach({ ...taken }: Taken, figure: (name: keyof Taken) => number): Taken {
  for (const name of names) taken[name] = figure(name)
  return taken
}

const names = [
  ...(['reads', 'writes', 'readUnits', 'writeUnits', 'telegramCalls', 'telegramBytes'] as const),
  ...(['processorMs', 'logBytes', 'calls', 'jobs'] as const),
]
