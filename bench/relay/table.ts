import type { Verdict } from './judge.ts'
import type { Played } from './play.ts'
import type { Script } from './script.ts'
import type { Contender } from './stage.ts'

export interface Row {
  contender: Contender
  played: Played
  verdict: Verdict
}

type Line = [name: string, figure: (row: Row) => string | number]

const lines: Line[] = [
  ['sent', ({ verdict }) => verdict.sent],
  ['never written: no talk, no question', ({ verdict }) => verdict.unwritten],
  ['arrived', ({ verdict }) => verdict.arrived],
  ['lost', ({ verdict }) => verdict.lost],
  ["doubled, Telegram's answer was lost", ({ verdict }) => verdict.doubled],
  ['doubled without a reason', ({ verdict }) => verdict.unexplained],
  ['out of order', ({ verdict }) => verdict.disordered],
  ['not in the one topic, or a wrong chat', ({ verdict }) => verdict.misplaced],
  ['longest way to a desk, minutes', ({ verdict }) => verdict.longest.toFixed(1)],
  ['  the least that the limit allows', ({ verdict }) => verdict.least.toFixed(1)],
  ['longest way to a person, minutes', ({ verdict }) => verdict.toPerson.toFixed(1)],
  ['real seconds', ({ played }) => played.seconds.toFixed(1)],
]

/** What was played, and how each contender came through it. */
export function table(rows: Row[], { desks, people, messages, kills }: Script): string[] {
  const head = `${people} people write ${messages} messages each to ${desks} desks; the process is killed ${kills.length} times`
  const columns = row('', rows, ({ contender }) => contender.name)
  return [head, columns, ...lines.map(([name, figure]) => row(name, rows, figure))]
}

function row(name: string, rows: Row[], figure: (row: Row) => string | number): string {
  return name.padEnd(38) + rows.map((one) => String(figure(one)).padStart(13)).join('')
}
