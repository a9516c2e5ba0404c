import { describe, expect, test } from 'vitest'
import type { Talk } from '../../src/app/ports/talk.ts'
import { type News, newsOfDesks } from '../../src/core/case.ts'
import { kindOf } from '../../src/core/engine/flow.ts'
import { content } from '../person.ts'
import { richCase, someDesk } from '../store/some-desk.ts'
import { flawsOf, newReader, type Shown } from './reader.ts'
import { linesFor, placeOf } from './typed.ts'

/** Where somebody stands, and what they do there: press, type, or be reminded by the clock. */
interface Move {
  from: Talk | undefined
  does:
    | { press: string }
    | { type: string; at?: string | undefined }
    | { brought: string }
    | { news: News }
}

/** More moves than the flows have; beyond, the crawl goes round in circles. */
const most = 20_000

/** Every button of every step, and every line that makes sense there, each once. */
async function crawl(language: string) {
  const reader = newReader(language, { desk: someDesk })
  await reader.opens('/start')
  await reader.presses(`start.language.${language}`)
  const chosen = await reader.talk()
  const queue: Move[] = [{ from: undefined, does: { type: '/start' } }]
  for (const line of [...lines(), ...spoken]) queue.push({ from: chosen, does: { type: line } })
  for (const brought of dues()) queue.push({ from: chosen, does: { brought } })
  const visited = new Set<string>()
  const done = new Set<string>()
  const flaws = new Set<string>()
  for (const { from, does } of queue) {
    if (queue.length > most) throw new Error('the crawl does not end')
    await reader.stands(from)
    const shown = await act(reader, does)
    for (const screen of shown) for (const flaw of flawsOf(screen)) flaws.add(flaw)
    for (const screen of shown) visited.add(placeOf(screen) ?? '')
    const last = shown.at(-1)
    const here = await reader.talk()
    for (const next of last ? moves(last) : []) {
      const name = `${JSON.stringify(next)} ${decisive(here).join()}`
      if (done.has(name)) continue
      done.add(name)
      queue.push({ from: here, does: next })
    }
  }
  return { visited, flaws: [...flaws, ...reader.faults] }
}

/** What a branch may turn on besides a step. */
const facts = ['language', 'country', 'age']

/** The country whose register searches by name here; all others are alike. */
const searched = 'NO'

/**
 * Answers by which a later step chooses the way: what follows is another story for each of them. What a register was asked
 * counts until it has answered, then only what it said.
 */
function decisive(talk: Talk | undefined) {
  const { flow = '', path = [] } = talk?.state ?? {}
  const isAnswered = (name: string) => path.some(({ step, answer }) => step === name && answer)
  const read = Object.entries(content.flows[flow]?.steps ?? {}).flatMap(([name, step]) => {
    if (step.kind === 'branch') return facts.includes(step.on) ? [] : [step.on]
    if (step.kind !== 'check' && step.kind !== 'search') return []
    return isAnswered(name) ? [name] : [step.of, 'country'].flat()
  })
  return path
    .filter(({ step }) => read.includes(step))
    .map(({ step, answer }) => `${step}=${step === 'country' ? answer === searched : answer}`)
}

/** Where nobody is at a desk, the way to people who help by phone. */
async function withoutDesk(language: string) {
  const reader = newReader(language)
  await reader.opens('/start')
  await reader.presses(`start.language.${language}`)
  const shown = [
    ...(await reader.opens('/talk')),
    ...(await reader.presses('consultant.age.adult')),
  ]
  for (const choice of ['no-desk.how', 'how.next', 'words.next'])
    shown.push(...(await reader.presses(`consultant.${choice}`)))
  return shown.map((one) => placeOf(one) ?? '')
}

/** Whose talk is over and can go on. */
async function comingBack(language: string) {
  const { isWithdrawn: _, ...one } = richCase
  const reader = newReader(language, { desk: someDesk, one: { ...one, state: 'closed' } })
  await reader.opens('/start')
  await reader.presses(`start.language.${language}`)
  await reader.opens('/talk')
  const shown = await reader.presses('consultant.age.minor')
  return { visited: shown.map((screen) => placeOf(screen) ?? ''), flaws: shown.flatMap(flawsOf) }
}

/** Where there is no other desk than theirs, who asks for one hears that. */
async function withOneDesk(language: string) {
  const reader = newReader(language, { desk: someDesk })
  Object.assign(reader.world.desks, { all: async () => [someDesk] })
  await reader.opens('/start')
  await reader.presses(`start.language.${language}`)
  const shown = await reader.opens('/talk')
  for (const choice of ['age.adult', 'closed.next', 'consent.send', 'talk.ask-elsewhere'])
    shown.push(...(await reader.presses(`consultant.${choice}`)))
  return shown.map((one) => placeOf(one) ?? '')
}

function lines() {
  const flows = Object.values(content.flows)
  const commands = flows.flatMap(({ commands }) => Object.keys(commands).map((name) => `/${name}`))
  return [...commands, ...flows.map(({ id }) => `/start ${id}`)]
}

/** What opens steps that no button leads to: a country, what may mean two things, an advert of somebody whose age is not known. */
const spoken = [
  'Niemcy',
  'umowa kwatera',
  'Praca w Holandii od zaraz, zbiór tulipanów, 15 euro za godzinę. Opłata 300 euro, pisz na Telegram.',
]

function dues() {
  return Object.values(content.flows).flatMap((flow) => Object.keys(flow.dues))
}

function act(reader: ReturnType<typeof newReader>, does: Move['does']) {
  if ('press' in does) return reader.presses(does.press)
  if ('brought' in does) return reader.isBrought(does.brought)
  if ('news' in does) return reader.hears(does.news)
  return does.type.startsWith('/') ? reader.opens(does.type) : reader.says(does.type)
}

function moves(shown: Shown): Move['does'][] {
  const presses = shown.buttons.map(({ data }) => ({ press: data }))
  const typed = linesFor(shown).map((type) => ({ type, at: placeOf(shown) }))
  const isTalk = placeOf(shown) === 'consultant.talk'
  return [...presses, ...typed, ...(isTalk ? newsOfDesks.map((news) => ({ news })) : [])]
}

/** Steps that ask something, as `flow.step`. */
function speaking() {
  return Object.values(content.flows).flatMap((flow) =>
    Object.entries(flow.steps)
      .filter(([, step]) => !kindOf(step).silent)
      .map(([name]) => `${flow.id}.${name}`),
  )
}

describe.each(content.languages)('in %s', (language) => {
  test('every button and every typed line leads to a screen that one can read', async () => {
    const { visited, flaws } = await crawl(language)
    const back = await comingBack(language)
    const more = [...(await withoutDesk(language)), ...(await withOneDesk(language))]
    for (const step of [...more, ...back.visited]) visited.add(step)
    expect([...flaws, ...back.flaws]).toEqual([])
    expect(speaking().filter((step) => !visited.has(step))).toEqual([])
  }, 240_000)
})
