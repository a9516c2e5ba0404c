import { describe, expect, test } from 'vitest'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { type Bot, checksOffer, newBot, say } from '../bot.ts'

const fraud =
  'Praca w Holandii przy pakowaniu kwiatów, 15 euro brutto na godzinę. Opłata rezerwacyjna 300 zł przed wyjazdem.'
const cry = 'szef mnie bije'

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
  await person.edits(message, 'NIP 7740001454')
  expect(person.at()).not.toBe('employer.number')
  expect(person.bubbles().some(({ text }) => text.includes('7740001454'))).toBe(true)
})

test('another number than the one that was asked about is asked about instead', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await asksFirm(bot)
  const message = await person.says('NIP 7740001454')
  await person.edits(message, 'NIP 5260250995')
  const asked = person.bubbles().filter(({ text }) => text.includes('5260250995'))
  expect(asked).toHaveLength(1)
})

test('a message that is changed once more has been written since is left alone', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await asksFirm(bot)
  const message = await person.says('NIP 774000145')
  await person.says('nie wiem')
  const before = person.chat().length
  await person.edits(message, 'NIP 7740001454')
  expect(person.chat()).toHaveLength(before)
})

describe('an answer that is changed', () => {
  test('answers no question that was asked since', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await checksOffer(bot, 'fee')
    const message = await person.says('nie')
    expect(person.at()).toBe('offer.debt')
    await person.edits(message, 'tak')
    expect(person.at()).toBe('offer.debt')
  })

  test('counts', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await checksOffer(bot, 'fee')
    const message = await person.says(say('offer:fee.no'))
    await person.edits(message, say('offer:fee.yes'))
    const talk = await bot.world.talks.load(person.id)
    expect(talk?.state?.path.find(({ step }) => step === 'fee')?.answer).toBe('yes')
  })

  test('is another country of the same check', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await checksOffer(bot, 'country')
    const message = await person.says('Niemcy')
    await person.edits(message, 'Holandia')
    expect(person.at()).toBe('offer.found-through')
  })

  test('above the words of somebody else answers no question that was asked since', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await checksOffer(bot, 'fee')
    const advert = await person.says(fraud)
    await person.says('/start offer')
    for (const choice of ['questions', 'DE', 'advert']) await person.taps(choice)
    const message = await person.sends({ text: say('offer:employer.yes') }, { replyTo: advert })
    expect(person.at()).toBe('offer.work')
    await person.edits(message, say('offer:employer.no'))
    expect(person.at()).toBe('offer.work')
  })

  test('answers the question where nothing was understood before', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await checksOffer(bot, 'fee')
    const message = await person.says('xqx')
    expect(person.at()).toBe('offer.fee')
    await person.edits(message, 'nie')
    expect(person.at()).toBe('offer.debt')
  })

  test('is no name of the firm that was asked for since', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await bot.reader()
    const message = await person.says('/start employer')
    for (const choice of ['name', 'DE']) await person.taps(choice)
    await person.edits(message, 'Kwartz')
    expect(person.at()).toBe('employer.written')
  })

  test('answers nothing where somebody has pressed a button since', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await checksOffer(bot, 'fee')
    const message = await person.says('xqx')
    await person.taps('no')
    await person.edits(message, 'nie')
    expect(person.at()).toBe('offer.debt')
  })
})

test('whatever was changed, a call for help is heard', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await asksFirm(bot)
  const message = await person.says('NIP 774000145')
  await person.says('/menu')
  await person.edits(message, cry)
  expect(person.at()).toBe('sos.now')
})

describe('a change that nobody sees', () => {
  test('is none', async () => {
    const bot = await newBot({ outside: { readNumbers } })
    const person = await checksOffer(bot, 'pay')
    const message = await person.says('nie wiem')
    const before = person.chat().length
    await person.touches(message)
    expect(person.chat()).toHaveLength(before)
  })

  test('is none of a message that was changed before', async () => {
    const person = await (await newBot()).reader()
    const message = await person.says('Holandia')
    await person.edits(message, 'Niemcy')
    const before = person.chat().length
    await person.touches(message)
    expect(person.chat()).toHaveLength(before)
  })

  test('opens help for no cry that was heard before', async () => {
    const person = await (await newBot()).reader()
    const message = await person.says('szef mnie bjie')
    await person.edits(message, cry)
    await person.taps('watched')
    const at = person.at()
    await person.touches(message)
    expect(person.at()).toBe(at)
  })
})

