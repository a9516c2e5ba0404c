import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { keysOf, newReader, type Person } from '../person.ts'
import { openTrial, type Trial } from '../registers/trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await openTrial()
})
beforeEach(() => trial.standIns.be('well'))
afterAll(() => trial.standIns.stop())

async function comes(flow: string): Promise<Person> {
  const person = await newReader({ registers: trial.registers, readNumbers })
  await person.opens(`start ${flow}`)
  return person
}

/** Somebody who types a number and, if there is one, the name in the offer. */
async function asks(typed: string, name?: string) {
  const person = await comes('employer')
  await person.taps('number')
  await person.says(typed)
  if (person.at() === 'employer.name') {
    if (name) await person.says(name)
    else await person.taps('unknown')
  }
  await person.worked()
  return person
}

function card(person: Person) {
  return person.phone.bubbles.findLast(({ screen }) => screen.text.key === 'firm:card')?.screen.text
}

function firmOf(person: Person) {
  const name = card(person)?.vars?.name
  return typeof name === 'object' && !Array.isArray(name) ? name.vars?.text : undefined
}

function tells(person: Person) {
  return keysOf(card(person) ?? { key: '' })
}

describe('does the employer exist', () => {
  test.each(['NIP 774-000-14-54', 'KRS: 28860', 'PL7740001454', 'regon 610188201'])(
    'ORLEN is the same company by %s',
    async (typed) => {
      const person = await asks(typed)
      expect(person.at()).toBe('employer.exists')
      expect(String(firmOf(person))).toContain('ORLEN')
    },
  )

  test('a large insurer that pays no VAT is not called suspicious', async () => {
    const person = await asks('NIP 5260251049')
    expect(person.at()).toBe('employer.exists')
    expect(tells(person).filter((key) => key.startsWith('firm:alert'))).toEqual([])
  })

  test('a number that nobody bears is not found, and that is no fraud', async () => {
    const person = await asks('NIP 9999999982')
    expect(person.at()).toBe('employer.nobody')
    expect(tells(person)).toContain('firm:source.not-found')
  })

  test('a wrong digit is said before anybody is asked', async () => {
    const before = trial.standIns.asked.length
    const person = await asks('NIP 7740001455')
    expect(person.at()).toBe('employer.number')
    expect(person.sees()?.hint?.key).toBe('firm:fault.check-digit')
    expect(trial.standIns.asked).toHaveLength(before)
  })

  test.each([
    ['KRS 0000106150', 'firm:state.struck-off'],
    ['NIP 9990000020', 'firm:state.liquidation'],
    ['KRS 0009990003', 'firm:state.bankrupt'],
  ])('%s is said plainly: %s', async (typed, state) => {
    const person = await asks(typed)
    expect(person.at()).toBe('employer.stopped')
    expect(tells(person)).toContain(state)
  })

  test('another name in the offer is said', async () => {
    expect(tells(await asks('NIP 7740001454', 'Arctic Jobs'))).toContain('firm:alert.name-differs')
  })

  test('the name in another spelling is the same', async () => {
    expect(tells(await asks('NIP 7740001454', 'Orlen S.A.'))).not.toContain(
      'firm:alert.name-differs',
    )
  })

  test('a register that is down says nothing about the firm', async () => {
    trial.standIns.be('down')
    const person = await asks('NIP 7740001454')
    expect(person.at()).toBe('employer.later')
  })

  test.each([
    ['orgnr 923609016', 'EQUINOR'],
    ['IČO 64608212, Praha', 'SIGMA'],
    ['SIREN 356000000', 'POSTE'],
    ['Companies House 00445790', 'TESCO'],
    ['DE136695976', ''],
  ])('%s is found abroad', async (typed, name) => {
    const person = await asks(typed)
    expect(person.at()).toBe('employer.exists')
    expect(String(firmOf(person) ?? '').toUpperCase()).toContain(name)
  })

  test.each(['VAT GB 220430231', 'IČO 31333532, Bratislava', 'HRB 12345', 'CHE-105.815.381'])(
    'no register is asked about %s: people look themselves',
    async (typed) => {
      const before = trial.standIns.asked.length
      const person = await asks(typed)
      expect(person.at()).toBe('employer.look')
      expect(trial.standIns.asked).toHaveLength(before)
    },
  )

  test.each([
    ['IČO 31333532, Bratislava', 'hladaj_ico.asp?ICO=31333532'],
    ['Įmonės kodas 110053842', 'index.php?kod=110053842'],
    ['CHE-105.815.381', 'uid_id=CHE105815381'],
    ['VAT GB 220430231', 'tax.service.gov.uk/check-vat-number'],
    ['PVN LV40003520643', 'legal-entity/40003520643'],
    ['HRB 12345', 'handelsregister.de'],
  ])('%s leads to its own page', async (typed, page) => {
    const person = await asks(typed)
    if (person.at() !== 'employer.look') await person.taps('look')
    const shown = [JSON.stringify(person.sees()?.text)]
    for (let at = 1; person.sees()?.choices?.some(({ id }) => id === `page-${at}`); at++) {
      await person.taps(`page-${at}`)
      shown.push(JSON.stringify(person.sees()?.text))
    }
    expect(shown.join()).toContain(page)
  })

  test('the number that was read is said before anybody is asked', async () => {
    const person = await comes('employer')
    await person.taps('number')
    await person.says('nip 774 000 14 54')
    expect(person.at()).toBe('employer.name')
    expect(person.sees()?.hint).toEqual({
      key: 'firm:taken',
      vars: { number: { key: 'name:plain', vars: { text: 'NIP 7740001454' } } },
    })
  })

  test('where a number can be of two countries, the person says which', async () => {
    const person = await comes('employer')
    await person.taps('number')
    await person.says('IČO 64608212')
    expect(person.at()).toBe('employer.number')
    await person.taps('local-SK64608212')
    expect(person.at()).toBe('employer.name')
  })
})

