import type { Incoming } from '../ports/arrival.ts'
import { sources } from '../ports/source.ts'
import type { World } from '../ports/world.ts'
import { aside } from './sorry.ts'
import { answerPress, sayWord } from './word.ts'

/**
 * So much came of one person at once that these are not read. They are noted, so that hiding takes them away too, and the person
 * is told once. Throws Busy and Gone.
 */
export async function sayTooMany(world: World, incomings: Incoming[]): Promise<void> {
  const last = incomings.at(-1)
  if (!last) return
  const theirs = incomings.filter(({ source }) => sources[source].bears === 'theirs')
  await world.messages.note(
    last.chat,
    theirs.map(({ message, sentAt, update }) => ({ message, at: sentAt, own: false, update })),
  )
  const screen = { text: { key: 'common:too-many' } }
  await sayWord(world, last, { screen, over: [], isNoted: true, about: aside })
  await answerPress(world, last).catch(() => world.log('press-not-answered'))
}
