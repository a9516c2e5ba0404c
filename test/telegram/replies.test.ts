import { describe, expect, test } from 'vitest'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { checksOffer, newBot, type Person, say } from '../bot.ts'

const critical = 'Praca od zaraz w Niemczech, 2500 euro. Paszport oddajesz kierowcy'
const fraud =
  'Praca w Holandii przy pakowaniu kwiatów, 15 euro brutto na godzinę. Opłata rezerwacyjna 300 zł przed wyjazdem.'
const cry = 'szef mnie bije'
const channel = {
  type: 'channel' as const,
  chat: { id: -1, type: 'channel' },
  message_id: 3,
  date: 1,
}
const elsewhere = { origin: channel, chat: { id: -1, type: 'channel' } }

const withNumbers = { outside: { readNumbers } }

/** Answers to words that stand in another chat. */
function answers(person: Person, quoted: string, text: string) {
  return person.sends({ text, external_reply: elsewhere, quote: { text: quoted, position: 0 } })
}

describe('to words of another chat', () => {
  test('who asks about an advert has it read', async () => {
    const person = await (await newBot(withNumbers)).reader()
    await answers(person, critical, 'Czy to oszustwo?')
    expect(person.at()).toBe('danger.stop')
  })

  test('who asks about a number is led to its check', async () => {
    const person = await (await newBot(withNumbers)).reader()
    await answers(person, 'NIP 7740001454', 'Co to za firma?')
    expect(person.at()?.split('.')[0]).toBe('employer')
  })

  test('who shows an offer where one is asked for sees what was found in it', async () => {
    const person = await (await newBot(withNumbers)).reader()
    await person.says('/start offer')
    for (const choice of ['adult', 'advert']) await person.taps(choice)
    await answers(person, '7740001454 ostatnie miejsca', 'hm')
    expect(person.bubbles().some(({ text }) => text.includes('ostatnie miejsca'))).toBe(true)
  })

  test('who cries out above them is shown help', async () => {
    const person = await (await newBot()).reader()
    await answers(person, fraud, 'ratunku')
    expect(person.at()).toBe('sos.now')
  })

  test('who says anything to a cry is shown how to help', async () => {
    const person = await (await newBot()).reader()
    await answers(person, cry, 'cześć')
    expect(person.at()).toBe('relative.danger')
  })

  test('who types a name where one is asked for is taken at their word', async () => {
    const person = await (await newBot(withNumbers)).reader()
    await person.says('/start employer')
    for (const choice of ['name', 'PL']) await person.taps(choice)
    await answers(person, 'Jak się nazywa firma?', 'Jan-Trans sp. z o.o.')
    expect(person.at()).toBe('employer.search')
  })

  test('what is said above an advert is no name, though one is asked for', async () => {
    const person = await (await newBot(withNumbers)).reader()
    await person.says('/start employer')
    for (const choice of ['name', 'PL']) await person.taps(choice)
    await answers(person, critical, 'patrzcie tutaj')
    expect(person.at()).toBe('danger.stop')
  })
})

describe('to their own advert', () => {
  /** Somebody whose advert was read, and who then did something else. */
  async function hasShown(advert: string) {
    const person = await (await newBot(withNumbers)).reader()
    const message = await person.says(advert)
    await person.taps('adult')
    await person.says('/menu')
    return { person, way: { replyTo: message } }
  }

  test('who asks about it has it read again', async () => {
    const { person, way } = await hasShown(fraud)
    await person.sends({ text: 'Czy to oszustwo?' }, way)
    expect(person.at()).toBe('offer.first-verdict')
  })

  test('who thanks is thanked', async () => {
    const { person, way } = await hasShown(fraud)
    await person.sends({ text: 'dzięki' }, way)
    expect(person.last()?.text).toContain(say('common:thanks'))
  })

  test('who names a number has it looked up', async () => {
    const { person, way } = await hasShown(fraud)
    await person.sends({ text: 'NIP 7740001454' }, way)
    expect(person.at()).toBe('employer.name')
  })

  test('who answers the question that stands there has answered it', async () => {
    const person = await checksOffer(await newBot(withNumbers), 'fee')
    const advert = await person.says(fraud)
    await person.says('/start offer')
    await person.sends({ text: say('offer:way.questions') }, { replyTo: advert })
    expect(person.at()).toBe('offer.country')
  })
})

describe('to their own cry', () => {
  /** Somebody who has cried out, and then did something else. */
  async function hasCried() {
    const person = await (await newBot()).reader()
    const message = await person.says(cry)
    await person.says('/menu')
    return { person, way: { replyTo: message } }
  }

  test.each(['to było wczoraj', 'tak, to o mnie', 'dziękuję, już jest bezpiecznie'])(
    'who says "%s" is asked whether it happens now',
    async (text) => {
      const { person, way } = await hasCried()
      await person.sends({ text }, way)
      expect(person.at()).toBe('story.now')
    },
  )
})

test.each([
  ['a cry', cry],
  ['an advert', fraud],
  ['a number', 'NIP 5260250995'],
])('to their own words, who wishes to stop is heard: %s', async (_name, before) => {
  const person = await (await newBot(withNumbers)).reader()
  const replyTo = await person.says(before)
  await person.says('/menu')
  await person.sends({ text: 'stop' }, { replyTo })
  expect(person.at()).toBe('settings.ending')
})

test('to their own cry, who types what stands on a button of help means the button', async () => {
  const person = await (await newBot()).reader()
  const replyTo = await person.says(cry)
  await person.sends({ text: say('sos:now.watched') }, { replyTo })
  expect(person.at()).toBe('sos.watched')
})

test('to their own advert, who sends a voice is told that nobody hears it', async () => {
  const person = await (await newBot()).reader()
  const replyTo = await person.says(fraud)
  await person.says('/menu')
  await person.sendsSample('voice', { replyTo })
  expect(person.last()?.text).toContain(say('common:unread.recording').split('\n')[0])
})

test('to the bot, who says that they do not know says nothing of what it wrote', async () => {
  const person = await (await newBot()).reader()
  await person.sends({ text: 'nie wiem' }, { replyTo: person.last()?.id ?? 0 })
  expect(person.at()).toBe('menu.groups')
})
