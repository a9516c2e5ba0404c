import { runJob } from '../../src/app/jobs/jobs.ts'
import type { Job } from '../../src/app/ports/queue.ts'
import { Busy, Gone } from '../../src/app/trouble.ts'
import type { Deed } from '../../src/core/turn.ts'
import type { Fault } from '../../src/simulator/faults.ts'
import type { Bot, Person } from '../bot.ts'
import { active, invented } from '../registers/invented.ts'
import { replaceCall, type StoreCall } from '../store-calls.ts'

/** Somebody in the middle of an offer check, and the world around them, which can be broken. */
export interface Scene {
  bot: Bot
  person: Person
  /** Jobs that were enqueued. */
  jobs: Job[]
}

export type Trouble = (scene: Scene) => unknown

const forever = 1_000_000

/** What can go wrong with a call. */
const errors = {
  'has no time': () => new Busy(1, 'a test wants it'),
  breaks: () => new TypeError('a test wants it'),
  'may not be used': () => Object.assign(new Error('no right'), { name: 'AccessDenied' }),
} satisfies Record<string, () => Error>

const methods = [
  'sendMessage',
  'editMessageText',
  'editMessageReplyMarkup',
  'answerCallbackQuery',
  'deleteMessages',
]

const refusals: Record<string, Omit<Fault, 'method' | 'times'>> = {
  'asks to wait': { kind: 'status', status: 429, retry_after: 1 },
  'is in trouble': { kind: 'status', status: 502 },
  'cuts the line before': { kind: 'reset-before' },
  'cuts the line after': { kind: 'reset-after' },
}

/** One of each kind: whoever adds a kind adds it here. */
const deeds: { [Kind in Deed['kind']]: Extract<Deed, { kind: Kind }> } = {
  show: { kind: 'show', text: { key: 'common:changed' } },
  contact: { kind: 'contact', id: 'none', at: { flow: 'contacts', step: 'list' }, choices: [] },
  wage: { kind: 'wage', country: 'DE', scale: 0, at: { flow: 'pay', step: 'list' }, choices: [] },
  found: { kind: 'found', page: 1 },
  firm: { kind: 'firm', typed: 'Arctic Jobs' },
  codes: { kind: 'codes' },
  read: { kind: 'read', isQuiet: true },
  draw: { kind: 'draw', at: { flow: 'departure', step: 'list' }, view: 'page-0' },
  hint: { kind: 'hint', text: { key: 'common:changed' } },
  check: { kind: 'check', question: { by: 'number', number: 'orgnr-923609016', proves: 'firm' } },
  remind: { kind: 'remind', dues: [{ minute: 40_000_000, what: 'arrival' }] },
  subscribe: { kind: 'subscribe', theme: 'offers', on: true },
  speak: { kind: 'speak' },
  end: { kind: 'end', what: ['dues', 'themes'] },
  unsay: { kind: 'unsay', message: 40_000_000 },
  'find-desk': { kind: 'find-desk' },
  'hand-off': { kind: 'hand-off', desk: 'none', shared: {}, wording: '2026-11-30' },
  relay: { kind: 'relay' },
  'take-back': { kind: 'take-back', message: 12 },
  reveal: { kind: 'reveal' },
  'end-case': { kind: 'end-case' },
  referral: { kind: 'referral', isAgreed: true },
  reopen: { kind: 'reopen' },
  complain: { kind: 'complain' },
  feedback: { kind: 'feedback', helped: 'yes' },
  hide: { kind: 'hide' },
  forget: { kind: 'forget' },
}

/** All that is more than a screen needs one of these. */
const deedCalls: StoreCall[] = [
  ...(['talks.noteForgotten', 'messages.drop'] as const),
  ...(['plans.set', 'plans.of', 'plans.done', 'plans.speak'] as const),
  ...(['desks.all', 'desks.get', 'cases.of', 'cases.keep', 'cases.drop'] as const),
  ...(['blocks.of', 'blocks.drop'] as const),
  ...(['tips.add', 'tips.remove', 'tips.of', 'tips.speak'] as const),
]

