import { describe, expect, test } from 'vitest'
import { content } from '../person.ts'
import { newReader } from './reader.ts'

const firm = 'Kanarek & <Syn> sp. z o.o.'

/** Somebody who asks about a firm by its number and its name. */
async function asks(language: string) {
  const person = newReader(language)
  await person.opens('/start')
  await person.presses(`start.language.${language}`)
  await person.opens('/start employer')
  await person.presses('employer.have.number')
  await person.says('orgnr-1')
  await person.says(firm)
  return person
}

describe.each(content.languages)('/mydata in %s', (language) => {
  test('names the firm and the number that somebody typed', async () => {
    const person = await asks(language)
    const [shown] = await person.opens('/mydata')
    expect(shown?.text).toContain(`Org.nr 1, ${firm}`)
  })

  test('names the firm as long as the last card holds it, also when its check is over', async () => {
    const person = await asks(language)
    await person.opens('/start contract')
    const [shown] = await person.opens('/mydata')
    expect(shown?.text).toContain(firm)
  })

  test('names what was typed on a way that waits behind another', async () => {
    const person = newReader(language)
    const check = { flow: 'employer', path: [...full.slice(0, 2), { step: 'search' }] }
    const state = { flow: 'offer', path: [{ step: 'advert' }], resume: check }
    await person.stands({ language, state, recent: [], pending: {}, version: 0 })
    const [shown] = await person.opens('/mydata')
    expect(shown?.text).toContain('NIP 7740001454, ŻŻŻ')
  })

  test('names them no more after /forget', async () => {
    const person = await asks(language)
    await person.opens('/forget')
    const [shown] = await person.opens('/mydata')
    expect(shown?.text).not.toMatch(/Org\.nr|Kanarek/)
  })

  test('fits on a screen for somebody of whom a lot is held', async () => {
    const person = newReader(language)
    const state = { flow: 'employer', path: full }
    const ticks = { 'departure.list': ['card'] }
    const noted = { numbers: ['kraz-98765', 'vat-DE136695976', 'siret-35600000000048'] }
    const facts = { language, country: 'GB', minor: false, ticks, noted }
    await person.stands({ ...facts, state, recent: [], pending: {}, version: 0 })
    for (const theme of ['offers', 'contracts', 'rights', 'country-GB', 'country-NO'])
      await person.world.tips.add(7, theme, language)
    const dues = [1, 3, 7, 14].map((days) => ({ minute: 30_000_000 + days * 1440, what: 'week' }))
    await person.world.plans.set(7, dues)
    const [shown] = await person.opens('/mydata')
    expect(shown?.text).toContain('NIP 7740001454, ŻŻŻ')
    expect(shown?.text).toContain('KRAZ 98765, VAT DE136695976')
    expect([...(shown?.text ?? '')].length).toBeLessThanOrEqual(600)
  })
})

/** More than one can type on one way. */
const full = [
  { step: 'number', answer: 'nip-7740001454' },
  { step: 'name', answer: 'Ż'.repeat(60) },
  { step: 'written', answer: 'Ł'.repeat(60) },
  { step: 'search', answer: 'orgnr-923609016' },
]
