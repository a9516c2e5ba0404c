import { type Content, isQuiet, stepAt } from '../engine/flow.ts'
import { toPlace } from '../knowledge/doors.ts'
import type { Place } from '../turn.ts'
import type { Fault } from './fault.ts'

/** Messages must not lead where nothing is. */
export function reviewDoors(content: Content): Fault[] {
  const missing = [...doors(content), ...rooms(content)].flatMap(({ file, at, place }) => {
    const fault = faultOf(content, place)
    return fault ? [{ file, at, ...fault }] : []
  })
  // What a door leads to can be judged only where it leads somewhere.
  return missing.length > 0 ? missing : [...unfit(content), ...speechless(content)]
}

/** What can take what a message brought along; whoever writes of danger must come to help. */
const fitting = {
  advert: 'scan',
  firm: 'number',
  agency: 'number',
  country: 'place',
  which: 'which',
  language: 'language',
} as const
const helping = ['danger', 'other', 'passed', 'story'] as const

function unfit(content: Content): Fault[] {
  const { doors } = content
  if (!doors) return []
  const file = 'flows/doors.yaml'
  const wrong = Object.entries(fitting).flatMap(([at, kind]): Fault[] => {
    const place = Object.entries(doors).find(([name]) => name === at)?.[1]
    const step = place && !Array.isArray(place) ? stepAt(content, place) : undefined
    if (step?.kind === kind) return []
    const cure = `Name a step of the kind ${kind}.`
    return [{ file, at, fault: `leads to a step that cannot take what was written`, cure }]
  })
  const helpless = helping.flatMap((at): Fault[] => {
    if (isQuiet(content, doors[at].flow)) return []
    const cure = 'Name a step of a flow with quiet: true, like sos.now.'
    return [{ file, at, fault: 'does not lead to help', cure }]
  })
  return [...wrong, ...helpless]
}

/** In every language that is spoken people must be understood. */
function speechless({ languages, phrases }: Content): Fault[] {
  return languages
    .filter((language) => !Object.hasOwn(phrases, language))
    .map((language) => ({
      file: `flows/phrases/${language}.yaml`,
      at: '',
      fault: 'is missing, so nobody is understood in this language',
      cure: 'Write it; it needs `emergency` at least.',
    }))
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