const everyStoreCall: StoreCall[] = [
  ...(['talks.load', 'talks.keep', 'talks.drop', 'messages.of', 'messages.note'] as const),
  ...(['talks.forgotten', 'counters.add'] as const),
  ...deedCalls,
]

export const troubles: Record<string, Trouble> = {
  'nothing is wrong': () => {},
  'the store is slow': ({ bot }) => slows(bot, 60),
  'the store hangs': ({ bot }) => slows(bot, 4500),
  'the store has no time': ({ bot }) => breaks(bot, everyStoreCall, errors['has no time']),
  'the store breaks': ({ bot }) => breaks(bot, everyStoreCall, errors.breaks),
  'the store loses its answer to a write': losesAnswer,
  'the store cannot be written': ({ bot }) =>
    breaks(bot, ['talks.keep', 'messages.note'], errors['has no time']),
  ...each(errors, 'the queue', (error) => async (scene) => {
    queueFails(scene, error)
    await asksAboutFirm(scene)
  }),
  ...Object.assign(
    {},
    ...methods.map((method) =>
      each(refusals, `Telegram, at ${method},`, (fault) => ({ bot }) => {
        bot.telegram.faults.add({ ...fault, method, times: forever })
      }),
    ),
  ),
  ...each(errors, 'what deletes messages, in /hide,', (error) => async (scene) => {
    erasingFails(scene, error)
    scene.person.phone.send('/hide')
    await isTaken(scene)
  }),
  ...each(errors, 'what deletes messages, in a hiding by button,', (error) => async (scene) => {
    await scene.person.taps('sos')
    await scene.person.taps('watched')
    erasingFails(scene, error)
    scene.person.press('hide')
    await isTaken(scene)
  }),
  ...each(errors, 'what erases a person, in /forget,', (error) => async (scene) => {
    breaks(scene.bot, ['messages.drop'], error)
    scene.person.phone.send('/forget')
    await isTaken(scene)
  }),
  '/hide was killed in the middle': (scene) => isLeft(scene, [deeds.hide]),
  '/forget was killed in the middle': (scene) => isLeft(scene, [deeds.forget]),
  '/forget was killed just now': ({ bot, person }) => leaves(bot, person, [deeds.forget], now(bot)),
  'forgetting by button comes twice': async ({ bot, person }) => {
    for (const choice of ['menu', 'settings', 'forget']) await person.taps(choice)
    bot.telegram.faults.add({ kind: 'redeliver', times: 2 })
    await person.taps('yes')
    await person.says('hm')
  },
  'the turn before was killed just now': ({ bot, person }) =>
    leaves(bot, person, [deeds.show], now(bot)),
  'a press before cannot be shown': ({ bot, person }) => {
    bot.telegram.faults.add({
      ...refusals['is in trouble'],
      kind: 'status',
      method: 'editMessageText',
      times: forever,
    })
    person.press('no')
  },
  'a press before cannot be answered': ({ bot, person }) => {
    bot.telegram.faults.add({
      kind: 'status',
      status: 502,
      method: 'answerCallbackQuery',
      times: forever,
    })
    person.press('no')
  },
  'a word before is put off for long': async (scene) => {
    putsOff(scene.bot, 'sendMessage')
    scene.person.phone.send('hm')
    await isTaken(scene)
  },
  'a press before is put off for long': async (scene) => {
    putsOff(scene.bot, 'editMessageText')
    scene.person.press('no')
    await isTaken(scene)
  },
  '/hide before is put off for long': async (scene) => {
    putsOff(scene.bot, 'deleteMessages')
    scene.person.phone.send('/hide')
    await isTaken(scene)
  },
  '/stop before cannot be done': async (scene) => {
    breaks(scene.bot, ['plans.set'], errors['has no time'])
    scene.person.phone.send('/stop')
    await isTaken(scene)
  },
  'a register breaks': async (scene) => {
    const { register } = invented('NO_ENHETER', {}, { takes: ['orgnr'], lookup: breaking })
    scene.bot.world.registers = [register]
    await asksAboutFirm(scene)
    await worked(scene)
  },
  "a register's answer is refused": async (scene) => {
    scene.bot.world.registers = [invented('NO_ENHETER', { 'orgnr-923609016': active() }).register]
    await asksAboutFirm(scene)
    const refused = { status: 400, description: 'Bad Request: strings must be encoded in UTF-8' }
    scene.bot.telegram.faults.add({ kind: 'status', method: 'editMessageText', ...refused })
    await worked(scene)
  },
  'the person was away amid a check': async (scene) => {
    await asksAboutFirm(scene)
    scene.person.phone.block()
    await worked(scene)
    scene.person.phone.unblock()
  },
  'a check-in comes to somebody who asks to be forgotten': async (scene) => {
    const { bot, person, jobs } = scene
    const minute = Math.floor(now(bot) / 60_000)
    await bot.world.plans.set(person.id, [{ minute, what: 'arrival' }])
    await isLeft(scene, [deeds.forget])
    jobs.push({ kind: 'due', chat: person.id, minute, what: 'arrival' })
    await worked(scene)
    await person.says('/start')
  },
  ...Object.assign(
    {},
    ...Object.values(deeds).map((deed) =>
      each(errors, `left undone: ${deed.kind}, and what it needs`, (error) => async (scene) => {
        await isLeft(scene, [deed])
        breaks(scene.bot, deedCalls, error)
        erasingFails(scene, error)
        queueFails(scene, error)
      }),
    ),
  ),
  'left undone: all at once, for somebody who went away': async (scene) => {
    await isLeft(scene, Object.values(deeds))
    breaks(scene.bot, deedCalls, () => new Gone())
  },
}

