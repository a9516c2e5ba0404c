import { namesOf } from '../cases/names.ts'
import { deskMembers } from '../cases/staff.ts'
import { watchAll } from '../cases/watch.ts'
import type { World } from '../ports/world.ts'
import { mayAct } from './conduct.ts'
import { type Here, reply } from './here.ts'

/** `/oncall on`, `/oncall off`: whom urgent cases call also when nobody is to answer. Alone it says who that is. */
export async function onCall(world: World, here: Here, words: string): Promise<void> {
  const by = await mayAct(world, here)
  if (by === undefined) return
  const typed = words.trim().toLowerCase()
  if (typed === 'on' || typed === 'off') await change(world, here, by, typed === 'on')
  const called = (await deskMembers(world, here.desk.id)).filter(({ isOnCall }) => isOnCall)
  const names = await namesOf(
    world,
    here.desk.group,
    called.map(({ user }) => user),
  )
  const people = { key: 'join:commas', vars: { items: [...names.values()].map(plain) } }
  if (names.size === 0) return reply(world, here, { key: 'desk:on-call.nobody' })
  await reply(world, here, { key: 'desk:on-call.who', vars: { people } })
}

/** What is urgent and waits is looked at anew. */
async function change(world: World, { desk }: Here, by: number, isOn: boolean) {
  await world.desks.setOnCall(desk.id, by, isOn)
  await watchAll(world, desk)
}

function plain(text: string) {
  return { key: 'name:plain', vars: { text } }
}
