import type { Case } from '../../core/case.ts'
import { isOpenAt } from '../../core/desk/hours.ts'
import type { Desk, Member } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'
import { deskMembers } from './staff.ts'

/** Who is called for a case: whoever has it; when nobody is to answer, also who is on call; else everybody. */
export async function whom(world: World, desk: Desk, one: Case): Promise<Member[]> {
  const members = await deskMembers(world, desk.id)
  const isOpen = isOpenAt(desk.hours, world.now(), world.content.holidays)
  const isCalled = ({ user, isOnCall }: Member) =>
    (one.state === 'taken' && user === one.by) || (!isOpen && isOnCall)
  const called = members.filter(isCalled)
  return called.length > 0 ? called : members
}
