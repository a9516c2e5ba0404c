import { describe, expect, test } from 'vitest'
import type { Anything } from '../../src/simulator/people/anything.ts'
import { say } from '../bot.ts'
import { type CaseScene, newCase } from './new-case.ts'

/** Mirek has the case, and Grażyna has none. */
async function newTalk() {
  const talk = await newCase()
  const { desk, thread, person, settled } = talk
  await desk.presses(desk.second, 'take', thread)
  const [heard, asked] = [person.bubbles().length, desk.fromBot(thread).length]
  return {
    ...talk,
    /** What has come to the person since. */
    heard: () => person.bubbles().slice(heard),
    /** What the bot has said in the topic since. */
    told: () => desk.fromBot(thread).slice(asked),
    edits: async (message: number, text: string) => {
      desk.group.edit(desk.second, message, text)
      await settled()
    },
    sends: async (content: Anything) => {
      const message = desk.group.sendAny(desk.second, content, thread)
      await settled()
      return message
    },
    /** Pictures as one, each with what stands below it. */
    sendsAlbum: async (...captions: string[]) => {
      const media_group_id = String(++albums)
      const messages = captions.map((caption) => {
        const words = caption && { caption }
        return desk.group.sendAny(desk.second, { photo: photo(), media_group_id, ...words }, thread)
      })
      await settled()
      return messages
    },
  }
}

/** How many there were, so that each has a name of its own. */
let albums = 0

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
    ['a poll', 'poll', { poll: poll() }],
  ]
  for (const [what, why, content] of refused)
    test(what, async () => {
      const talk = await newTalk()
      const message = await talk.sends(content)
      expect([talk.heard(), reactionTo(talk, message)]).toEqual([[], ['👎']])
      expect(talk.told()).toEqual([say(`desk:not-sent.${why}`)])
    })
})

describe('an album', () => {
  test('comes part by part, in its order', async () => {
    const talk = await newTalk()
    const parts = await talk.sendsAlbum('umowa', '', 'strona druga')
    expect(talk.heard().map(({ text }) => text)).toEqual(['umowa', '', 'strona druga'])
    expect(parts.map((part) => reactionTo(talk, part))).toEqual([['👌'], ['👌'], ['👌']])
  })

  test('stays inside whole, in silence, where one part begins with //', async () => {
    const talk = await newTalk()
    const parts = await talk.sendsAlbum('// do akt', '', '')
    expect([talk.heard(), talk.told()]).toEqual([[], []])
    expect(parts.map((part) => reactionTo(talk, part))).toEqual([[], [], []])
  })

  test('is refused whole, with one word, where one part is', async () => {
    const talk = await newTalk()
    const parts = await talk.sendsAlbum('Proszę: @mirek_dyzur', '', '')
    expect([talk.heard(), talk.told()]).toEqual([[], [say('desk:not-sent.mention')]])
    expect(parts.map((part) => reactionTo(talk, part))).toEqual([['👎'], ['👎'], ['👎']])
  })

  test('goes once more as a new one', async () => {
    const { heard, sendsAlbum } = await newTalk()
    await sendsAlbum('Proszę: @mirek_dyzur', '')
    await sendsAlbum('Proszę', '')
    expect(heard().map(({ text }) => text)).toEqual(['Proszę', ''])
  })
})

test('albums that come between each other stay apart', async () => {
  const { desk, thread, settled, heard } = await newTalk()
  const part = (who: { id: number }, media_group_id: string, caption?: string) =>
    desk.group.sendAny(who, { photo: photo(), media_group_id, ...(caption && { caption }) }, thread)
  part(desk.second, '71', '// do akt')
  part(desk.lead, '72', 'moje')
  part(desk.second, '71')
  part(desk.lead, '72')
  await settled()
  expect(heard()).toEqual([])
})

