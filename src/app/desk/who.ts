import { contactText, lastingContact } from '../../core/cards/contact.ts'
import type { Case } from '../../core/case.ts'
import { countryName } from '../../core/countries.ts'
import { type Asked, readAsked, whoAsked, writeAsked } from '../../core/desk/who.ts'
import { type Contact, contactNamed, isShown, kinds } from '../../core/knowledge/contact.ts'
import { pageNamed, turnsOfOne } from '../../core/pages.ts'
import { helpers } from '../../core/steps/contacts.ts'
import type { Choice, Text } from '../../core/turn.ts'
import { europe, voiceFor } from '../../core/voice.ts'
import type { GroupEvent } from '../ports/arrival.ts'
import type { Notice } from '../ports/room.ts'
import type { World } from '../ports/world.ts'
import { type Here, isOf, reply, spotOf } from './here.ts'
import { preview, type Ready } from './ready.ts'

type Press = Extract<GroupEvent, { kind: 'press' }>

/** `/who DE worker_advice`: the contacts that people see, one at a time. */
export async function who(world: World, here: Here, words: string): Promise<void> {
  const { content, label } = world
  const one = await openCase(world, here)
  const asked = whoAsked(words, {
    knowledge: content,
    shared: one?.shared.country,
    label: (text) => label(text, here.voice),
  })
  if ('why' in asked) return reply(world, here, unknown(world, here, asked.why, words))
  const all = listed(world, here, asked, one)
  if (all.length === 0) return reply(world, here, none(asked))
  const { incoming } = here
  const notice = page(world, { asked, all, at: 0, one })
  const to = incoming.message || undefined
  await world.room.say(spotOf(incoming), notice, voiceOf(world, here, asked), to)
}

/** Another of them; or one of them as the person would get it. */
export async function pressWho(world: World, here: Here, { id, choice }: Press): Promise<void> {
  const [, shown] = /^show-(.+)$/.exec(choice) ?? []
  const ready = shown === undefined ? undefined : readyContact(world, shown)
  if (ready) return preview(world, here, ready)
  const asked = readAsked(/^(.*)-\d+$/.exec(choice)?.[1] ?? '')
  if (!asked) return reply(world, here, { key: 'desk:ready.gone' })
  const one = await openCase(world, here)
  const all = listed(world, here, asked, one)
  const at = pageNamed(choice, all.length, writeAsked(asked))
  if (at === undefined) return reply(world, here, { key: 'desk:ready.gone' })
  const { incoming, voice } = here
  const notice = page(world, { asked, all, at, one })
  await world.room.edit(spotOf(incoming), incoming.message, notice, voiceOf(world, here, asked))
  await world.room.answer(id, voice)
}

/** It may be read long after it was sent, so it does not say who answers now. */
export function readyContact(
  { content, now }: Pick<World, 'content' | 'now'>,
  id: string,
): Ready | undefined {
  const found = contactNamed(content.contacts, id)
  if (!found || !isShown(found.contact)) return undefined
  const card = lastingContact(found.contact, found.country, now())
  const items = [card, { key: 'contact:sent' }]
  return { of: 'contact', id, text: { key: 'join:paragraphs', vars: { items } } }
}

/** The case of the topic, as long as somebody can be sent something there. */
async function openCase({ cases }: World, here: Here): Promise<Case | undefined> {
  const one = here.chat === undefined ? undefined : await cases.of(here.chat)
  return one && isOf(one, here) && one.state !== 'closed' ? one : undefined
}

/** In the order in which the person would see them. */
function listed({ content }: World, { voice }: Here, asked: Asked, one: Case | undefined) {
  const { country, kind } = asked
  const all = helpers(content, { country, language: one?.language ?? voice.language }, kind)
  return kind === undefined ? all : all.filter(({ kinds }) => kinds.includes(kind))
}

interface Page {
  asked: Asked
  all: Contact[]
  at: number
  one: Case | undefined
}

function page({ content, now }: World, { asked, all, at, one }: Page): Notice {
  const { id = '' } = all[at] ?? {}
  const found = contactNamed(content.contacts, id)
  const card = found && contactText(found.contact, found.country, now(), content.holidays)
  const isUnknown = !asked.kind && !all.some(({ kinds }) => kinds.includes('emergency'))
  const items = [...(isUnknown ? [{ key: 'contact:no-emergency' }] : []), ...(card ? [card] : [])]
  const turns = { prefix: writeAsked(asked), next: 'contact:next', before: 'contact:before' }
  const send: Choice = { id: `show-${id}`, label: { key: 'desk:button.to-person' } }
  return {
    text: { key: 'join:paragraphs', vars: { items } },
    of: 'who',
    choices: [...(one ? [send] : []), ...turnsOfOne(at, all.length, turns)],
  }
}

/** With the country that is asked for, because a text may name it. */
function voiceOf({ content }: World, { voice }: Here, { country }: Asked) {
  return voiceFor(content, { language: voice.language, country })
}

/** With all that there is, and how it is asked for. */
function unknown(
  { content }: World,
  { voice: { language } }: Here,
  why: 'country' | 'kind',
  words: string,
): Text {
  if (why === 'kind') {
    const items = kinds.map((kind) => {
      return { key: 'desk:who.kind', vars: { kind, what: { key: `contact:kind.${kind}` } } }
    })
    return { key: 'desk:who.no-kind', vars: { kinds: { key: 'join:lines', vars: { items } } } }
  }
  const items = Object.keys(content.contacts)
    .filter((code) => code !== europe)
    .toSorted((a, b) => countryName(a, language).localeCompare(countryName(b, language), language))
    .map((code) => ({ key: 'name:country', vars: { code } }))
  const countries = { key: 'join:commas', vars: { items } }
  return { key: words === '' ? 'desk:who.how' : 'desk:who.no-country', vars: { countries } }
}

function none({ country: code, kind = 'emergency' }: Asked): Text {
  const country = { key: 'name:country', vars: { code } }
  return { key: 'desk:who.none', vars: { country, code, kind: { key: `contact:kind.${kind}` } } }
}
