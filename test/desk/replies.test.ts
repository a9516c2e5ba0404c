import { describe, expect, test } from 'vitest'
import { readyReply } from '../../src/app/desk/replies.ts'
import { voiceFor } from '../../src/core/voice.ts'
import { say } from '../bot.ts'
import { content } from '../person.ts'
import { type DeskTalk, newTalk } from './talk.ts'

/** The words of a reply as somebody reads them. */
function wordsOf({ bot }: DeskTalk, id: string, language = 'pl', country?: string) {
  const { world } = bot
  const text = readyReply(world, id)?.text ?? { key: '' }
  return world.label(text, voiceFor(world.content, { language, country })).trim()
}

/** Mirek has the case and looks at a reply; what has come to the person since. */
async function newPreview(wish: Parameters<typeof newTalk>[0] = {}, name = 'documents') {
  const talk = await newTalk(wish)
  const before = talk.person.bubbles().length
  const command = await talk.desk.says(talk.desk.second, `/r ${name}`, talk.thread)
  const message = talk.desk.group.messages(talk.thread).at(-1)
  return {
    ...talk,
    command,
    message,
    heard: () => talk.onPhone().slice(before),
    presses: (choice: string, who = talk.desk.second) =>
      talk.desk.presses(who, choice, talk.thread),
    now: () => talk.desk.group.messages(talk.thread).find(({ id }) => id === message?.id),
    toasts: () => talk.bot.asked('answerCallbackQuery').map(({ payload }) => payload.text),
  }
}

test('the list names each reply in the language of the desk', async () => {
  const talk = await newTalk()
  await talk.desk.says(talk.desk.second, '/r')
  const list = talk.desk.fromBot().at(-1) ?? ''
  const themes = Object.values(talk.bot.world.content.replies)
  const names = themes.flat().map(({ id }) => say(`replies:${id}.name`))
  expect(names.filter((name) => !list.includes(`/r ${name} `))).toEqual([])
})

test('of very many the names alone are listed, so that one message holds them', async () => {
  const many = Array.from({ length: 8 }, () => content.replies.money ?? []).flat()
  const replies = { a: many, b: many, c: many, d: many, e: many, f: many }
  const talk = await newTalk({ content: { ...content, replies } })
  await talk.desk.says(talk.desk.second, '/r')
  const list = talk.desk.fromBot().at(-1) ?? ''
  expect(list).toContain(`/r ${say('replies:unpaid.name')}\n`)
})

test.each(['nothing-such', 'constructor'])('%s is no reply, so the list is shown', async (name) => {
  const talk = await newTalk()
  await talk.desk.says(talk.desk.second, `/r ${name}`, talk.thread)
  const told = talk.atDesk().at(-1)
  expect(told).toContain(say('desk:reply.unknown'))
  expect(told).toContain(say('replies:documents.name'))
})

test('a theme lists its replies alone', async () => {
  const talk = await newTalk()
  await talk.desk.says(talk.desk.second, '/r money', talk.thread)
  const told = talk.atDesk().at(-1)
  expect(told).toContain(say('replies:fees.name'))
  expect(told).not.toContain(say('replies:travel.name'))
})

test('outside of a topic it can be read, and there is nothing to press', async () => {
  const talk = await newTalk()
  await talk.desk.says(talk.desk.second, '/r documents')
  expect(talk.desk.group.messages().at(-1)).toMatchObject({
    text: wordsOf(talk, 'documents'),
    buttons: [],
  })
})

describe('the preview', () => {
  test('shows the words in both languages, and nothing has gone', async () => {
    const talk = await newPreview({ language: 'uk' })
    expect(talk.message?.text).toContain(wordsOf(talk, 'documents', 'uk'))
    expect(talk.message?.text).toContain(wordsOf(talk, 'documents', 'pl'))
    expect(talk.heard()).toEqual([])
  })

  test('shows them once where both read the same language', async () => {
    const talk = await newPreview()
    expect(talk.message?.text.split(wordsOf(talk, 'documents')).length).toBe(2)
  })

  test('answers whoever asked for it, so that nobody takes it for a word of the person', async () => {
    const { command, message } = await newPreview()
    expect(message?.replyTo).toBe(command)
  })

  test.each(['lekarz', 'LEKARZ ', 'doctor'])('comes by the name %s', async (name) => {
    const talk = await newPreview({}, name)
    expect(talk.message?.text).toContain(wordsOf(talk, 'doctor'))
  })

  test('is shown to nobody but who has the case', async () => {
    const talk = await newTalk()
    await talk.desk.says(talk.desk.lead, '/r documents', talk.thread)
    expect(talk.atDesk().at(-1)).toBe(say('desk:refused.theirs'))
  })
})

