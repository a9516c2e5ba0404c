import { describe, expect, test } from 'vitest'
import { say } from '../bot.ts'
import { newTalk } from './talk.ts'

describe('what the person sends', () => {
  test('arrives in the order in which it was written', async () => {
    const { person, settled, atDesk } = await newTalk()
    const words = Array.from({ length: 20 }, (_, at) => `zdanie ${at + 1}`)
    for (const one of words) person.phone.send(one)
    await settled()
    expect(atDesk().filter((text) => text.startsWith('zdanie'))).toEqual(words)
  })

  test('arrives: a picture with words below it, and nothing reads it', async () => {
    const { person, settled, atDesk, jobs } = await newTalk()
    await person.sendsPicture('to moja umowa')
    await settled()
    expect(atDesk()).toContain('to moja umowa')
    expect(jobs.done.map(({ kind }) => kind)).not.toContain('read')
  })

  test('arrives whole, however long', async () => {
    const { writes, atDesk } = await newTalk()
    const long = 'bardzo długa historia '.repeat(180).trim()
    await writes(long)
    expect(atDesk()).toContain(long)
  })

  test('arrives once, where Telegram brings it again', async () => {
    const { bot, writes, atDesk } = await newTalk()
    bot.telegram.faults.add({ kind: 'redeliver', update: 'message' })
    await writes('raz')
    expect(atDesk().filter((text) => text === 'raz')).toHaveLength(1)
  })

  test('is marked where it has arrived', async () => {
    const { writes, person } = await newTalk()
    await writes('dotarło?')
    expect(person.chat().at(-1)?.reactions).toEqual(['👌'])
  })

  test('is told to them where Telegram cannot copy it', async () => {
    const { bot, writes, onPhone, person } = await newTalk()
    bot.telegram.faults.add({
      kind: 'status',
      method: 'copyMessage',
      status: 400,
      description: "Bad Request: message can't be copied",
    })
    await writes('niemożliwe')
    expect(onPhone().at(-1)).toBe(say('consultant:talk.impossible'))
    expect(person.chat().find(({ text }) => text === 'niemożliwe')?.reactions).toEqual(['👎'])
  })

  test('and cannot be copied is told beside whatever else is said', async () => {
    const { bot, writes, onPhone } = await newTalk()
    const description = "Bad Request: message can't be copied"
    bot.telegram.faults.add({ kind: 'status', method: 'copyMessage', status: 400, description })
    await writes('pomocy, on mnie bije')
    expect(onPhone()).toContain(say('consultant:talk.impossible'))
  })

  test('and answers to another chat comes alone, and they are told to forward the rest', async () => {
    const { person, settled, atDesk, onPhone } = await newTalk()
    await person.sendsSample('external_reply')
    await settled()
    expect([atDesk().at(-1), onPhone().at(-1)]).toEqual([
      'Is it true?',
      say('consultant:talk.elsewhere'),
    ])
  })

  test('is a place where they are now, and they are told that it does not move', async () => {
    const { person, settled, desk, thread, onPhone } = await newTalk()
    const before = desk.group.messages(thread).length
    await person.sends({ location: { latitude: 52, longitude: 5, live_period: 3600 } })
    await settled()
    expect([desk.group.messages(thread).length, onPhone().at(-1)]).toEqual([
      before + 1,
      say('consultant:talk.live'),
    ])
  })

  test('is not answered by the bot', async () => {
    const { writes, person } = await newTalk()
    const before = person.bubbles().length
    await writes('czy moja umowa jest dobra?')
    await writes(say('consultant:talk.leave'))
    expect([person.bubbles().length, person.at()]).toEqual([before, 'consultant.talk'])
  })

  test('reaches the desk also where it is the label of a button', async () => {
    const { writes, atDesk } = await newTalk()
    await writes(say('consultant:talk.leave'))
    expect(atDesk()).toContain(say('consultant:talk.leave'))
  })

  test('stays here where it is a command', async () => {
    const { writes, atDesk, person } = await newTalk()
    await writes('/menu')
    expect([atDesk().includes('/menu'), person.at()]).toEqual([false, 'menu.groups'])
  })
})

describe('an answer', () => {
  test('of the desk answers the words of the person', async () => {
    const { desk, thread, writes, answers, person } = await newTalk()
    await writes('pierwsze')
    await writes('drugie')
    const copy = desk.group.messages(thread).find(({ text }) => text === 'pierwsze')
    await answers('na pierwsze', copy?.id)
    const asked = person.chat().find(({ text }) => text === 'pierwsze')
    expect(person.chat().find(({ text }) => text === 'na pierwsze')?.replyTo).toBe(asked?.id)
  })

  test('of the person answers the words of the desk', async () => {
    const { desk, thread, answers, person, settled } = await newTalk()
    await answers('pytanie')
    const asked = person.bubbles().find(({ text }) => text === 'pytanie')
    await person.sends({ text: 'odpowiedź' }, { replyTo: asked?.id ?? 0 })
    await settled()
    const [question, reply] = ['pytanie', 'odpowiedź'].map((text) =>
      desk.group.messages(thread).find((one) => one.text === text),
    )
    expect(reply?.replyTo).toBe(question?.id)
  })
})

describe('words that the person changes', () => {
  test('come once more, each as an answer to what it changes', async () => {
    const { desk, thread, writes, person, settled } = await newTalk()
    await writes('agencja Kwiat')
    const mine = person.chat().find(({ text }) => text === 'agencja Kwiat')?.id ?? 0
    await writes('i jeszcze coś')
    for (const words of ['agencja Kwiatek', 'agencja Kwiatuszek']) {
      await person.edits(mine, words)
      await settled()
    }
    const said = desk.group.messages(thread).filter(({ text }) => text.startsWith('agencja'))
    const [, ...others] = said
    expect(others.map(({ text }) => text)).toEqual(['agencja Kwiatek', 'agencja Kwiatuszek'])
    expect(others.map(({ replyTo }) => replyTo)).toEqual(said.slice(0, -1).map(({ id }) => id))
  })

  test('and had written before they agreed to anything do not leave', async () => {
    const { desk, person, settled, thread } = await newTalk()
    const before = person.chat().find(({ from }) => from === 'person')?.id ?? 0
    await person.edits(before, 'to było wcześniej')
    await settled()
    expect(desk.texts(thread)).not.toContain('to było wcześniej')
  })
})
