import { randomInt } from 'node:crypto'
import type { Offer, Query } from '../rooms/offers.ts'
import { pushUpdate } from '../updates/updates.ts'
import { Refusal } from '../wire/refusal.ts'
import type { User } from '../wire/telegram.ts'
import type { World } from '../world.ts'

/** Telegram forgets a query after this time; no answer is accepted then. */
export const QUERY_SECONDS = 30
const LONGEST_QUERY = 256

/** Asks the bot, unless it said that an older answer still holds. Undefined: it did not answer. */
export async function ask(
  world: World,
  from: User,
  { words, chatType }: Pick<Query, 'words' | 'chatType'>,
): Promise<Offer | undefined> {
  if (!world.isInline) throw new Refusal(400, "the bot doesn't support inline queries")
  if ([...words].length > LONGEST_QUERY) throw new Refusal(400, 'a query has at most 256 letters')
  const at = world.clock.now().getTime()
  forgetOld(world, at)
  const asked = { person: from.id, words, chatType, at }
  return offerHeld(world, asked) ?? offerOf(world, from, asked)
}

type Asked = Omit<Query, 'isAnswered' | 'take'>

function offerOf(world: World, from: User, asked: Asked): Promise<Offer | undefined> {
  const id = String(randomInt(2 ** 47))
  const { promise, resolve } = Promise.withResolvers<Offer | undefined>()
  const callOff = world.clock.after(QUERY_SECONDS * 1000, () => resolve(undefined))
  const take = (offer: Offer) => {
    callOff()
    resolve(offer)
  }
  world.queries.set(id, { ...asked, isAnswered: false, take })
  const source = { kind: 'inline_query', chat: from.id, queue: `inline ${from.id}` } as const
  const { words: query, chatType: chat_type } = asked
  pushUpdate(world.updates, source, { id, from, query, offset: '', chat_type })
  return promise
}

/** Telegram gives the same answer again for so long, to everybody unless it is personal. */
export function holdOffer(
  { offers, clock }: World,
  query: Query,
  offer: Offer,
  { seconds, isPersonal }: { seconds: number; isPersonal: boolean },
): void {
  const until = clock.now().getTime() + seconds * 1000
  offers.set(nameOf(query, isPersonal ? query.person : 0), { offer, until })
}

function offerHeld({ offers }: World, asked: Asked): Offer | undefined {
  const held = offers.get(nameOf(asked, asked.person)) ?? offers.get(nameOf(asked, 0))
  return held?.offer
}

/** As td/telegram/InlineQueriesManager.cpp tells queries apart. */
function nameOf({ words, chatType }: Asked, person: number): string {
  return JSON.stringify([person, chatType, words.trim()])
}

function forgetOld({ queries, offers }: World, now: number): void {
  for (const [id, { at }] of queries) if (now - at > QUERY_SECONDS * 1000) queries.delete(id)
  for (const [name, { until }] of offers) if (until <= now) offers.delete(name)
}
