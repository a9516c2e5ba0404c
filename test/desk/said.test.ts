import { describe, expect, test } from 'vitest'
import type { Anything } from '../../src/simulator/people/anything.ts'
import { say } from '../bot.ts'
import { type CaseScene, newCase } from './new-case.ts'

/** Mirek has the case, and Grażyna has none. */
async function newTalk() {
  const talk = await newCase()
  const { bot, desk, thread, person, settled } = talk
  await desk.presses(desk.second, 'take', thread)
  const [heard, asked] = [person.bubbles().length, desk.fromBot(thread).length]
  return {
    ...talk,
    /** What has come to the person since. */
    heard: () => person.bubbles().slice(heard),
    /** What the bot has said in the topic since. */
    told: () => desk.fromBot(thread).slice(asked),
    edits: async (message_id: number, text: string) => {
      const where = { chat: { id: desk.group.id, type: 'supergroup' }, message_thread_id: thread }
      const who = { from: { id: desk.second.id, first_name: 'Mirek' }, is_topic_message: true }
      const edited = { message_id, date: 1, edit_date: 2, text }
      await bot.receive({ update_id: 1, edited_message: { ...edited, ...where, ...who } })
      await settled()
    },
    sends: async (content: Anything) => {
      const message = desk.group.sendAny(desk.second, content, thread)
      await settled()
      return message
    },
  }
}

const reactionTo = ({ desk }: CaseScene, message: number) =>
  desk.group.messages().find(({ id }) => id === message)?.reactions ?? []

test('what who has the case writes comes to the person, and is marked', async () => {
  const talk = await newTalk()
  const message = await talk.desk.says(talk.desk.second, 'Dzień dobry', talk.thread)
  expect(talk.heard().map(({ text }) => text)).toEqual(['Dzień dobry'])
  expect([reactionTo(talk, message), talk.told()]).toEqual([['👌'], []])
})

describe('stays inside', () => {
  test('what somebody writes who has not taken it, and they are told', async () => {
    const talk = await newTalk()
    const message = await talk.desk.says(talk.desk.lead, 'Dzień dobry', talk.thread)
    expect([talk.heard(), reactionTo(talk, message)]).toEqual([[], ['👎']])
    expect(talk.told()).toEqual([say('desk:not-sent.theirs')])
  })

  test('what is written before anybody has taken it, and they are told', async () => {
    const { desk, person, thread } = await newCase()
    const before = person.bubbles()
    await desk.says(desk.second, 'Dzień dobry', thread)
    expect(person.bubbles()).toEqual(before)
    expect(desk.fromBot(thread).at(-1)).toBe(say('desk:not-sent.untaken'))
  })

  test('what somebody writes who hides behind the name of the group', async () => {
    const { desk, thread, settled, heard, told } = await newTalk()
    desk.group.send(desk.lead, 'Dzień dobry', thread, { asGroup: true })
    await settled()
    expect([heard(), told()]).toEqual([[], [say('desk:anonymous')]])
  })

  const inside: Record<string, Anything> = {
    'a text': { text: '// dzwonię do KCIK' },
    'words below a picture': { photo: photo(), caption: ' // do akt' },
    'rich words': { rich_message: { blocks: [{ type: 'paragraph', text: ['/', '/ do akt'] }] } },
  }
  for (const [what, content] of Object.entries(inside))
    test(`${what} behind //, in silence`, async () => {
      const { sends, heard, told } = await newTalk()
      await sends(content)
      expect([heard(), told()]).toEqual([[], []])
    })

  test('what is written in other topics, in silence', async () => {
    const { desk, settled, heard } = await newTalk()
    const own = desk.group.openTopic(desk.lead, 'Grafik')
    const before = desk.fromBot().length
    for (const thread of [undefined, own]) desk.group.send(desk.second, 'Kto ma jutro?', thread)
    desk.group.closeTopic(desk.second, own)
    await settled()
    expect([heard(), desk.fromBot().length]).toEqual([[], before])
  })
})

describe('is refused with its reason', () => {
  const refused: [what: string, why: string, content: Anything][] = [
    ['the own name', 'name', { text: 'Tu Mirek, dzień dobry' }],
    ['the own name below a picture', 'name', { photo: photo(), caption: 'mirek' }],
    ['a user name', 'mention', { text: 'Proszę pisać do @mirek_dyzur' }],
    ['a link to an account', 'mention', { text: 'Proszę: https://t.me/mirek_dyzur' }],
    ['a part of an album', 'part', { photo: photo(), media_group_id: '7' }],
  ]
  for (const [what, why, content] of refused)
    test(what, async () => {
      const talk = await newTalk()
      const message = await talk.sends(content)
      expect([talk.heard(), reactionTo(talk, message)]).toEqual([[], ['👎']])
      expect(talk.told()).toEqual([say(`desk:not-sent.${why}`)])
    })

  for (const text of ['Dobry wieczór', '// Dzień dobry'])
    test(`an edit of what was sent, to ${text}`, async () => {
      const { desk, thread, heard, told, edits } = await newTalk()
      await edits(await desk.says(desk.second, 'Dzień dobry', thread), text)
      expect(heard().map(({ text }) => text)).toEqual(['Dzień dobry'])
      expect(told()).toEqual([say('desk:not-sent.edit')])
    })
})

test('an edit of a note that stayed inside is passed over in silence', async () => {
  const { desk, thread, heard, told, edits } = await newTalk()
  await edits(await desk.says(desk.second, '// do akt', thread), '// nie do akt')
  expect([heard(), told()]).toEqual([[], []])
})

function photo() {
  return [{ file_id: 'p', file_unique_id: 'p', width: 9, height: 9, file_size: 9 }]
}
