import { describe, expect, test } from 'vitest'
import { type Flow, kindOf } from '../../src/core/engine/flow.ts'
import type { Person } from '../../src/core/engine/run.ts'
import { newWalk } from '../core/small.ts'
import { content } from '../person.ts'

/** Where somebody stands, and the last heading that they saw on this part of the way. */
interface Stand {
  person: Person
  way: string[]
  shown: Progress | undefined
}
type Progress = { at: number; of: number }

/** Adverts that tell much, little and next to nothing. */
const adverts = [
  'Praca w Holandii, szklarnia. Opłata rezerwacyjna 350 zł BLIK, ostatnie miejsca! Umowa na miejscu.',
  'Magazyn, Venlo, Holandia. Kwartz Logistics B.V. Stawka 15,40 € brutto za godzinę, 40 godzin tygodniowo, umowa przed wyjazdem.',
  'Szukamy ludzi do pracy, zapraszamy wszystkich chętnych, dobre warunki i miła atmosfera.',
]

const judging = Object.values(content.flows).filter(({ steps }) =>
  Object.values(steps).some((step) => kindOf(step).concludes),
)

describe.each(judging)('on every way of $id', (flow) => {
  const { faults, verdicts } = walkEveryWay(flow)

  test('the count grows, and the share of what is done never shrinks', () => {
    expect(faults).toEqual([])
  })

  test('there is a verdict', () => {
    expect(verdicts).toBeGreaterThan(0)
  })
})

/** Every choice of every screen, each from every place where it may lead elsewhere. */
function walkEveryWay(flow: Flow) {
  const faults = new Set<string>()
  const begin = [undefined, false].flatMap((minor) => [
    ...openedBy(flow, minor, (walk) => walk.opens(flow.id)),
    // An advert that comes before anybody was asked for one.
    ...adverts.flatMap((advert) => openedBy(flow, minor, (walk) => walk.says(advert))),
  ])
  const queue: Stand[] = begin
  const done = new Set<string>()
  let verdicts = 0
  for (const stand of queue) {
    for (const act of actsAt(stand)) {
      const walk = newWalk(content, structuredClone(stand.person))
      act.does(walk)
      if (walk.at() === 'danger.stop') walk.taps('go-on')
      const way = [...stand.way, act.name]
      const next = standOf(walk, way)
      if (walk.person.state?.flow !== flow.id) continue
      const isOn = isOnward(stand.person, next.person)
      const isVerdict = concludes(flow, stepOf(next.person))
      if (isVerdict) verdicts++
      if (isVerdict && next.shown) faults.add(`${way.join(' ')}: a verdict with a heading`)
      else if (isOn && next.shown) fault(stand.shown, next.shown, way, faults)
      const before = isOn ? stand.shown : undefined
      const shown = isVerdict ? undefined : (next.shown ?? before)
      const name = JSON.stringify([nameOf(flow, next.person), shown])
      if (done.has(name)) continue
      done.add(name)
      queue.push({ ...next, shown })
    }
  }
  return { faults: [...faults], verdicts }
}

function openedBy(flow: Flow, minor: boolean | undefined, open: (walk: Walk) => void): Stand[] {
  const walk = newWalk(content, { language: 'pl', ...(minor !== undefined && { minor }) })
  open(walk)
  return walk.person.state?.flow === flow.id ? [standOf(walk, [])] : []
}

type Walk = ReturnType<typeof newWalk>

function standOf(walk: Walk, way: string[]): Stand {
  return { person: walk.person, way, shown: walk.progress() }
}

function actsAt({ person }: Stand) {
  const { flow = '', path = [] } = person.state ?? {}
  const step = content.flows[flow]?.steps[path.at(-1)?.step ?? '']
  const walk = newWalk(content, structuredClone(person))
  walk.sendsRecording() // shows the screen once more
  const presses = walk.choices().map((choice) => ({
    name: `${path.at(-1)?.step}=${choice}`,
    does: (one: Walk) => one.presses({ flow, step: path.at(-1)?.step ?? '' }, choice),
  }))
  const lines = step?.kind === 'scan' ? adverts : step?.kind === 'country' ? ['Hiszpania'] : []
  const words = lines.map((line) => ({ name: line, does: (one: Walk) => one.says(line) }))
  return [...presses, ...words]
}

/** Answers by which the way ahead is chosen: of branches, and of an advert. */
function nameOf({ steps }: Flow, person: Person) {
  const { path = [] } = person.state ?? {}
  const read = Object.values(steps).flatMap((step) => (step.kind === 'branch' ? [step.on] : []))
  const deciding = path.filter(
    ({ step }, index) =>
      read.includes(step) || steps[step]?.kind === 'scan' || index === path.length - 1,
  )
  return [deciding, path.length, person.country, person.minor]
}

function fault(before: Progress | undefined, now: Progress, way: string[], faults: Set<string>) {
  const told = `${way.join(' ')}: ${before?.at}/${before?.of} → ${now.at}/${now.of}`
  if (!before && now.at !== 1) faults.add(`${told} does not begin with 1`)
  if (before && now.at <= before.at) faults.add(`${told} does not grow`)
  if (before && now.at / now.of < before.at / before.of) faults.add(`${told} shrinks`)
  if (now.at > now.of) faults.add(`${told} is more than there is`)
}

/** What was answered before still stands; anything else is a way back, or another beginning. */
function isOnward(before: Person, now: Person) {
  const stood = before.state?.path ?? []
  const path = now.state?.path ?? []
  const answered = stood.slice(0, -1)
  const isKept = answered.every(({ step }, index) => path[index]?.step === step)
  return isKept && stepOf(now) !== stepOf(before)
}

function concludes({ steps }: Flow, name: string) {
  const step = steps[name]
  return Boolean(step && kindOf(step).concludes)
}

function stepOf({ state }: Person) {
  return state?.path.at(-1)?.step ?? ''
}
