import { type Content, type Flow, kindOf } from '../engine/flow.ts'
import { points } from '../knowledge/phrases.ts'
import { type Door, doorOf, everywhere } from '../steps/target.ts'
import { spokenPlaces } from './doors.ts'
import type { Fault } from './fault.ts'
import { reviewNames } from './names.ts'
import { reviewPosters } from './posters.ts'

/** Flows that the engine itself opens. */
const rooms = ['start', 'menu', 'sos', 'danger']
/** What somebody in need reads, and whom they can call. */
const help = ['sos', 'danger', 'contacts', 'health']

const maxChoices = 6
/** Telegram's limit for what a button carries. */
const maxButtonBytes = 64

/** Ways that lead nowhere, steps nobody reaches, buttons that do not fit. */
export function reviewFlows(content: Content): Fault[] {
  const missing = rooms
    .filter((id) => !content.flows[id])
    .map((id) => fault(id, 'id', 'the bot needs this flow', `Create flows/${id}.yaml.`))
  return [...missing, ...Object.values(content.flows).flatMap((flow) => reviewFlow(content, flow))]
}

function reviewFlow(content: Content, flow: Flow): Fault[] {
  return [
    ...entrances(flow).flatMap(([at, step]) => unknownStep(flow, at, step)),
    ...names(flow).flatMap((name) => reviewStep(content, flow, name)),
    ...reviewNames(content, flow),
    ...reviewPosters(content, flow),
    ...unreached(content, flow),
    ...endless(flow),
    ...blocking(flow),
    ...disturbed(flow),
  ]
}

/** What the clock brings must not take the place of what the person was doing. */
function blocking({ id, aside, dues }: Flow): Fault[] {
  if (aside || Object.keys(dues).length === 0) return []
  return [fault(id, 'dues', 'the clock opens this flow, but it is no aside', 'Write aside: true.')]
}

/** Whoever reads help must not lose it to a reminder. */
function disturbed({ id, quiet }: Flow): Fault[] {
  if (quiet || !help.includes(id)) return []
  return [fault(id, 'quiet', 'a reminder may interrupt help', 'Write quiet: true.')]
}

function entrances(flow: Flow): [at: string, step: string][] {
  const named = { commands: flow.commands, dues: flow.dues }
  const others = Object.entries(named).flatMap(([field, steps]) =>
    Object.entries(steps).map(([name, step]): [string, string] => [`${field}.${name}`, step]),
  )
  return [['start', flow.start], ...others]
}

function unknownStep(flow: Flow, at: string, step: string): Fault[] {
  if (flow.steps[step]) return []
  return [fault(flow.id, at, `there is no step ${step}`, cureForName(step, names(flow)))]
}

function reviewStep(content: Content, flow: Flow, name: string): Fault[] {
  const step = flow.steps[name]
  if (!step) return []
  const { exits, told, reads, brings, choices, texts } = kindOf(step)
  const at = `steps.${name}`
  const faults = exits(step).flatMap((target) => unknownTarget(content, flow, { at, target }))
  for (const what of brings?.(step) ?? []) {
    if (Object.values(content.flows).some(({ dues }) => dues[what])) continue
    const cure = 'Name it under dues in the flow that it opens.'
    faults.push(fault(flow.id, at, `brings ${what}, which opens nothing`, cure))
  }
  for (const one of told?.(step) ?? []) {
    if (content.indicators[one] || points.some((point) => point === one)) continue
    const cure = `Name a sign, or one of ${points.join(', ')}.`
    faults.push(fault(flow.id, at, `is told by ${one}, which no advert tells`, cure))
  }
  for (const other of reads?.(step) ?? []) faults.push(...unknownStep(flow, `${at}.on`, other))
  const count = choices?.(step).length ?? 0
  if (count > maxChoices) {
    faults.push(
      fault(flow.id, at, `has ${count} choices`, `Keep ${maxChoices}, or ask in two steps.`),
    )
  }
  const labels = [...texts(step).labels, ...everywhere]
  const data = labels.map((label) => `${flow.id}.${name}.${label}`)
  for (const long of data.filter((one) => one.length > maxButtonBytes)) {
    const cure = `Shorten the names of flow, step or choice to ${maxButtonBytes} letters together.`
    faults.push(fault(flow.id, at, `the button ${long} is too long for Telegram`, cure))
  }
  return faults
}

