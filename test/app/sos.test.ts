import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readAdverts } from '../../bench/adverts.ts'
import { said } from '../../src/core/front/said.ts'
import { urgent } from '../../src/core/front/urgent.ts'
import { checksOffer, newBot, type Person } from '../bot.ts'
import { content, newPerson } from '../person.ts'

/** What people type in danger, as the authors wrote it down; of words beside each other the first. */
function phrases(language: string): string[] {
  const { emergency } = parse(readFileSync(`flows/phrases/${language}.yaml`, 'utf8'))
  const typed = emergency.filter((one: string) => !/[*<&]/.test(one))
  return typed.map((one: string) => one.replaceAll(/(\S+?)\/\S+/g, '$1'))
}

const { doors } = content

const languages = readdirSync('flows/phrases').map((file) => file.replace('.yaml', ''))

/** As the same words are typed in a hurry. */
const writings: [string, (phrase: string) => string][] = [
  ['as it stands there', (phrase) => phrase],
  ['in capitals', (phrase) => phrase.toUpperCase()],
  ['without accents', bare],
  ['with exclamation marks', (phrase) => `${phrase} !!!`],
  ['with a row of exclamation marks', (phrase) => `${phrase}${'!'.repeat(60)}`],
  ['with a full stop and spaces', (phrase) => `  ${phrase}. `],
]

function bare(phrase: string) {
  return phrase.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L')
}

/** Types each text in the middle of an offer check; where that leads. */
async function leads(person: Person, texts: string[]) {
  const places: Record<string, string | undefined> = {}
  for (const text of texts) {
    await person.says(text)
    places[text] = person.at()
    if (person.choices().includes('go-on')) await person.taps('go-on')
    expect(person.at()).toBe('offer.fee')
  }
  return places
}

function all(texts: string[], place: string) {
  return Object.fromEntries(texts.map((text) => [text, place]))
}

describe.each(languages)('an emergency phrase in %s', (language) => {
  test.each(writings)('opens SOS, %s', async (_how, write) => {
    const texts = phrases(language).map(write)
    const person = await checksOffer(await newBot(), 'fee')
    expect(await leads(person, texts)).toEqual(all(texts, 'sos.now'))
  })

  test('opens SOS for somebody who has chosen another language', async () => {
    const other = content.languages.find((one) => one !== language) ?? language
    const texts = phrases(language)
    const person = await checksOffer(await newBot(), 'fee', { language: other })
    expect(await leads(person, texts)).toEqual(all(texts, 'sos.now'))
  })

  test('inside an advert does not', () => {
    const advert = readAdverts().find((one) => one.language === language && one.text.length > 200)
    const texts = phrases(language).map((phrase) => `${phrase} ${advert?.text}`)
    const opened = texts.map((text) => doors && urgent(said({ text }, content), doors)?.flow)
    expect(opened).not.toContain('sos')
  })
})

test('an emergency word from a stranger opens SOS at once', async () => {
  const person = (await newBot()).person()
  await person.says('Ratunku!')
  expect(person.at()).toBe('sos.now')
})

test('an emergency word in a question that waits for typing opens SOS', async () => {
  const person = await checksOffer(await newBot(), 'country')
  await person.says('pomocy')
  expect(person.at()).toBe('sos.now')
})

test('an emergency word in SOS stays there, and the way back is kept', async () => {
  const person = await checksOffer(await newBot(), 'fee')
  for (const text of ['pomocy', 'pomocy']) await person.says(text)
  expect(person.at()).toBe('sos.now')
  await person.taps('go-on')
  expect(person.at()).toBe('offer.fee')
})

describe('the SOS button', () => {
  const ways: [string, string[]][] = [
    ['a question', []],
    ['a sign', ['scan']],
    ['the menu', ['menu']],
    ['a contact', ['menu', 'people', 'contacts']],
    ['a text', ['menu', 'know', 'rules', 'money']],
    ['the settings', ['menu', 'settings', 'held']],
    ['the languages', ['menu', 'settings', 'language']],
    ['the words before the chat is hidden', ['menu', 'settings', 'hide']],
    ['the help after a critical answer', ['original']],
  ]

  test.each(ways)('of %s opens SOS', async (_what, way) => {
    const person = await checksOffer(await newBot(), 'papers')
    for (const choice of way) await person.taps(choice)
    await person.taps('sos')
    expect(person.at()).toBe('sos.now')
  })

  test.each(ways)('of %s does not lose the question', async (_what, way) => {
    const person = await checksOffer(await newBot(), 'papers')
    for (const choice of way) await person.taps(choice)
    await person.taps('sos')
    await person.taps('go-on')
    expect(person.at()).toMatch(/^offer\.(papers|verdict)$/)
  })

  test('is there before a language is chosen', async () => {
    const person = (await newBot()).person()
    await person.says('/start')
    await person.taps('sos')
    expect(person.at()).toBe('sos.now')
  })
})

test.each(['text', 'media'] as const)(
  'an emergency word as %s is understood before anything can break',
  async (kind) => {
    const readNumbers = () => {
      throw new TypeError('a test wants it')
    }
    const person = newPerson({ language: 'pl', readNumbers })
    const word = 'Ratunku!'
    const event =
      kind === 'text' ? { kind, text: word } : { kind, caption: word, holds: 'file' as const }
    await person.receive(event, 1)
    expect(person.at()).toBe('sos.now')
  },
)

test('an emergency word below a picture opens SOS too', async () => {
  const person = newPerson({ language: 'pl' })
  await person.receive({ kind: 'media', holds: 'file', caption: 'Ratunku!' }, 1)
  expect(person.at()).toBe('sos.now')
})
