import { newChance } from './troubles.ts'

/** What is played. */
export interface Script {
  desks: number
  people: number
  /** Of each person. */
  messages: number
  /** Every so many messages somebody at the desk answers one. */
  answersEach: number
  /** Seconds between two messages of a person. */
  pause: { least: number; most: number }
  /** Within so many seconds all begin. */
  beginWithin: number
  /** Seconds after the beginning when the process is killed. */
  kills: number[]
  /** Part of the calls, and of the updates, to which each kind of trouble happens; `once`: each of them once. */
  troubles: number | 'once'
  seed: number
}

/** Ten desks, at each of which more is written than its group may take, and twenty messages a person. */
export const whole: Script = {
  desks: 10,
  people: 200,
  messages: 20,
  answersEach: 4,
  pause: { least: 2, most: 80 },
  beginWithin: 120,
  kills: [200, 520, 900],
  troubles: 0.005,
  seed: 1,
}

/** Two desks, six people who write much at once, and each kind of trouble once. */
export const small: Script = {
  desks: 2,
  people: 6,
  messages: 5,
  answersEach: 2,
  pause: { least: 1, most: 4 },
  beginWithin: 5,
  kills: [12],
  troubles: 'once',
  seed: 1,
}

/** When each person begins, and the pauses before their messages, in milliseconds: the same for whoever relays them. */
export function pausesOf({ people, messages, beginWithin, pause, seed }: Script) {
  const chance = newChance(seed)
  const between = (least: number, most: number) =>
    Math.round((least + chance() * (most - least)) * 1000)
  return Array.from({ length: people }, () => ({
    begins: between(0, beginWithin),
    pauses: Array.from({ length: messages }, () => between(pause.least, pause.most)),
  }))
}
