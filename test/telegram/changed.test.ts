import { describe, expect, test } from 'vitest'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { type Bot, checksOffer, newBot, type Person, say } from '../bot.ts'

async function changes(bot: Bot, person: Person, message: number, words: string) {
  person.phone.edit(message, words)
  await bot.telegram.settled()
}

async function asksFirm(bot: Bot) {
  const person = await bot.reader()
  await person.says('/start employer')
  await person.taps('number')
  return person
}

test('a number that is corrected in its message is heard', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await asksFirm(bot)
  const message = await person.says('NIP 774000145')
  expect(person.at()).toBe('employer.number')
  await changes(bot, person, message, 'NIP 7740001454')
  expect(person.at()).not.toBe('employer.number')
  expect(person.bubbles().some(({ text }) => text.includes('7740001454'))).toBe(true)
})

test('another number than the one that was asked about is asked about instead', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await asksFirm(bot)
  const message = await person.says('NIP 7740001454')
  await changes(bot, person, message, 'NIP 5260250995')
  const asked = person.bubbles().filter(({ text }) => text.includes('5260250995'))
  expect(asked).toHaveLength(1)
})

test('a message that is changed once more has been written since is left alone', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await asksFirm(bot)
  const message = await person.says('NIP 774000145')
  await person.says('nie wiem')
  const before = person.chat().length
  await changes(bot, person, message, 'NIP 7740001454')
  expect(person.chat()).toHaveLength(before)
})

describe('an answer that is changed', () => {
  test('answers no question that was asked since', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await checksOffer(bot, 'fee')
    const message = await person.says('nie')
    expect(person.at()).toBe('offer.debt')
    await changes(bot, person, message, 'tak')
    expect(person.at()).toBe('offer.debt')
  })

  test('answers the question where nothing was understood before', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await checksOffer(bot, 'fee')
    const message = await person.says('xqx')
    expect(person.at()).toBe('offer.fee')
    await changes(bot, person, message, 'nie')
    expect(person.at()).toBe('offer.debt')
  })

  test('is no name of the firm that was asked for since', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await bot.reader()
    const message = await person.says('/start employer')
    for (const choice of ['name', 'DE']) await person.taps(choice)
    await changes(bot, person, message, 'Kwartz')
    expect(person.at()).toBe('employer.written')
  })

  test('answers nothing where somebody has pressed a button since', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await checksOffer(bot, 'fee')
    const message = await person.says('xqx')
    await person.taps('no')
    await changes(bot, person, message, 'nie')
    expect(person.at()).toBe('offer.debt')
  })
})

test('whatever was changed, a call for help is heard', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await asksFirm(bot)
  const message = await person.says('NIP 774000145')
  await person.says('/menu')
  await changes(bot, person, message, 'szef mnie bije')
  expect(person.at()).toBe('sos.now')
})

test('a change that nobody sees is none', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await checksOffer(bot, 'pay')
  const message = await person.says('nie wiem')
  const before = person.chat().length
  person.phone.touch(message)
  await bot.telegram.settled()
  expect(person.chat()).toHaveLength(before)
})

test('words below a picture that are changed are heard, and the picture is not read again', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await asksFirm(bot)
  const message = person.phone.sendPhoto('NIP 774000145')
  await bot.telegram.settled()
  await changes(bot, person, message, 'NIP 7740001454')
  expect(person.at()).not.toBe('employer.number')
})

test('who has had everything deleted is not begun with anew by an old message', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const message = await person.says('Niemcy')
  await person.says('/forget')
  const before = person.chat().length
  await changes(bot, person, message, 'Holandia')
  expect(person.chat()).toHaveLength(before)
})

test('a list that is changed in a command is obeyed', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const message = await person.says('/menuu')
  expect(person.last()?.text).toContain(say('common:unknown-command'))
  await changes(bot, person, message, '/sos')
  expect(person.at()).toBe('sos.now')
})
