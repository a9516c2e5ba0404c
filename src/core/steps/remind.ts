import * as z from 'zod'
import type { Due, Text } from '../turn.ts'
import { clockOf, daysLater, minuteAt } from '../zones.ts'
import { kind, own, pressed, type Scene } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('remind'),
  /** The step whose answer is the day to count from. */
  on: Name,
  /** What comes, as some flow names it under `dues`, and how many days later. */
  brings: z.record(Name, z.int().min(0).max(366)),
  /** The hour, by the clock of the person's country. */
  hour: z.int().min(8).max(20),
  next: Target,
  no: Target,
})
type Remind = z.infer<typeof schema>

/** Shows on which days the bot would write by itself, and plans it only on a yes. A new plan takes the place of the old one. */
export const remind = kind(schema, {
  exits: (step) => [step.next, step.no],
  reads: (step) => [step.on],
  brings: (step) => Object.keys(step.brings),
  fills: ['days', 'hour', 'where'],
  texts: () => ({ says: ['text'], labels: ['yes', 'no'] }),
  enter: (step, scene) => {
    const dues = planned(step, scene)
    // Who comes back long after choosing a day chooses another one.
    if (dues.length === 0) return { go: step.on }
    const choices = ['yes', 'no'].map((id) => ({ id, label: own(scene, id) }))
    return { effects: [{ kind: 'show', at: scene.at, text: offer(step, scene, dues), choices }] }
  },
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (id === 'no') return { answer: id, go: step.no }
    if (id !== 'yes') return undefined
    return { answer: id, go: step.next, effects: [{ kind: 'remind', dues: planned(step, scene) }] }
  },
})

function offer(step: Remind, scene: Scene, dues: Due[]): Text {
  const { country } = clockOf(scene.country)
  const vars = {
    days: { key: 'join:bullets', vars: { items: dues.map(dateOf) } },
    hour: `${step.hour}:00`,
    where: { key: 'name:country', vars: { code: country } },
  }
  return { ...own(scene, 'text'), vars }
}

/** The day of something planned. Planned are hours of the day, so near Europe it is the same day in UTC. */
export function dateOf({ minute }: Due): Text {
  const date = new Date(minute * 60_000).toISOString().slice(0, 10)
  return { key: 'name:date', vars: { date } }
}

/** What lies ahead, the soonest first. */
function planned({ on, brings, hour }: Remind, { path, country, now }: Scene): Due[] {
  const day = path.findLast(({ step, answer }) => step === on && answer !== undefined)?.answer
  if (day === undefined) return []
  const { zone } = clockOf(country)
  return Object.entries(brings)
    .map(([what, days]) => ({ what, minute: minuteAt(daysLater(day, days), hour, zone) }))
    .filter(({ minute }) => minute * 60_000 > now.getTime())
    .sort((a, b) => a.minute - b.minute)
}
