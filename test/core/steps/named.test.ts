import { describe, expect, test } from 'vitest'
import { content as real } from '../../person.ts'
import { newWalk, trip } from '../small.ts'

const content = trip(
  {
    name: { kind: 'input', accepts: 'name', next: 'kin', unknown: 'kin' },
    kin: { kind: 'named', of: ['name'], agency: 'agency', else: 'firm' },
    agency: { kind: 'say' },
    firm: { kind: 'say' },
  },
  { agencyNames: real.agencyNames },
)

function whereLeads(name: string) {
  const walk = newWalk(content, { language: 'pl' })
  walk.opens('trip')
  walk.says(name)
  return walk.at()
}

describe('a name that says what it is leads to the register of agencies', () => {
  test.each([
    'Uitzendbureau De Brug',
    'Muster Zeitarbeit GmbH',
    'MÜLLER PERSONALDIENSTLEISTUNGEN',
    'Leiharbeit Nord',
    'Agencja Pracy Jutro',
    'agencja zatrudnienia EFEKT',
    'Praca Tymczasowa 24',
    'Baltic Staffing OÜ',
    'North Recruitment Ltd',
    'Nordisk Bemanning AB',
    'Vikar Danmark',
    'Sud Interim',
    'Sud Intérim',
    'Personálna agentúra Most',
    'personalna agentura most',
    'Агентство «Робота»',
    'Кадрове агентство Шлях',
    'Agenzia per il lavoro Sole',
    'Norte ETT',
    'Trabajo Temporal Sur S.L.',
    'Duna munkaerő-kölcsönző Kft.',
  ])('%s', (name) => expect(whereLeads(name)).toBe('trip.agency'))
})

describe('a name that has such letters only inside another word says nothing', () => {
  test.each([
    'ORLEN S.A.',
    'Etterem Kft.',
    'Vikarson Bau',
    'Hotel Agentura Praha',
    'Travel Agency Ltd',
    'Personal Fitness GmbH',
    'Prima Bouw B.V.',
    'Lavoro e Pane Srl',
    'Žilinská pekáreň s.r.o.',
    'Тепличний комбінат',
  ])('%s', (name) => expect(whereLeads(name)).toBe('trip.firm'))
})

test('who does not know the name is asked nothing', () => {
  const walk = newWalk(content, { language: 'pl' })
  walk.opens('trip')
  walk.taps('unknown')
  expect(walk.at()).toBe('trip.firm')
})
