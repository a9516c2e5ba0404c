import type { Case, Helped } from '../case.ts'

/** What ended a case: the desk, the person in one way or another, nobody who could be reached, the operator. */
export const endings = [
  'closed',
  'parted',
  'left',
  'withdrawn',
  'gone-on',
  'lost',
  'forgotten',
  'revoked',
] as const
export type Ending = (typeof endings)[number]

/** How soon the desk has answered. */
export const answers = ['minutes', 'hour', 'day', 'later', 'never'] as const
type Answer = (typeof answers)[number]

const minuteMs = 60_000
const withinMs: [Answer, number][] = [
  ['minutes', 5 * minuteMs],
  ['hour', 60 * minuteMs],
  ['day', 24 * 60 * minuteMs],
]

/** What is counted of cases, each group with its parts. */
export const groups = ['language', 'country', 'sign', 'need', 'answer', 'ending', 'helped'] as const
export type Group = (typeof groups)[number]

/** One more of each of these: `cases`, or a group with the name of a part, such as `language/uk`. */
export type Counted = 'cases' | `${Group}/${string}`

/** No country was handed over. */
export const noCountry = 'none'

/** What a case that is over adds to the counts of its desk. None of it together leads back to a person: each is counted alone. */
export function countedOf(one: Case, ending: Ending): Counted[] {
  const { language, shared, needs = [] } = one
  return [
    'cases',
    `language/${language}`,
    `country/${shared.country ?? noCountry}`,
    ...[...new Set(shared.signs)].map((id) => `sign/${id}` as const),
    ...[...new Set(needs)].map((need) => `need/${need}` as const),
    `answer/${answerOf(one)}`,
    `ending/${ending}`,
  ]
}

export function countedHelp(helped: Helped): Counted[] {
  return [`helped/${helped}`]
}

function answerOf({ consent, answeredAt }: Case): Answer {
  if (answeredAt === undefined) return 'never'
  const ms = answeredAt - consent.at
  return withinMs.find(([, most]) => ms <= most)?.[0] ?? 'later'
}
