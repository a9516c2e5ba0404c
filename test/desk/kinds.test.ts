import { describe, expect, test } from 'vitest'
import type { Anything } from '../../src/simulator/people/anything.ts'
import type { Sample } from '../../src/simulator/people/samples.ts'
import type { SimMessage } from '../../src/simulator/rooms/screen.ts'
import { newTalk } from './talk.ts'

const samples = [
  ...(['contact', 'location', 'venue', 'checklist', 'voice', 'video', 'video_note'] as const),
  ...(['sticker', 'story', 'document', 'rich_message'] as const),
] satisfies Sample[]

const formatted: Anything = {
  text: 'Nie płać. Zadzwoń jutro, a potem przeczytaj to: umowa',
  entities: [
    { type: 'bold', offset: 0, length: 9 },
    { type: 'italic', offset: 18, length: 5 },
    { type: 'text_link', offset: 48, length: 5, url: 'https://example.org/umowa' },
  ],
}

/** What somebody sees of a message, wherever it stands. */
function seen({ text, html, card, file, photo }: SimMessage) {
  return { text, html, card, file, photo }
}

/** Sends something, and shows what was sent beside what the other side sees of it. */
async function newPost() {
  const { desk, person, thread, settled } = await newTalk()
  const both = (own: SimMessage[], others: SimMessage[], count: number) => [
    others.slice(-count).map(seen),
    own.slice(-count).map(seen),
  ]
  return {
    toDesk: async (send: () => void, count = 1) => {
      send()
      await settled()
      return both(person.chat(), desk.group.messages(thread), count)
    },
    toPerson: async (send: () => void, count = 1) => {
      send()
      await settled()
      return both(desk.group.messages(thread), person.chat(), count)
    },
    desk,
    person,
    thread,
  }
}

describe('to the desk comes whole', () => {
  test.each(samples)('%s', async (kind) => {
    const { toDesk, person } = await newPost()
    const [there, here] = await toDesk(() => person.phone.sendSample(kind))
    expect(there).toEqual(here)
  })

  test('what is formatted', async () => {
    const { toDesk, person } = await newPost()
    const [there, here] = await toDesk(() => person.phone.sendAny(formatted))
    expect(there).toEqual(here)
  })

  test('an album, part by part in its order', async () => {
    const { toDesk, person } = await newPost()
    const parts = ['umowa', '', 'strona druga']
    const [there, here] = await toDesk(() => {
      for (const caption of parts) person.phone.sendAny(part(caption))
    }, parts.length)
    expect(there).toEqual(here)
    expect(there?.map(({ text }) => text)).toEqual(parts)
  })
})

describe('to the person comes whole', () => {
  test.each(samples)('%s', async (kind) => {
    const { toPerson, desk, thread } = await newPost()
    const [there, here] = await toPerson(() => desk.group.sendSample(desk.second, kind, thread))
    expect(there).toEqual(here)
  })

  test('what is formatted', async () => {
    const { toPerson, desk, thread } = await newPost()
    const [there, here] = await toPerson(() => desk.group.sendAny(desk.second, formatted, thread))
    expect(there).toEqual(here)
  })
})

function part(caption: string): Anything {
  const photo = [{ file_id: 'p', file_unique_id: 'p', width: 9, height: 9, file_size: 9 }]
  return { photo, media_group_id: '7', ...(caption && { caption }) }
}
