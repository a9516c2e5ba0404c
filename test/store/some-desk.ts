import fc from 'fast-check'
import type { Desk } from '../../src/app/ports/desks.ts'
import { type Case, urgencies } from '../../src/core/case.ts'
import { needs } from '../../src/core/needs.ts'

/** A desk that was just connected. */
export const someDesk: Desk = {
  id: 'k3m7p2qa',
  name: 'Helping hands',
  group: -1_002_345_678_901,
  languages: ['pl', 'uk'],
  countries: [],
  themes: ['offers'],
  minors: true,
  complaints: 'complaints@example.org',
  hours: {
    tz: 'Europe/Warsaw',
    week: {
      'mon-fri': [
        ['09:00', '13:00'],
        ['15:00', '18:00'],
      ],
      sat: [['10:00', '14:00']],
    },
    holidays: 'PL',
  },
  lead: 812_345_001,
}

/** A case in which everything stands that a case can hold. */
export const richCase: Case = {
  id: 812_345_678,
  version: 0,
  desk: someDesk.id,
  group: someDesk.group,
  thread: 1_234_567,
  card: 1_234_568,
  name: 'heron-47',
  language: 'uk',
  isMinor: true,
  isForeign: true,
  shared: {
    country: 'DE',
    signs: ['offer_fee', 'papers_taken', 'threats', 'debt'],
    firms: ['kraz-98765', 'vat-DE136695976'],
  },
  consent: { at: 1_795_348_800_123, wording: '2026-11-30' },
  state: 'taken',
  by: 812_345_002,
  had: 812_345_003,
  isOfLead: true,
  urgent: 'critical',
  needs: ['shelter', 'money'],
  waits: true,
  waitingSince: 1_795_348_900_123,
  called: 1,
  left: ['p4q5r6s7'],
  isOffered: true,
  referrals: [{ to: 'nl-fairwork', isAgreed: true, at: 1_795_350_900_123 }],
  plan: { day: '2026-12-12', message: 1_234_612 },
  reminder: 1_234_613,
  review: { by: 812_345_003, at: 1_795_349_900_123 },
  clock: { limit: 29_922_480, remind: 29_932_480, plan: 29_942_480 },
  isAnew: true,
  albums: [{ id: '13579246801357924', isInside: true }],
  unseenTo: { 1234600: 1_234_590 },
  withheld: [1_234_611],
  apart: [1_234_620],
  unseen: Array.from({ length: 20 }, (_, index) => 1_234_600 + index * 3),
  answeredAt: 1_795_349_800_123,
  closedAt: 1_795_359_800_123,
  isWithdrawn: true,
  reopened: 812_345_680,
  deed: 812_345_679,
}

const number = fc.integer({ min: 1, max: 2_000_000_000 })
const ids = fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 8 })

export const anyCase: fc.Arbitrary<Case> = fc.record(
  {
    id: number,
    version: fc.constant(0),
    desk: fc.string({ minLength: 1 }),
    group: number.map((one) => -one),
    thread: number,
    card: number,
    name: fc.string(),
    language: fc.string(),
    isMinor: fc.constant(true as const),
    isForeign: fc.constant(true as const),
    shared: fc.record({ country: fc.string(), signs: ids, firms: ids }, { requiredKeys: [] }),
    consent: fc.record({ at: number, wording: fc.string() }),
    state: fc.constantFrom('waiting' as const, 'taken' as const),
    by: number,
    had: number,
    isOfLead: fc.constant(true as const),
    urgent: fc.constantFrom(...urgencies),
    needs: fc.subarray([...needs]),
    waits: fc.constant(true as const),
    waitingSince: number,
    called: number,
    left: fc.array(fc.string(), { maxLength: 3 }),
    isOffered: fc.constant(true as const),
    referrals: fc.array(
      fc.record({ to: fc.string(), isAgreed: fc.boolean(), at: number }, { requiredKeys: ['to'] }),
      { maxLength: 3 },
    ),
    plan: fc.record({ day: fc.string(), message: number }),
    reminder: number,
    review: fc.record({ by: number, at: number }),
    clock: fc.record({ limit: number, remind: number, plan: number }, { requiredKeys: [] }),
    isAnew: fc.constant(true as const),
    albums: fc.array(
      fc.record(
        { id: fc.string(), isInside: fc.constant(true as const) },
        { requiredKeys: ['id'] },
      ),
      { maxLength: 3 },
    ),
    unseenTo: fc.dictionary(fc.constantFrom('12', '345'), number),
    withheld: fc.array(number, { maxLength: 5 }),
    apart: fc.array(number, { maxLength: 5 }),
    unseen: fc.array(number, { maxLength: 20 }),
    answeredAt: number,
    closedAt: number,
    isWithdrawn: fc.constant(true as const),
    reopened: number,
    deed: number,
  },
  {
    requiredKeys: [
      'id',
      'version',
      'desk',
      'group',
      'name',
      'language',
      'shared',
      'consent',
      'state',
    ],
  },
)
