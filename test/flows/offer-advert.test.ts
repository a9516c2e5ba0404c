import { describe, expect, test } from 'vitest'
import { readAdverts } from '../../bench/adverts.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { content, newReader, type Person } from '../person.ts'
import { flawsOf, newReader as newPhoneReader } from './reader.ts'

const fraud = `Praca w Holandii, szklarnia. Opłata rezerwacyjna 350 zł BLIK, ostatnie miejsca!
Umowa na miejscu. Szczegóły na priv.`
const honest = `Magazyn, Venlo, Holandia. Kwartz Logistics B.V. Stawka 15,40 € brutto za godzinę, 40 godzin
tygodniowo, umowa o pracę przed wyjazdem. Zakwaterowanie 129 € tygodniowo. Nie pobieramy żadnych opłat.`

async function sends(...parts: string[]): Promise<Person> {
  const person = await newReader()
  await person.opens('start offer')
  await person.taps('adult')
  await person.taps('advert')
  for (const part of parts) await person.says(part)
  return person
}

describe('an advert that wants money', () => {
  test('is shown with the words that stand out', async () => {
    const person = await sends(fraud)
    expect(person.keys()).toEqual(
      expect.arrayContaining(['scan:hit', 'indicators:offer_fee_for_job.label']),
    )
    expect(wordsShown(person)).toContain('Opłata rezerwacyjna')
  })

  test('ends in a strong warning that explains each sign', async () => {
    const person = await sends(fraud)
    await person.taps('done')
    expect(person.keys()).toContain('offer:first-verdict.strong')
    expect(person.at()).toBe('offer.first-verdict')
    await person.taps('page-0')
    expect(person.keys()).toContain('indicators:offer_fee_for_job.advice')
  })

  test('leaves questions to ask the firm', async () => {
    const person = await sends(fraud)
    await person.taps('done')
    for (let page = 0; person.choices().includes(`page-${page}`); page++)
      await person.taps(`page-${page}`)
    expect(person.keys()).toEqual(
      expect.arrayContaining(['scan:ask.employer', 'scan:ask.contract']),
    )
  })

  test('is not asked about what it told, only about the rest', async () => {
    const person = await sends(fraud)
    for (const tap of ['done', 'done', 'questions']) await person.taps(tap)
    expect(person.at()).toBe('offer.found-through')
    for (const answer of ['advert', 'unknown', 'similar']) await person.taps(answer)
    // The country, the employer, the fee, the hurry and the contract are known.
    expect(person.at()).toBe('offer.debt')
    await person.taps('no')
    expect(person.at()).toBe('offer.photos')
  })

  test('counts together with the answers', async () => {
    const person = await sends(fraud)
    for (const tap of ['done', 'done', 'questions', 'stranger', 'unknown', 'similar'])
      await person.taps(tap)
    for (const tap of ['no', 'no', 'no', 'no']) await person.taps(tap)
    expect(person.at()).toBe('offer.verdict')
    expect(person.keys()).toEqual(
      expect.arrayContaining([
        'indicators:offer_unsolicited.label',
        'indicators:offer_fee_for_job.label',
      ]),
    )
  })
})

describe('an honest advert', () => {
  test('is not called safe', async () => {
    const person = await sends(honest)
    await person.taps('done')
    expect(person.keys()).toContain('offer:first-verdict.nothing')
  })

  test('ends without further questions for whoever wants none', async () => {
    const person = await sends(honest)
    for (const tap of ['done', 'done']) await person.taps(tap)
    expect(person.at()).toBe('offer.rest')
    await person.taps('enough')
    expect(person.at()).toBe('offer.more')
  })
})

describe('in several messages', () => {
  test('it is read as one', async () => {
    const person = await sends('Szukamy ludzi na magazyn do Holandii, start w lipcu.', honest)
    await person.taps('done')
    expect(person.keys()).toContain('offer:first-verdict.nothing')
  })

  test('each shows its own words', async () => {
    const person = await sends(fraud, 'Paszporty zostają u nas, nikomu nie mów o wyjeździe')
    expect(wordsShown(person)).toContain('nikomu nie mów')
  })
})

test('a passport to be handed over shows help at once, and the check can go on', async () => {
  const person = await sends('Praca od zaraz. Paszport oddajesz kierowcy')
  expect(person.at()).toBe('danger.stop')
  await person.taps('go-on')
  expect(person.at()).toBe('offer.first-verdict')
  expect(person.keys()).toContain('offer:first-verdict.danger')
})

test('a caption is read like a text', async () => {
  const person = await sends()
  await person.receive({ kind: 'media', holds: 'file', caption: fraud }, 77)
  expect(wordsShown(person)).toContain('Opłata rezerwacyjna')
})

test('a recording is said to be unreadable', async () => {
  const person = await sends()
  await person.sendsRecording()
  expect(person.sees()?.hint?.key).toBe('common:unread.recording')
})

test('a number in the advert need not be typed again where the agency is checked', async () => {
  const person = await newReader({ readNumbers })
  await person.opens('start offer')
  for (const choice of ['adult', 'advert']) await person.taps(choice)
  await person.says('Praca w Holandii przy pakowaniu kwiatów, 15 euro brutto na godzinę. KRAZ 8448')
  while (person.at() !== 'offer.more') await person.taps(person.choices().at(-1) ?? 'menu')
  await person.taps('agency')
  expect(person.choices()).toContain('kraz-8448')
})

test('an emergency word is no advert', async () => {
  const person = await sends('Ratunku!')
  expect(person.at()).toBe('sos.now')
})

describe.each(content.languages)('in %s', (language) => {
  test('every advert of the corpus leads to screens that one can read', async () => {
    const flaws: string[] = []
    for (const { text } of readAdverts()) {
      const reader = newPhoneReader(language)
      await reader.opens('/start')
      await reader.presses(`start.language.${language}`)
      await reader.opens('/start offer')
      await reader.presses('offer.age.adult')
      await reader.presses('offer.way.advert')
      const shown = await reader.says(text)
      const { buttons = [] } = shown.at(-1) ?? {}
      const go = buttons.find(({ data }) => /advert\.done|stop\.go-on/.test(data))
      await reader.presses(go?.data ?? '')
      for (let page = 0; page < 20; page++) {
        const next = reader.last()?.buttons.find(({ data }) => data.endsWith(`.page-${page}`))
        if (!next) break
        await reader.presses(next.data)
      }
      flaws.push(...reader.screens.flatMap(flawsOf), ...reader.faults)
    }
    expect([...new Set(flaws)]).toEqual([])
  }, 60_000)
})

/** Words of an advert that stand on the phone. */
function wordsShown(person: Person): string {
  return JSON.stringify(person.phone.bubbles.map(({ screen }) => screen.text))
}
