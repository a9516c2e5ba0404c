import type { World } from '../../src/app/ports/world.ts'
import { Unavailable } from '../../src/app/trouble.ts'
import { kindOf } from '../../src/core/engine/flow.ts'
import { numberFrom, type Outcome } from '../../src/core/firm/firm.ts'
import { content } from '../person.ts'
import { active, down, invented } from '../registers/invented.ts'
import type { Shown } from './reader.ts'

/** An advert with something to explain and something to ask, and no country. */
export const advert =
  'Wysokie zarobki, ostatnie miejsca! Opłata rekrutacyjna 300 zł, szczegóły na priv.'

/** An advert that raises nothing and leaves nothing open. */
export const honest =
  'Kwartz GmbH, ul. Miodowa, umowa o pracę, 40 godzin tygodniowo, stawka 15 € brutto na godzinę'

const firm = { name: 'PRACA POLSKA SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ', seat: 'Łódź' }
const outcomes: Outcome[] = [
  active({ ...firm, since: '2026-06-01', permits: [{ what: 'placement', until: '2027-01-01' }] }),
  { outcome: 'inactive', reason: 'bankrupt', firm: { ...firm, numbers: [], vat: 'exempt' } },
  { outcome: 'not-found' },
  { outcome: 'format-wrong' },
  down(),
]

/** Registers that say everything a register can say, by the number; one kind of number has no register. */
function says(kind: string) {
  return Object.fromEntries(outcomes.map((outcome, index) => [`${kind}-${index + 1}`, outcome]))
}
const numbers = ['orgnr', 'kraz'].flatMap((kind) => [...Object.keys(says(kind)), `${kind}-9`])

/** What the world knows in a crawl. */
export const readers: Pick<World, 'registers' | 'readNumbers'> = {
  registers: [
    invented('NO_ENHETER', says('orgnr'), {
      searches: ['NO', 'GB'],
      search: async (name) => {
        if (name === 'Zepsuty') throw new Unavailable('down')
        return name.startsWith('Nikt')
          ? []
          : [{ number: { kind: 'orgnr', value: '1' }, name: firm.name }]
      },
    }).register,
    invented('PL_KRAZ', says('kraz'), { proves: 'agency' }).register,
  ],
  readNumbers: (text) => {
    const number = numberFrom(text)
    if (number) return [number]
    return text === 'wrong' ? [{ kind: 'nip', value: '7740001455', fault: 'check-digit' }] : []
  },
}

/** What a person could type where a step waits for words. */
const typed: Record<string, string[]> = {
  scan: [advert],
  number: [...numbers, 'kvk-1', 'wrong', 'hm'],
  input: ['Arctic Jobs', 'Nikt', 'Zepsuty', 'Arctic Staffing', 'Nikt Staffing', '?'],
  country: ['Kambodża', 'hm'],
  day: ['31.12.2026', 'hm'],
  card: ['Hotel Fjord, Bergen'],
}

/** The step that the buttons belong to, e.g. `offer.fee`. */
export function placeOf({ buttons }: Shown): string | undefined {
  return buttons[0]?.data.split('.').slice(0, 2).join('.')
}

/** Lines that make sense where a screen waits for words. */
export function linesFor(shown: Shown): string[] {
  const [flow = '', name = ''] = (placeOf(shown) ?? '').split('.')
  return typed[content.flows[flow]?.steps[name]?.kind ?? ''] ?? []
}

/** True for an answer that leaves neither a sign nor an open point. */
export function raisesNothing(data: string): boolean {
  const [flow = '', name = '', choice = ''] = data.split('.')
  const step = content.flows[flow]?.steps[name]
  const found = step && kindOf(step).evidence?.(step, choice, content)
  return found ? found.signs.length === 0 && Object.keys(found.open).length === 0 : false
}
