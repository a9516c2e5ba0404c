import type { Text } from '../../core/turn.ts'
import { namesOf } from '../cases/names.ts'
import { onCallAt, watchAll } from '../cases/watch.ts'
import type { Desk } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { mayAct } from './conduct.ts'
import { type Here, reply } from './here.ts'

/** `/oncall on`, `/oncall off`: whom urgent cases call also when nobody is to answer. Alone it says who that is. */
export async function onCall(world: World, here: Here, words: string): Promise<void> {
  const by = await mayAct(world, here)
  if (by === undefined) return
  const { desk } = here
  const typed = words.trim().toLowerCase()
  if (typed === 'on' || typed === 'off') {
    await world.desks.setOnCall(desk.id, by, typed === 'on')
    // What is urgent and waits is looked at anew.
    await watchAll(world, desk)
  }
  await reply(world, here, (await whoIsOnCall(world, desk)) ?? { key: 'desk:on-call.nobody' })
}

/** Undefined: nobody is. */
export async function whoIsOnCall(world: World, { id, group }: Desk): Promise<Text | undefined> {
  const users = (await onCallAt(world, id)).map(({ user }) => user)
  const names = [...(await namesOf(world, group, users)).values()]
  const items = names.map((text) => ({ key: 'name:plain', vars: { text } }))
  const people = { key: 'join:commas', vars: { items } }
  return items.length > 0 ? { key: 'desk:on-call.who', vars: { people } } : undefined
}
