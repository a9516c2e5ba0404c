import type { Case } from '../../core/case.ts'
import { mayTakeBack, refusal } from '../../core/desk/deeds.ts'
import { type ReadyKind, readChosen, writeChosen } from '../../core/desk/ready.ts'
import type { Text } from '../../core/turn.ts'
import { type Voice, voiceFor } from '../../core/voice.ts'
import type { GroupEvent } from '../ports/arrival.ts'
import type { Notice } from '../ports/room.ts'
import type { World } from '../ports/world.ts'
import { mayAct } from './conduct.ts'
import { type Here, isOf, reply, spotOf } from './here.ts'
import { type InTopic, passOn } from './pass-on.ts'

type Press = Extract<GroupEvent, { kind: 'press' }>

/** What can be sent as it stands, by the name that its button carries. */
export interface Ready {
  of: ReadyKind
  id: string
  text: Text
}

/** Whoever has the case sees what the person would read, and in the desk's language what that says, before it goes. */
export async function preview(world: World, here: Here, ready: Ready): Promise<void> {
  const { incoming, voice } = here
  const held = await mayTell(world, here)
  if (!held) return
  const { one } = held
  const notice = previewOf(ready, one.language, voice.language)
  // It answers the command, or it would look like a word of the person once it is sent.
  const to = incoming.message || undefined
  await world.room.say(spotOf(incoming), notice, voiceOf(world, one, voice.language), to)
  if (incoming.event.kind === 'press') await world.room.answer(incoming.event.id, voice)
}

/**
 * Send and cancel below a preview. What is sent is the preview itself, without all that stands around the words: so whatever comes again, or
 * is pressed again, finds it sent.
 */
export async function pressReady(
  world: World,
  here: Here,
  { choice }: Press,
  find: (id: string) => Ready | undefined,
): Promise<void> {
  if (choice === 'cancel') return cancel(world, here)
  const chosen = readChosen(choice)
  const ready = chosen && find(chosen.id)
  if (!chosen || !ready) return reply(world, here, { key: 'desk:ready.gone' })
  await send(world, here, ready.text, chosen.language)
}

async function send(world: World, here: Here, text: Text, language: string) {
  const held = await mayTell(world, here)
  if (!held) return
  const { incoming } = here
  const voice = voiceOf(world, held.one, language)
  const isBare = await world.room.edit(spotOf(incoming), incoming.message, { text }, voice)
  if (!isBare) return reply(world, here, { key: 'desk:ready.gone' })
  await passOn(world, held.here)
  await toast(world, here, { key: 'desk:ready.sent' })
}

/** Behind whatever was pressed before, in its order: where it was sent already, it is taken back from the phone too. */
async function cancel(world: World, here: Here) {
  const { chat, desk, incoming } = here
  const by = await mayAct(world, here)
  const one = chat === undefined ? undefined : await world.cases.of(chat)
  if (by === undefined || chat === undefined) return
  const { thread, message, update } = incoming
  const why = !one || !isOf(one, here) ? 'over' : mayTakeBack(one, by)
  if (why) return reply(world, here, { key: `desk:refused.${why}` })
  const where = { message, command: message, ...(thread !== undefined && { thread }) }
  await world.queue.enqueue({
    kind: 'take-back',
    chat,
    desk: desk.id,
    by: 'desk',
    ...where,
    update,
  })
  await toast(world, here, { key: 'desk:ready.cancelled' })
}

/** The case, if it is theirs to talk in; else they are told why not. */
async function mayTell(
  world: World,
  here: Here,
): Promise<{ one: Case; here: InTopic } | undefined> {
  const { chat } = here
  if (chat === undefined) return void (await reply(world, here, { key: 'desk:no-case' }))
  const by = await mayAct(world, here)
  if (by === undefined) return undefined
  const one = await world.cases.of(chat)
  const isHere = one !== undefined && isOf(one, here)
  const why = isHere ? refusal(one, by) : 'over'
  if (why) return void (await reply(world, here, { key: `desk:refused.${why}` }))
  return one && { one, here: { ...here, chat } }
}

function previewOf({ of, id, text }: Ready, language: string, own: string): Notice {
  const said = inLanguage('desk:ready.preview', text, language)
  const items = language === own ? [said] : [said, inLanguage('desk:ready.meaning', text, own)]
  return {
    text: { key: 'join:paragraphs', vars: { items } },
    of,
    choices: [
      { id: writeChosen({ language, id }), label: { key: 'desk:button.send' } },
      { id: 'cancel', label: { key: 'desk:button.cancel' } },
    ],
  }
}

/** The words in this language, and a line about them in the desk's. */
function inLanguage(key: string, text: Text, code: string): Text {
  return {
    key,
    vars: { language: { key: 'name:language', vars: { code } }, text: within(text, code) },
  }
}

function within(text: Text, language: string): Text {
  return { key: 'join:lines', language, vars: { items: [text] } }
}

/** With the numbers of the country that the person has shared. */
function voiceOf({ content }: World, { shared: { country } }: Case, language: string): Voice {
  return voiceFor(content, { language, country })
}

async function toast({ room }: World, { incoming, voice }: Here, text: Text) {
  if (incoming.event.kind === 'press') await room.answer(incoming.event.id, voice, text)
}
