import * as z from 'zod'
import { clockOf, dayIn, daysLater } from '../zones.ts'
import { kind, own, pressed, type Scene } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('day'),
  /** Buttons, each so many days from today. */
  choices: z.record(Name, z.int().min(0).max(60)),
  next: Target,
})

/** Nobody plans a journey further ahead; a later date is a slip. */
const farthestDays = 366

/** Asks for a day to come: by a button, or typed. The answer is a date, by the calendar of the person's country. */
export const day = kind(schema, {
  exits: (step) => [step.next],
  texts: (step) => ({ says: ['text', 'again'], labels: Object.keys(step.choices) }),
  choices: (step) => Object.keys(step.choices),
  enter: (step, scene) => ({
    effects: [
      {
        kind: 'show',
        at: scene.at,
        text: own(scene, 'text'),
        choices: Object.keys(step.choices).map((id) => ({ id, label: own(scene, id) })),
      },
    ],
  }),
  receive: (step, input, scene) => {
    const id = pressed(input) ?? ''
    const days = Object.hasOwn(step.choices, id) ? step.choices[id] : undefined
    if (days !== undefined) return { answer: daysLater(today(scene), days), go: step.next }
    if (input.kind !== 'message' || input.text === undefined) return undefined
    const answer = dayTyped(input.text, today(scene))
    if (answer) return { answer, go: step.next }
    return { effects: [{ kind: 'hint', text: own(scene, 'again') }] }
  },
  keeps: (_step, date) => [{ key: 'name:date', vars: { date } }],
})

function today({ country, now }: Scene) {
  return dayIn(clockOf(country).zone, now)
}

/** `24.12`, `24/12/2026`, `2026-12-24` → `2026-12-24`: today or a day of the year to come, otherwise undefined. */
export function dayTyped(text: string, from: string): string | undefined {
  const [, day = '', month = '', year] = dayFirst.exec(text.trim()) ?? yearFirst(text.trim())
  const thisYear = Number(from.slice(0, 4))
  const years = year ? [Number(year) + (year.length === 2 ? 2000 : 0)] : [thisYear, thisYear + 1]
  return years
    .map((one) => dateOf(one, Number(month), Number(day)))
    .find((date) => date && date >= from && date <= daysLater(from, farthestDays))
}

const dayFirst = /^(\d{1,2})[./\- ]{1,2}(\d{1,2})(?:[./\- ]{1,2}(\d{4}|\d{2}))?\.?$/

function yearFirst(text: string) {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? []
  return ['', day, month, year]
}

/** Undefined for a day that no calendar has, like the 31st of June. */
function dateOf(year: number, month: number, day: number) {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}
