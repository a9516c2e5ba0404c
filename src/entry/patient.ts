import type { World } from '../app/ports/world.ts'
import type { Locales } from '../content/words.ts'
import type { Config } from './config.ts'

/** One line of the doctor: what was looked at, and if something is wrong, what, and the cure. */
export interface Diagnosis {
  what: string
  fault?: string
  cure?: string
}

export interface Patient {
  config: Config
  world: World
  locales: Locales
}

/** Looks at one thing. Whatever it throws becomes a diagnosis too. */
export type Examination = (patient: Patient) => Promise<Diagnosis[]>
