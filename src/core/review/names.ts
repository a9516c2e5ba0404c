import { type Content, type Flow, kindOf, type Step } from '../engine/flow.ts'
import type { Fault } from './fault.ts'

type Found = [fault: string, cure: string]

/** Signs, facts and contacts that the steps of a flow name and that stand in no file. */
export function reviewNames(content: Content, flow: Flow): Fault[] {
  return Object.entries(flow.steps).flatMap(([name, step]) =>
    [...signs(content, step), ...facts(content, step), ...records(content, step)].map(
      ([fault, cure]) => ({ file: `flows/${flow.id}.yaml`, at: `steps.${name}`, fault, cure }),
    ),
  )
}

function signs({ indicators }: Content, step: Step): Found[] {
  const raised = kindOf(step).signs?.(step) ?? []
  return raised
    .filter((id) => !indicators[id])
    .map((id) => [
      `raises ${id}, which is no sign`,
      'Add it to flows/indicators.yaml, or correct the name.',
    ])
}

function facts({ facts }: Content, step: Step): Found[] {
  const named = kindOf(step).facts?.(step) ?? []
  const missing = named
    .filter((id) => !facts[id])
    .map(
      (id): Found => [
        `rests on the fact ${id}, which is missing`,
        'Add it to flows/facts.yaml, or correct the name.',
      ],
    )
  const filled = named.flatMap((id) => Object.keys(facts[id]?.values ?? {}))
  const twice = filled.filter((hole, index) => filled.indexOf(hole) !== index)
  return [
    ...missing,
    ...twice.map(
      (hole): Found => [
        `two of its facts fill {{${hole}}}`,
        'Rename one of the values in flows/facts.yaml.',
      ],
    ),
  ]
}

function records({ contacts }: Content, step: Step): Found[] {
  const all = new Set(Object.values(contacts).flatMap((some) => some.map(({ id }) => id)))
  const named = kindOf(step).records?.(step) ?? []
  return named
    .filter((id) => !all.has(id))
    .map((id) => [
      `shows the contact ${id}, which is missing`,
      'Add it to flows/contacts/, or correct the name.',
    ])
}
