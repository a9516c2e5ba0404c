import { describe, expect, test } from 'vitest'
import { type Bot, checksOffer, newBot, type Person, say } from '../bot.ts'
import { content } from '../person.ts'

/** Where each command leads somebody who has chosen a language. */
const rooms: Record<string, string> = {
  start: 'menu.groups',
  menu: 'menu.groups',
  sos: 'sos.now',
  language: 'settings.language',
  privacy: 'settings.kept',
  mydata: 'settings.held',
  stop: 'settings.stopped',
  tips: 'tips.themes',
  talk: 'consultant.age',
  complaint: 'consultant.complaint',
}

/** Steps that say something else than their own text: the same as in every flow, or that there is no talk. */
const common: Record<string, string> = {
  'consultant.age': 'common:age.text',
  'consultant.complaint': 'consultant:complaint.none',
}

/** Commands that leave one line without a button. */
const lines: Record<string, string> = { hide: 'common:hidden', forget: 'common:forgotten' }

/** A command and what the bot sent and changed about it. */
async function types(bot: Bot, person: Person, line: string) {
  const since = bot.telegram.calls.length
  await person.says(line)
  const calls = bot.telegram.calls.slice(since).map(({ method }) => method)
  return {
    sent: calls.filter((method) => method === 'sendMessage').length,
    changed: calls.filter((method) => method.startsWith('edit')).length,
  }
}

test('every command of the flows is tried here', () => {
  const known = Object.values(content.flows).flatMap(({ commands }) => Object.keys(commands))
  expect(Object.keys({ ...rooms, ...lines }).sort()).toEqual(known.sort())
})

describe.each(content.languages)('in %s', (language) => {
  test.each(Object.entries(rooms))('/%s opens %s in one message', async (command, place) => {
    const bot = await newBot()
    const person = await bot.reader({ language })
    expect(await types(bot, person, `/${command}`)).toEqual({ sent: 1, changed: 0 })
    expect(person.at()).toBe(place)
    expect(person.last()?.text).toContain(title(place, language))
  })

  test.each(Object.entries(rooms))('/%s of a stranger too', async (command, place) => {
    const bot = await newBot()
    const person = bot.person({ language })
    expect(await types(bot, person, `/${command}`)).toEqual({ sent: 1, changed: 0 })
    // The menu waits until a language is chosen.
    const asked = ['start', 'menu'].includes(command) ? 'start.language' : place
    expect(person.at()).toBe(asked)
    expect(person.last()?.text).toContain(title(asked, language))
  })

  test.each(Object.entries(lines))('/%s ends with one line', async (command, key) => {
    const bot = await newBot()
    const person = await bot.reader({ language })
    expect(await types(bot, person, `/${command}`)).toEqual({ sent: 1, changed: 0 })
    expect(person.last()).toMatchObject({ text: say(key, language), buttons: [] })
  })

  test.each(Object.entries(lines))('/%s of a stranger too', async (command, key) => {
    const bot = await newBot()
    const person = bot.person({ language })
    expect(await types(bot, person, `/${command}`)).toEqual({ sent: 1, changed: 0 })
    expect(person.last()).toMatchObject({ text: say(key, language), buttons: [] })
  })

  test('an unknown command shows the question again, in one message', async () => {
    const bot = await newBot()
    const person = await checksOffer(bot, 'fee', { language })
    expect(await types(bot, person, '/praca')).toEqual({ sent: 1, changed: 0 })
    expect(person.at()).toBe('offer.fee')
    expect(person.last()?.text).toContain(say('common:unknown-command', language))
  })
})

/** The words of a place that has no holes of its own; the data of a person are counted. */
function title(place: string, language: string) {
  const key = common[place] ?? `${place.replace('.', ':')}.text`
  return say(key, language).split('\n')[0] ?? ''
}

describe('a person whose Telegram speaks another language', () => {
  test('is asked in every language of the bot', async () => {
    const bot = await newBot()
    const person = bot.person({ language: 'ja' })
    await person.says('/start')
    for (const language of content.languages)
      expect(person.last()?.text).toContain(say('start:language.text', language))
  })

  test('is answered in the language that they chose from then on', async () => {
    const bot = await newBot()
    const person = bot.person({ language: 'en' })
    await person.says('/start')
    await person.taps('pl')
    await person.says('/sos')
    expect(person.last()?.text).toContain(title('sos.now', 'pl'))
  })

  test('is answered in English where their language is not ours', async () => {
    const bot = await newBot()
    const person = bot.person({ language: 'ja' })
    await person.says('/sos')
    expect(person.last()?.text).toContain(title('sos.now', 'en'))
  })
})

describe('a command', () => {
  test.each(['/SOS', '/sos@simulator_bot', '/sos now'])('may be written as %s', async (line) => {
    const bot = await newBot()
    const person = await bot.reader()
    await person.says(line)
    expect(person.at()).toBe('sos.now')
  })

  test.each(['/constructor', '/__proto__'])(
    'that only a program could know is unknown: %s',
    async (line) => {
      const bot = await newBot()
      const person = await checksOffer(bot, 'fee')
      await person.says(line)
      expect(person.at()).toBe('offer.fee')
    },
  )
})
