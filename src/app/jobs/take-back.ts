import type { Case } from '../../core/case.ts'
import { bird } from '../../core/desk/card.ts'
import { changeCase } from '../cases/change.ts'
import { deskVoice } from '../cases/desk-voice.ts'
import { sayBeside } from '../cases/say-beside.ts'
import type { Pair, Side, Twin } from '../ports/cases.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { Gone, Lost } from '../trouble.ts'
import type { JobKind, JobOf } from './job.ts'

type TakingBack = JobOf<'take-back'>

/**
 * A message goes on both sides where its writer wants it so, and on their own side alone where the other one wrote it. It lies behind the
 * copying of what it takes back. Safe to repeat.
 */
export const takeBack: JobKind<'take-back'> = {
  label: ({ by, chat, desk, update }) => ({
    group: by === 'desk' ? `chat#${chat}` : `desk#${desk}`,
    once: `take-back#${chat}#${update}`,
  }),
  run: async (world, job) => {
    const desk = await world.desks.get(job.desk)
    if (job.by === 'person') await byPerson(world, job, desk)
    else if (desk) await byDesk(world, job, desk)
  },
}

/** What is too old to be deleted on the phone stays on both sides, and whoever wants it away is told. */
async function byDesk(world: World, job: TakingBack, desk: Desk): Promise<void> {
  const { cases, room } = world
  const { chat, message, command } = job
  const { one, twin } = await cases.look(chat, 'topic', message)
  const isOurs = twin?.copiedAt !== undefined
  const copies = isOurs ? await copiesOf(world, job, 'chat') : []
  const shown = copies.map((copy) => copy.chat)
  if (isOurs && !(await eraseAtPerson(world, chat, shown)))
    return say(world, job, { desk, key: 'desk:delete.old' })
  if (one?.unseen?.includes(message)) await unsee(world, chat, message)
  const isErased = await room.erase(desk.group, message)
  for (const copy of copies) await cases.unpair(chat, copy)
  if (twin && (isOurs || isErased)) await unpair(world, job, twin)
  if (!isErased)
    return say(world, job, {
      desk,
      key: isOurs ? 'desk:delete.phone-only' : 'desk:delete.no-right',
    })
  await room.erase(desk.group, command)
}

/** The desk sees that something was taken back, and not what. */
async function byPerson(world: World, job: TakingBack, desk: Desk | undefined): Promise<void> {
  const { cases, messages } = world
  const { chat, message, command, update } = job
  const { one, twin } = await cases.look(chat, 'chat', message)
  const isTheirs = (await messages.of(chat)).some((seen) => seen.message === message && !seen.own)
  const copies = twin?.copiedAt === undefined ? await copiesOf(world, job, 'topic') : []
  const isComplaint = one?.apart?.includes(message) === true
  const isAway = !isComplaint && (await eraseAtDesk(world, desk, copies))
  const own = isAway && (twin || isTheirs) ? [message] : []
  const isErased = await eraseAtPerson(world, chat, own)
  await eraseAtPerson(world, chat, [command])
  await messages.drop(chat, isErased ? [...own, command] : [command])
  const word = isAway ? (isErased ? undefined : 'stays') : 'undeleted'
  if (word && one) await sayBeside(world, { chat, update, language: one.language }, word)
  if (!isAway) return
  if (desk && one && copies.length > 0) await tellDesk(world, desk, one)
  for (const copy of copies) await cases.unpair(chat, copy)
  // What still stands there must be found by /hide.
  if (twin && isErased) await cases.unpair(chat, { chat: message, topic: twin.message })
}

/** False: one of them stays where it is read. */
async function eraseAtDesk({ room }: World, desk: Desk | undefined, copies: Pair[]) {
  let isAway = true
  for (const { topic } of copies)
    if (!desk || !(await room.erase(desk.group, topic))) isAway = false
  return isAway
}

/** Where one of several copies goes, the newest one is still the twin. */
async function unpair({ cases }: World, { chat, message }: TakingBack, twin: Twin) {
  const { twin: newest } = await cases.look(chat, 'chat', twin.message)
  await cases.unpair(chat, { chat: twin.message, topic: message })
  if (!newest || newest.message === message) return
  await cases.pair(chat, { chat: twin.message, topic: newest.message, update: newest.update })
}

/** What was changed was copied anew each time. */
async function copiesOf({ cases }: World, { chat, message }: TakingBack, side: Side) {
  const own = side === 'topic' ? 'chat' : 'topic'
  return (await cases.pairs(chat, side)).filter((pair) => pair[own] === message)
}

async function tellDesk(world: World, desk: Desk, one: Case) {
  if (one.thread === undefined) return
  const text = { key: 'desk:line.took-back', vars: { bird: bird(one) } }
  const to = { group: desk.group, thread: one.thread }
  await unlessLost(world, world.room.say(to, { text }, deskVoice(world, desk)))
}

/** False: Telegram deletes nothing so old. On the phone of who has blocked the bot nothing can be done. */
async function eraseAtPerson({ phone }: World, chat: number, messages: number[]) {
  try {
    return messages.length === 0 || (await phone.erase(chat, messages)).length === 0
  } catch (error) {
    if (!(error instanceof Gone)) throw error
    return false
  }
}

async function unsee(world: World, chat: number, message: number) {
  await changeCase(world, chat, (one) => ({
    ...one,
    unseen: one.unseen?.filter((unseen) => unseen !== message) ?? [],
  }))
}

/** Beside the command that asked for it. */
async function say(
  world: World,
  { thread, command }: TakingBack,
  { desk, key }: { desk: Desk; key: string },
) {
  const to = { group: desk.group, ...(thread !== undefined && { thread }) }
  await unlessLost(world, world.room.say(to, { text: { key } }, deskVoice(world, desk), command))
}

async function unlessLost({ log }: World, saying: Promise<unknown>) {
  await saying.catch((error) => {
    if (!(error instanceof Lost)) throw error
    log('topic-lost')
  })
}