describe('send', () => {
  test('brings the bare words in the language of the person', async () => {
    const talk = await newPreview({ language: 'uk' })
    await talk.presses('send-uk-documents')
    expect(talk.heard()).toEqual([wordsOf(talk, 'documents', 'uk')])
    expect(talk.now()).toMatchObject({
      text: wordsOf(talk, 'documents', 'uk'),
      buttons: [],
      reactions: ['👌'],
    })
  })

  test('shows the emergency number of the country that the person shared', async () => {
    const talk = await newPreview({}, 'danger')
    await talk.presses('send-pl-danger')
    const { country } = (await talk.caseOf())?.shared ?? {}
    expect(talk.heard()).toEqual([wordsOf(talk, 'danger', 'pl', country)])
    expect(talk.heard()[0]).toMatch(/112/)
  })

  test('twice is once', async () => {
    const talk = await newPreview()
    const { group, second } = talk.desk
    for (const _ of [1, 2])
      group.press(second, talk.message?.id ?? 0, 'desk.reply.send-pl-documents')
    await talk.settled()
    group.press(second, talk.message?.id ?? 0, 'desk.reply.send-pl-documents')
    await talk.settled()
    expect(talk.heard()).toEqual([wordsOf(talk, 'documents')])
  })

  test('by somebody who has not the case sends nothing, and they are told', async () => {
    const talk = await newPreview()
    await talk.presses('send-pl-documents', talk.desk.lead)
    expect([talk.heard(), talk.toasts().at(-1)]).toEqual([[], say('desk:refused.theirs')])
    expect(talk.now()).toEqual(talk.message)
  })

  test('by who has the case by now sends it', async () => {
    const talk = await newPreview()
    await talk.presses('transfer')
    await talk.presses('take', talk.desk.lead)
    await talk.presses('send-pl-documents', talk.desk.lead)
    expect(talk.heard()).toContain(wordsOf(talk, 'documents'))
  })

  test('in a case that is closed sends nothing, and they are told', async () => {
    const talk = await newPreview()
    await talk.presses('close')
    const [before] = [talk.onPhone()]
    talk.desk.group.press(talk.desk.second, talk.message?.id ?? 0, 'desk.reply.send-pl-documents')
    await talk.settled()
    expect([talk.onPhone(), talk.toasts().at(-1)]).toEqual([before, say('desk:refused.over')])
  })

  test('in the topic of an earlier talk sends nothing into the next one', async () => {
    const talk = await newPreview()
    const { desk, person, settled } = talk
    await person.taps('leave')
    await person.says('/talk')
    for (const choice of ['anew', 'send']) await person.taps(choice)
    await settled()
    await desk.presses(desk.second, 'take', desk.topic())
    const before = talk.onPhone()
    desk.group.press(desk.second, talk.message?.id ?? 0, 'desk.reply.send-pl-documents')
    await settled()
    expect(desk.topic()).not.toBe(talk.thread)
    expect([talk.onPhone(), talk.toasts().at(-1)]).toEqual([before, say('desk:refused.over')])
  })

  test('of a reply that is there no more says so', async () => {
    const talk = await newPreview()
    talk.desk.group.press(talk.desk.second, talk.message?.id ?? 0, 'desk.reply.send-pl-gone')
    await talk.settled()
    expect([talk.heard(), talk.toasts().at(-1)]).toEqual([[], say('desk:ready.gone')])
  })

  test('to who wants to press first shows a neutral word, and the words on the press', async () => {
    const talk = await newPreview({ showing: 'waits' })
    await talk.presses('send-pl-documents')
    expect(talk.heard().join()).not.toContain(wordsOf(talk, 'documents'))
    expect(talk.now()?.reactions).toEqual(['✍'])
    await talk.person.taps('show')
    await talk.settled()
    expect(talk.heard()).toContain(wordsOf(talk, 'documents'))
  })

  test('to who has blocked the bot is told in the topic', async () => {
    const talk = await newPreview()
    talk.person.phone.block()
    await talk.presses('send-pl-documents')
    expect(talk.now()?.reactions).toEqual(['👎'])
    expect(talk.atDesk().at(-1)).toBe(say('desk:not-sent.unreachable'))
  })

  test('can be taken back by /delete on both sides', async () => {
    const talk = await newPreview()
    await talk.presses('send-pl-documents')
    await talk.desk.says(talk.desk.second, '/delete', talk.thread, talk.message?.id)
    expect([talk.heard(), talk.now()]).toEqual([[], undefined])
  })
})

describe('cancel', () => {
  test('takes the preview away, and nothing goes', async () => {
    const talk = await newPreview()
    await talk.presses('cancel')
    expect([talk.heard(), talk.now()]).toEqual([[], undefined])
  })

  test('right behind send takes it back from the phone too', async () => {
    const talk = await newPreview()
    const { group, second } = talk.desk
    group.press(second, talk.message?.id ?? 0, 'desk.reply.send-pl-documents')
    group.press(second, talk.message?.id ?? 0, 'desk.reply.cancel')
    await talk.settled()
    expect([talk.heard(), talk.now()]).toEqual([[], undefined])
  })

  test('is for who has the case', async () => {
    const talk = await newPreview()
    await talk.presses('cancel', talk.desk.lead)
    expect([talk.now(), talk.toasts().at(-1)]).toEqual([talk.message, say('desk:refused.theirs')])
  })
})
