import { type Content, stepAt } from '../engine/flow.ts'
import { toPlace } from '../knowledge/doors.ts'
import type { Place } from '../turn.ts'
import type { Fault } from './fault.ts'

/** Messages must not lead where nothing is. */
export function reviewDoors(content: Content): Fault[] {
  return [...doors(content), ...rooms(content)].flatMap(({ file, at, place }) => {
    const fault = faultOf(content, place)
    return fault ? [{ file, at, ...fault }] : []
  })
}

/** Every step that words open. */
export function spokenPlaces(content: Content): Place[] {
  return [...doors(content), ...rooms(content)].map(({ place }) => toPlace(place))
}

interface Opened {
  file: string
  at: string
  /** `topics.fees`, or a flow alone. */
  place: string
}

function doors({ doors }: Pick<Content, 'doors'>): Opened[] {
  const file = 'flows/doors.yaml'
  return Object.entries(doors ?? {}).flatMap(([at, where]) => {
    if (Array.isArray(where)) return where.map((place) => ({ file, at, place }))
    return [{ file, at, place: `${where.flow}.${where.step}` }]
  })
}

function rooms({ phrases }: Content): Opened[] {
  return Object.entries(phrases).flatMap(([language, { urgent, rooms }]) =>
    Object.entries({ urgent, rooms }).flatMap(([list, places]) =>
      Object.keys(places).map((place) => ({
        file: `flows/phrases/${language}.yaml`,
        at: `${list}.${place}`,
        place,
      })),
    ),
  )
}

function faultOf(content: Content, place: string): Pick<Fault, 'fault' | 'cure'> | undefined {
  const { flow, step } = toPlace(place)
  if (!Object.hasOwn(content.flows, flow)) {
    const cure = `Known are: ${Object.keys(content.flows).join(', ')}.`
    return { fault: `leads to ${place}, but there is no flow ${flow}`, cure }
  }
  if (step === '' || stepAt(content, { flow, step })) return undefined
  const cure = `Known are: ${Object.keys(content.flows[flow]?.steps ?? {}).join(', ')}.`
  return { fault: `leads to ${place}, but there is no such step`, cure }
}
