import type { Log } from '../app/ports/world.ts'

/** One line of JSON an event, for CloudWatch and for the terminal. */
export function createLog(write: (line: string) => void = console.log): Log {
  return (event, facts = {}) => write(JSON.stringify({ event, ...facts }))
}
