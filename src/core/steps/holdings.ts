import * as z from 'zod'
import type { HeldCase } from '../case.ts'
import { sharedItems } from '../desk/consent.ts'
import type { Text } from '../turn.ts'
import { dateOf } from './remind.ts'
import { type Drawing, kind, type Move, own, pressed, type Scene, type Sight } from './step.ts'
import { Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('holdings'),
  /** Where "nothing by itself any more" leads, offered to somebody to whom something would come. */
  end: Target,
  /** Where whoever talks with a desk takes back what they agreed to. */
  withdraw: Target,
})

/** Tells what we hold of the person, also what comes by itself. */
export const holdings = kind(schema, {
  exits: (step) => [step.end, step.withdraw],
  fills: [
    'typed',
    'ticked',
    'themes',
    'days',
    'desk',
    'since',
    'wording',
    'items',
    'complaints',
    'noted',
    'to',
  ],
  texts: () => ({
    says: [
      'text',
      'talk',
      'noted',
      'referred',
      'nothing-more',
      ...sharedItems.map((item) => `item.${item}`),
    ],
    labels: ['end', 'case', 'withdraw'],
  }),
  ends: () => true,
  showsHeld: true,
  enter: (_step, scene) => shown(scene, 'all'),
  receive: (step, input, scene) => {
    const id = pressed(input)
    if (id === 'end' || id === 'withdraw') return { answer: id, go: step[id] }
    return id === 'case' ? shown(scene, 'case') : undefined
  },
  draw: (_step, view, sight) => (view === 'case' ? drawCase(sight) : drawAll(sight)),
})

function shown({ at }: Scene, view: string): Move {
  return { effects: [{ kind: 'draw', at, view }] }
}

function drawAll(sight: Sight): Drawing {
  const { dues, themes } = sight.held
  const vars = {
    typed: joined(sight.kept),
    ticked: sight.ticks,
    themes: joined(themes.map(sight.nameOf)),
    days: joined(dues.map(dateOf)),
  }
  const ids = [...(sight.case ? ['case'] : []), ...(dues.length + themes.length > 0 ? ['end'] : [])]
  return {
    text: { ...own(sight, 'text'), vars },
    choices: ids.map((id) => ({ id, label: own(sight, id) })),
  }
}

/** What the person agreed to hand over, to whom, when, by which wording. */
function drawCase(sight: Sight): Drawing {
  const { case: one } = sight
  if (!one) return drawAll(sight)
  const items = one.shared.map((item) => own(sight, `item.${item}`))
  const vars = {
    desk: one.desk,
    complaints: one.complaints,
    since: dayOf(one.since),
    wording: { key: 'name:date', vars: { date: one.wording } },
    items: joined(items.length > 0 ? items : [own(sight, 'nothing-more')]),
  }
  const texts: Text[] = [{ ...own(sight, 'talk'), vars }, ...notedBy(one, sight)]
  return {
    text: { key: 'join:paragraphs', vars: { items: texts } },
    choices: one.isClosed ? [] : [{ id: 'withdraw', label: own(sight, 'withdraw') }],
  }
}

/** Short words and days; what the desk writes itself stands in its topic alone. */
function notedBy({ needs = [], planned, referred }: HeldCase, sight: Sight): Text[] {
  const items: Text[] = [
    ...needs.map((need) => ({ key: `desk:needs.${need}` })),
    ...(planned ? [{ key: 'name:date', vars: { date: planned } }] : []),
  ]
  const to = referred && joined(referred.map((text) => ({ key: 'name:plain', vars: { text } })))
  return [
    ...(items.length > 0 ? [{ ...own(sight, 'noted'), vars: { noted: joined(items) } }] : []),
    ...(to ? [{ ...own(sight, 'referred'), vars: { to } }] : []),
  ]
}

function dayOf(ms: number): Text {
  return { key: 'name:date', vars: { date: new Date(ms).toISOString().slice(0, 10) } }
}

function joined(items: Text[]): Text {
  return items.length > 0 ? { key: 'join:commas', vars: { items } } : { key: 'name:none' }
}