describe('an edit', () => {
  test.each(['// tajne', 'tu Mirek'])('to %s before it was copied keeps it here', async (text) => {
    const { bot, desk, thread, settled, heard } = await newTalk()
    bot.telegram.faults.add({ kind: 'status', method: 'copyMessage', status: 429, retry_after: 1 })
    const message = desk.group.send(desk.second, 'raz', thread)
    desk.group.edit(desk.second, message, text)
    await settled()
    expect(heard().map((one) => one.text)).toEqual([])
  })

  test('that cannot be copied leaves what was sent', async () => {
    const { bot, desk, thread, heard, told, edits } = await newTalk()
    const message = await desk.says(desk.second, 'raz', thread)
    const description = "Bad Request: message can't be copied"
    bot.telegram.faults.add({ kind: 'status', method: 'copyMessage', status: 400, description })
    await edits(message, 'dwa')
    expect(heard().map(({ text }) => text)).toEqual(['raz'])
    expect(told()).toEqual([say('desk:not-sent.impossible')])
  })

  test('takes the place of what the person has seen', async () => {
    const talk = await newTalk()
    const message = await talk.desk.says(talk.desk.second, 'Dzień dorby', talk.thread)
    for (const text of ['Dzień dobyr', 'Dzień dobry']) await talk.edits(message, text)
    expect(talk.heard().map(({ text }) => text)).toEqual(['Dzień dobry'])
    expect([reactionTo(talk, message), talk.told()]).toEqual([['👌'], []])
  })

  test('of words below a picture brings both', async () => {
    const talk = await newTalk()
    const [message = 0] = await talk.sendsAlbum('umowa o prace')
    await talk.edits(message, 'umowa o pracę')
    expect(talk.heard()).toMatchObject([{ text: 'umowa o pracę', photo: true }])
  })

  test('stands beside what is too old to be deleted, as an answer to it', async () => {
    const talk = await newTalk()
    const message = await talk.desk.says(talk.desk.second, 'o piątej', talk.thread)
    const [first] = talk.heard()
    talk.bot.telegram.clock.forward(47.9 * 3600)
    talk.bot.telegram.faults.add({
      kind: 'status',
      method: 'deleteMessages',
      status: 400,
      description: "Bad Request: message can't be deleted for everyone",
    })
    await talk.edits(message, 'o szóstej')
    expect(talk.heard()).toMatchObject([
      { text: 'o piątej' },
      { text: 'o szóstej', replyTo: first?.id },
    ])
  })

  test('that comes back keeps what it answered', async () => {
    const { desk, thread, person, settled, heard, edits } = await newTalk()
    const asked = await person.says('Kiedy?')
    await settled()
    const copy = desk.group.messages(thread).findLast(({ text }) => text === 'Kiedy?')
    await edits(await desk.says(desk.second, 'Jutor', thread, copy?.id), 'Jutro')
    expect(heard().at(-1)).toMatchObject({ text: 'Jutro', replyTo: asked })
  })

  test('of what was refused is not sent, and it is told', async () => {
    const { desk, thread, heard, told, edits } = await newTalk()
    await edits(await desk.says(desk.second, 'Tu Mirek', thread), 'Dzień dobry')
    expect([heard(), told().at(-1)]).toEqual([[], say('desk:not-sent.edit')])
  })

  test('that would tell who wrote it is refused, and what was sent stays', async () => {
    const talk = await newTalk()
    const message = await talk.desk.says(talk.desk.second, 'Dzień dobry', talk.thread)
    await talk.edits(message, 'Dzień dobry, tu Mirek')
    expect(talk.heard().map(({ text }) => text)).toEqual(['Dzień dobry'])
    expect(talk.told()).toEqual([say('desk:not-sent.name')])
  })

  test('of what somebody else has sent is refused', async () => {
    const { desk, thread, heard, told, edits } = await newTalk()
    const message = await desk.says(desk.second, 'Dzień dobry', thread)
    await desk.presses(desk.second, 'transfer', thread)
    await desk.presses(desk.lead, 'take', thread)
    await edits(message, 'Dobry wieczór')
    expect(heard().at(0)?.text).toBe('Dzień dobry')
    expect(told().at(-1)).toBe(say('desk:not-sent.theirs'))
  })

  test('that puts it behind // too late is told, with the way to take it back', async () => {
    const { desk, thread, heard, told, edits } = await newTalk()
    await edits(await desk.says(desk.second, 'Dzień dobry', thread), '// Dzień dobry')
    expect(heard().map(({ text }) => text)).toEqual(['Dzień dobry'])
    expect(told()).toEqual([say('desk:not-sent.late')])
  })

  test('of a note that stayed inside is passed over in silence', async () => {
    const { desk, thread, heard, told, edits } = await newTalk()
    await edits(await desk.says(desk.second, '// do akt', thread), '// nie do akt')
    expect([heard(), told()]).toEqual([[], []])
  })
})

test('what answers to another chat comes alone, and whoever wrote it is told', async () => {
  const { desk, thread, settled, heard, told } = await newTalk()
  desk.group.sendSample(desk.second, 'external_reply', thread)
  await settled()
  expect([heard().length, told()]).toEqual([1, [say('desk:sent.elsewhere')]])
})

function photo() {
  return [{ file_id: 'p', file_unique_id: 'p', width: 9, height: 9, file_size: 9 }]
}

function poll() {
  const options = ['Tak', 'Nie'].map((text) => ({ persistent_id: text, text, voter_count: 0 }))
  return {
    ...{ id: '1', question: 'Czy to dobrze?', type: 'regular', total_voter_count: 0, options },
    ...{ is_closed: false, is_anonymous: true, allows_multiple_answers: false },
    ...{ allows_revoting: true, members_only: false },
  }
}
