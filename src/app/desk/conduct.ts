import type { Choice } from '../../core/turn.ts'
import { languageFor, type Voice, voiceFor } from '../../core/voice.ts'
import { hasAccepted } from '../cases/staff.ts'
import type { Notice } from '../ports/room.ts'
import type { World } from '../ports/world.ts'
import { type Here, named, reply, spotOf } from './here.ts'

/** Who has not accepted it is told how, and nothing else is done. */
export async function mayAct(world: World, here: Here): Promise<number | undefined> {
  const from = await named(world, here)
  if (!from) return undefined
  if (await hasAccepted(world, here.desk.id, from.id)) return from.id
  await reply(world, here, { key: 'desk:conduct.first' })
  return undefined
}

/** The first page, in the language of who asks for it. */
export async function showConduct(world: World, here: Here): Promise<void> {
  const voice = voiceOf(world, here)
  await world.room.say(spotOf(here.incoming), page(world, 0), voice)
}

/** A button below it: another page, or the acceptance of whoever pressed. */
export async function pressConduct(world: World, here: Here, choice: string): Promise<void> {
  const { incoming } = here
  if (incoming.event.kind !== 'press') return
  if (choice === 'accept') return accept(world, here)
  const at = Number(/^page-(\d)$/.exec(choice)?.[1] ?? 0)
  const voice = voiceOf(world, here)
  await world.room.edit(spotOf(incoming), incoming.message, page(world, at), voice)
  await world.room.answer(incoming.event.id, voice)
}

async function accept(world: World, here: Here) {
  const from = await named(world, here)
  if (!from) return
  const { desks, content, now } = world
  const acceptance = { wording: content.conduct.wording, at: now().getTime() }
  await desks.accept(here.desk.id, from.id, acceptance)
  await reply(world, here, { key: 'desk:conduct.accepted' })
}

/** Only the last page can be accepted, so that nobody accepts what they have not turned to. */
function page({ content: { conduct } }: World, at: number): Notice {
  const name = conduct.pages[at] ?? conduct.pages[0]
  const turn = (to: number, label: string): Choice => ({ id: `page-${to}`, label: { key: label } })
  const choices = [
    ...(at > 0 ? [turn(at - 1, 'desk:conduct.before')] : []),
    ...(at < conduct.pages.length - 1
      ? [turn(at + 1, 'desk:conduct.next')]
      : [{ id: 'accept', label: { key: 'desk:conduct.accept' } }]),
  ]
  const vars = { at: at + 1, of: conduct.pages.length, text: { key: `desk:conduct.page.${name}` } }
  return { text: { key: 'desk:conduct.text', vars }, of: 'conduct', choices }
}

function voiceOf({ content }: World, { incoming, voice }: Here): Voice {
  const language = languageFor(content, undefined, incoming.from?.language)
  return language === undefined ? voice : voiceFor(content, { language })
}