describe('an age that is corrected to one below 18', () => {
  /** Somebody who has typed 71 where they meant 17. */
  async function corrects() {
    const person = await (await newBot({ outside: { readNumbers } })).reader()
    await person.says('/start offer')
    const message = await person.says('71')
    expect(person.at()).toBe('offer.way')
    await person.edits(message, '17')
    return person
  }

  test('opens what is for the young', async () => {
    const person = await corrects()
    expect(person.at()).toBe('young.talk')
  })

  test('holds in the next flow', async () => {
    const person = await corrects()
    await person.says('/start contract')
    expect(person.at()).toBe('contract.young')
  })
})

test('an age that is corrected to one above 18 is heard', async () => {
  const bot = await newBot()
  const person = await bot.reader()
  await person.says('/start offer')
  const message = await person.says('17')
  await person.edits(message, '71')
  expect((await bot.world.talks.load(person.id))?.minor).toBe(false)
})

test('an age that is corrected after a button was pressed is heard', async () => {
  const person = await (await newBot()).reader()
  await person.says('/start offer')
  const message = await person.says('71')
  await person.taps('questions')
  await person.edits(message, '17')
  expect(person.at()).toBe('young.talk')
})

test('an age in the place of thanks is none', async () => {
  const person = await (await newBot()).reader()
  await person.says('/start offer')
  await person.says('30')
  const message = await person.says('dzięki')
  await person.edits(message, '16')
  expect(person.at()).toBe('offer.way')
})

test('a typed no that is changed to yes counts', async () => {
  const bot = await newBot()
  const person = await checksOffer(bot, 'fee')
  const message = await person.says('nie')
  await person.edits(message, 'tak')
  const talk = await bot.world.talks.load(person.id)
  expect(talk?.state?.path.find(({ step }) => step === 'fee')?.answer).toBe('yes')
})

test('a number that is corrected behind the name of the firm is no name', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await asksFirm(bot)
  const message = await person.says('NIP 7740001454')
  await person.taps('unknown')
  await person.edits(message, 'NIP 5260250995')
  const talk = await bot.world.talks.load(person.id)
  expect(talk?.state?.path.find(({ step }) => step === 'number')?.answer).toBe('nip-5260250995')
})

test('a name that is corrected to one with the form of a company opens no help', async () => {
  const person = await (await newBot({ outside: { readNumbers } })).reader()
  await person.says('/start employer')
  for (const choice of ['name', 'PL']) await person.taps(choice)
  const message = await person.says('Kwartz')
  await person.edits(message, 'Slave Ltd')
  expect(person.at()).toBe('employer.search')
})

test('a card for a trusted person that is corrected is filled anew', async () => {
  const person = await (await newBot()).reader()
  await person.says('/start departure')
  for (const choice of ['list', 'next', 'next']) await person.taps(choice)
  const message = await person.says('Adres: ul. Polna 3\nNumer: 600')
  await person.edits(message, 'Adres: ul. Polna 33\nNumer: 600')
  expect(person.at()).toBe('departure.card')
})

test('two messages that are changed in the same second are both heard', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await asksFirm(bot)
  const first = await person.says('szef mnie bjie')
  const newest = await person.says('NIP 774000145')
  await person.edits(first, cry)
  await person.edits(newest, 'NIP 7740001454')
  expect(person.at()?.split('.')[0]).toBe('employer')
})

test('words below a picture that are changed are heard, and the picture is not read again', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await asksFirm(bot)
  const message = await person.sendsPicture('NIP 774000145')
  await person.edits(message, 'NIP 7740001454')
  expect(person.at()).not.toBe('employer.number')
})

test('words below a picture that say nothing are not said to mean nothing when they change', async () => {
  const person = await (await newBot()).reader()
  const message = await person.sendsPicture('to z Facebooka, co o tym myślicie?')
  const before = person.chat().length
  await person.edits(message, 'to z Facebooka, co o tym myślicie?!')
  expect(person.chat()).toHaveLength(before)
})

test('who has had everything deleted is not begun with anew by an old message', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const message = await person.says('Niemcy')
  await person.says('/forget')
  const before = person.chat().length
  await person.edits(message, 'Holandia')
  expect(person.chat()).toHaveLength(before)
})

test('a list that is changed in a command is obeyed', async () => {
  const bot = await newBot({ outside: { readNumbers } })
  const person = await bot.reader()
  const message = await person.says('/menuu')
  expect(person.last()?.text).toContain(say('common:unknown-command'))
  await person.edits(message, '/sos')
  expect(person.at()).toBe('sos.now')
})
