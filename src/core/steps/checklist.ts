import * as z from 'zod'
import { pagesLine } from '../cards/source.ts'
import { inPages, pageNamed, turnsOfList } from '../pages.ts'
import type { Choice, Draw, Text } from '../turn.ts'
import { type Drawing, kind, type Move, own, pressed, type Scene, type Sight } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('checklist'),
  /** Things to do in their order, each with pages that advise it. */
  items: z.record(Name, z.array(z.url())),
  next: Target,
})
type Checklist = z.infer<typeof schema>

/** Items on one page, so that list and buttons fit on a phone. */
const pageSize = 6

/** Things to do, each a button that ticks it or takes the tick back. Ticks are held as long as the talk. */
export const checklist = kind(schema, {
  exits: (step) => [step.next],
  texts: (step) => ({
    says: ['text', ...Object.keys(step.items).map((item) => `${item}.why`)],
    labels: ['next', ...Object.keys(step.items).map((item) => `${item}.label`)],
  }),
  enter: (_step, scene) => ({ effects: [view(scene, 'page-0')] }),
  receive: (step, input, scene) => {
    const id = pressed(input) ?? ''
    if (id === 'next') return { answer: id, go: step.next }
    const [verb = '', item = ''] = id.split(/-(.*)/)
    if (pageNamed(id, pages(step).length) !== undefined) return turnTo(scene, id)
    if (!Object.hasOwn(step.items, item)) return undefined
    if (verb === 'about') return turnTo(scene, id)
    const effect = Object.hasOwn(effects, verb) ? effects[verb] : undefined
    return effect && tick(step, scene, { item, ...effect })
  },
  draw: (step, name, sight) => {
    const [verb, item = ''] = name.split(/-(.*)/)
    return verb === 'about' ? drawItem(step, item, sight) : drawPage(step, Number(item), sight)
  },
})

/** What a button does to its item: on the page, and where the item is explained. */
const effects: Record<string, { isDone: boolean; explained: boolean }> = {
  on: { isDone: true, explained: false },
  off: { isDone: false, explained: false },
  did: { isDone: true, explained: true },
  undo: { isDone: false, explained: true },
}

interface Tick {
  item: string
  isDone: boolean
  explained: boolean
}

function tick(step: Checklist, scene: Scene, { item, isDone, explained }: Tick): Move {
  const { flow, step: name } = scene.at
  const ticked = Object.keys(step.items).filter((one) =>
    one === item ? isDone : scene.ticked.includes(one),
  )
  const shown = explained ? `about-${item}` : `page-${pageOf(step, item)}`
  return {
    effects: [{ kind: 'set', ticks: { [`${flow}.${name}`]: ticked } }, view(scene, shown)],
  }
}

function turnTo(scene: Scene, name: string): Move {
  return { effects: [view(scene, name)] }
}

function view({ at }: Scene, name: string): Draw {
  return { kind: 'draw', at, view: name }
}

/** What is done and what is open, in words; below it the items of this page. */
function drawPage(step: Checklist, page: number, sight: Sight): Drawing {
  const all = Object.keys(step.items)
  const items = pages(step)[page] ?? []
  const isDone = (item: string) => sight.ticked.includes(item)
  const vars = { done: all.filter(isDone).length, of: all.length }
  const parts: Text[] = [
    own(sight, 'text'),
    { key: 'common:checklist.count', vars },
    ...named(sight, 'common:checklist.done', items.filter(isDone)),
    ...named(
      sight,
      'common:checklist.open',
      items.filter((item) => !isDone(item)),
    ),
  ]
  return {
    text: { key: 'join:paragraphs', vars: { items: parts } },
    choices: [
      ...items.map((item) => toggle(sight, item)),
      ...turnsOfList(page, pages(step).length),
      { id: `about-${items[0]}`, label: { key: 'common:checklist.about' } },
      { id: 'next', label: own(sight, 'next') },
    ],
  }
}

function named(sight: Sight, key: string, names: string[]): Text[] {
  const items = names.map((item) => own(sight, `${item}.label`))
  return items.length > 0
    ? [{ key, vars: { items: { key: 'join:bullets', vars: { items } } } }]
    : []
}

/** The button says what it will do by itself, so a press that comes twice does no harm. */
function toggle(sight: Sight, item: string): Choice {
  const label = own(sight, `${item}.label`)
  if (!sight.ticked.includes(item)) return { id: `on-${item}`, label }
  return { id: `off-${item}`, label: { key: 'common:checklist.ticked', vars: { label } } }
}

/** One item: why it helps, whether it is done, who advises it. */
function drawItem(step: Checklist, item: string, sight: Sight): Drawing {
  const all = Object.keys(step.items)
  const isDone = sight.ticked.includes(item)
  const vars = {
    label: own(sight, `${item}.label`),
    why: own(sight, `${item}.why`),
    state: { key: isDone ? 'common:checklist.is-done' : 'common:checklist.is-open' },
  }
  const parts: Text[] = [{ key: 'common:checklist.item', vars }, ...sources(step.items[item])]
  const choices: Choice[] = [
    isDone
      ? { id: `undo-${item}`, label: { key: 'common:checklist.untick' } }
      : { id: `did-${item}`, label: { key: 'common:checklist.tick' } },
  ]
  const at = all.indexOf(item) + 1
  const next = all[at]
  if (next) {
    const label = { key: 'common:next-point', vars: { at: at + 1, of: all.length } }
    choices.push({ id: `about-${next}`, label })
  }
  const list = { key: 'common:checklist.list' }
  choices.push({ id: `page-${pageOf(step, item)}`, label: list })
  return { text: { key: 'join:paragraphs', vars: { items: parts } }, choices }
}

function sources(urls: string[] = []): Text[] {
  return urls.length > 0 ? [pagesLine(urls)] : []
}

function pages({ items }: Checklist) {
  return inPages(Object.keys(items), pageSize)
}

function pageOf(step: Checklist, item: string) {
  return Math.max(0, Math.floor(Object.keys(step.items).indexOf(item) / pageSize))
}