function unknownTarget(
  content: Content,
  flow: Flow,
  { at, target }: { at: string; target: string },
) {
  const door = doorOf(target)
  if (door)
    return wrongDoor(content, flow, door).map(([what, cure]) => fault(flow.id, at, what, cure))
  if (target === 'resume' || flow.steps[target]) return []
  return [
    fault(
      flow.id,
      at,
      `leads to ${target}, but there is no such step`,
      cureForName(target, names(flow)),
    ),
  ]
}

/** A flow or a step that is not there, a step of the same flow, or a way past the question that everybody is asked first. */
function wrongDoor(content: Content, from: Flow, { flow: id, step }: Door): Found[] {
  const flow = content.flows[id]
  if (!flow) {
    const cure = cureForName(id, Object.keys(content.flows))
    return [[`leads to flow:${id}, but there is no flow ${id}`, cure]]
  }
  if (step === undefined) return []
  const leads = `leads to flow:${id}.${step}`
  if (flow === from) return [[`${leads}, a step of the same flow`, `Write ${step}.`]]
  if (!flow.steps[step])
    return [[`${leads}, but there is no such step`, cureForName(step, names(flow))]]
  const first = flow.steps[flow.start]
  if (step === flow.start || !first || !kindOf(first).guards) return []
  return [[`${leads}, past ${id}.${flow.start}, which is for everybody`, `Write flow:${id}.`]]
}

type Found = [fault: string, cure: string]

function unreached(content: Content, flow: Flow): Fault[] {
  const inner = entrances(flow).map(([, step]) => step)
  const reached = new Set([...inner, ...doors(content, flow)])
  for (const name of reached) for (const target of inside(flow, name)) reached.add(target)
  return names(flow)
    .filter((name) => !reached.has(name))
    .map((name) =>
      fault(
        flow.id,
        `steps.${name}`,
        'no way leads to this step',
        'Let a choice lead to it, or remove it.',
      ),
    )
}

/** Steps that other flows lead to, and those that words open. */
function doors(content: Content, { id }: Flow): string[] {
  const opened = spokenPlaces(content).flatMap((place) => (place.flow === id ? place.step : []))
  const others = Object.values(content.flows)
    .filter((flow) => flow.id !== id)
    .flatMap(({ steps }) => Object.values(steps))
    .flatMap((step) => kindOf(step).exits(step))
    .map(doorOf)
    .flatMap((door) => (door?.flow === id && door.step !== undefined ? [door.step] : []))
  return [...opened, ...others]
}

/** From every step some way must end: in another flow, back where the person was, or with something to take along. */
function endless(flow: Flow): Fault[] {
  const ending = new Set(names(flow).filter((name) => endsHere(flow, name)))
  for (let before = -1; before !== ending.size; ) {
    before = ending.size
    for (const name of names(flow)) {
      if (inside(flow, name).some((target) => ending.has(target))) ending.add(name)
    }
  }
  return names(flow)
    .filter((name) => !ending.has(name))
    .map((name) =>
      fault(
        flow.id,
        `steps.${name}`,
        'no way from here ever ends',
        'Let one choice lead to flow:menu or resume.',
      ),
    )
}

function endsHere(flow: Flow, name: string) {
  const step = flow.steps[name]
  if (!step) return false
  const { exits, ends } = kindOf(step)
  return ends?.(step) || exits(step).some((target) => doorOf(target) || target === 'resume')
}

function inside(flow: Flow, name: string) {
  const step = flow.steps[name]
  return step
    ? kindOf(step)
        .exits(step)
        .filter((target) => flow.steps[target])
    : []
}

function names(flow: Flow) {
  return Object.keys(flow.steps)
}

function cureForName(name: string, known: string[]) {
  const near = known.find((one) => one.startsWith(name.slice(0, 3)))
  return near ? `Did you mean ${near}?` : `Known are: ${known.join(', ')}.`
}

function fault(flow: string, at: string, what: string, cure: string): Fault {
  return { file: `flows/${flow}.yaml`, at, fault: what, cure }
}