/** A row for each thing that can happen there. */
function each<Thing>(
  things: Record<string, Thing>,
  where: string,
  tell: (thing: Thing) => Trouble,
): Record<string, Trouble> {
  const rows = Object.entries(things).map(([how, thing]) => [`${where} ${how}`, tell(thing)])
  return Object.fromEntries(rows)
}

function breaks({ world }: Bot, calls: StoreCall[], error: () => Error) {
  for (const call of calls)
    replaceCall(world, call, () => async () => {
      throw error()
    })
}

function slows({ world }: Bot, ms: number) {
  for (const call of everyStoreCall)
    replaceCall(world, call, (quick) => async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, ms))
      return quick(...given)
    })
}

/** It is written all the same. */
function losesAnswer({ bot }: Scene) {
  const { keep } = bot.world.talks
  bot.world.talks.keep = async (chat, talk) => {
    await keep(chat, talk)
    throw errors['has no time']()
  }
}

/** For longer than anybody in danger can wait. */
function putsOff({ telegram }: Bot, method: string) {
  telegram.faults.add({ kind: 'status', status: 429, retry_after: 100, method, times: forever })
}

function queueFails({ bot }: Scene, error: () => Error) {
  bot.world.queue.enqueue = async () => {
    throw error()
  }
}

function erasingFails({ bot }: Scene, error: () => Error) {
  bot.world.phone.erase = async () => {
    throw error()
  }
}

async function asksAboutFirm({ person }: Scene) {
  await person.says('/start employer')
  await person.taps('number')
  await person.says('923609016')
  await person.taps('unknown')
}

async function breaking(): Promise<never> {
  throw errors.breaks()
}

/** What the worker does; what fails there is its own trouble. */
async function worked({ bot, jobs }: Scene) {
  for (const job of jobs.splice(0)) await runJob(bot.world, job).catch(() => {})
}

function now({ world }: Bot) {
  return world.now().getTime()
}

/** A crash long ago left it undone, in the queue of messages and in that of presses. */
async function isLeft({ bot, person }: Scene, effects: Deed[]) {
  await leaves(bot, person, effects, 0)
}

async function leaves({ world }: Bot, { id }: Person, effects: Deed[], at: number) {
  const talk = await world.talks.load(id)
  if (!talk) throw new Error('nobody talks yet')
  const entry = { at, message: 0, sentAt: 0, effects }
  const pending = { message: { ...entry, update: 901 }, press: { ...entry, update: 902 } }
  await world.talks.keep(id, { ...talk, recent: [...talk.recent, 901, 902], pending })
}

/** Until the bot has taken it up and found that it cannot be done. */
function isTaken({ bot }: Scene) {
  return bot.until(() => bot.lines.some((line) => /"(bug|put-off|ending-waits|turn)"/.test(line)))
}