describe('only a name', () => {
  test('brings up firms to choose from, and the chosen one is asked about', async () => {
    const person = await comes('employer')
    for (const choice of ['name', 'NO']) await person.taps(choice)
    await person.says('equinor')
    await person.worked()
    expect(person.at()).toBe('employer.search')
    await person.taps('orgnr-923609016')
    await person.worked()
    expect(person.at()).toBe('employer.exists')
  })

  test('in a country whose register does not search leads to its page', async () => {
    const person = await comes('employer')
    for (const choice of ['name', 'DE']) await person.taps(choice)
    await person.says('Muster GmbH')
    await person.worked()
    expect(person.at()).toBe('employer.look')
  })
})

describe('a name that says that it is an agency', () => {
  async function named(country: string, name: string) {
    const person = await comes('employer')
    for (const choice of ['name', country]) await person.taps(choice)
    await person.says(name)
    return person
  }

  test('is asked about, and its name is taken to the register of agencies', async () => {
    const person = await named('DE', 'Muster Zeitarbeit GmbH')
    expect(person.at()).toBe('employer.lender')
    await person.taps('agency')
    await person.worked()
    expect(person.at()).toBe('employer.permits')
    expect(keysOf(person.sees()?.text ?? { key: '' })).toContain('registers:DE_AUEG.proves')
    await person.taps('next')
    expect(person.at()).toBe('agency.money')
  })

  test('may be looked up as an employer all the same', async () => {
    const person = await named('DE', 'Muster Zeitarbeit GmbH')
    await person.taps('go-on')
    await person.worked()
    expect(person.at()).toBe('employer.look')
    expect(JSON.stringify(person.sees()?.text)).toContain('Muster Zeitarbeit GmbH')
  })

  test('keeps its number, whose register is asked', async () => {
    const person = await comes('employer')
    await person.taps('number')
    await person.says('orgnr 988077917')
    await person.says('Nordisk Bemanning AS')
    expect(person.at()).toBe('employer.lender')
    await person.taps('agency')
    await person.worked()
    expect(['employer.unlisted', 'employer.unsaid', 'agency.stopped']).toContain(person.at())
  })

  test('goes on with the number as an employer', async () => {
    const person = await asks('NIP 7740001454', 'Agencja Pracy Jutro')
    expect(person.at()).toBe('employer.lender')
    await person.taps('go-on')
    await person.worked()
    expect(person.at()).toBe('employer.exists')
  })
})

test.each([
  'OTTO Work Force',
  'OTTO Work Force Polska Sp. z o.o.',
  'Tulipan Praca Tymczasowa Sp. z o.o.',
  'Slave Ltd',
])('%s is a name where a name is asked for', async (name) => {
  const person = await comes('employer')
  for (const choice of ['name', 'DE']) await person.taps(choice)
  await person.says(name)
  await person.worked()
  expect(person.at()).toMatch(/^employer\./)
})

test.each([
  ['zamknęli nas w hostelu', 'sos.now'],
  // What ends like a company may still be a cry.
  ['zabrali mi paszport sp. z o.o.', 'sos.now'],
  ['bije mnie szef GmbH', 'sos.now'],
  ['They took my passport at Bygg AS', 'sos.now'],
  ['помогите, меня бьёт хозяин GmbH', 'sos.now'],
  ['ТОВ забрали паспорт, допоможіть', 'sos.now'],
  ['chcę się zabić SA', 'health.death'],
  ['I will kill myself Ltd', 'health.death'],
])('%s is no name, also where a name is asked for', async (text, place) => {
  const person = await comes('employer')
  for (const choice of ['name', 'DE']) await person.taps(choice)
  await person.says(text)
  expect(person.at()).toBe(place)
})

test('Back from the three steps leads to the register, and only then to the question', async () => {
  const person = await asks('HRB 12345')
  expect(person.at()).toBe('employer.look')
  await person.taps('steps-0')
  await person.taps('back')
  expect([person.at(), person.sees()?.text.key]).toEqual(['employer.look', 'firm:register'])
  await person.taps('back')
  expect(person.at()).toBe('employer.name')
})

test('only an advert leads to where a name may hide', async () => {
  const person = await comes('employer')
  for (const choice of ['advert', 'none']) await person.taps(choice)
  expect(person.at()).toBe('employer.nothing')
})

test('a private person is in no register, and there is something to do', async () => {
  const person = await comes('employer')
  await person.taps('person')
  expect(person.at()).toBe('employer.person')
})
