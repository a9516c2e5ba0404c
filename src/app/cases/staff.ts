import type { Acceptance, Member } from '../ports/desks.ts'
import type { World } from '../ports/world.ts'

/** A year: then the code of conduct is asked again. */
const holdsMs = 365 * 24 * 3_600_000

type Asked = Pick<World, 'desks' | 'content' | 'now'>

/** Whether somebody of a desk has accepted the code of conduct, in the wording that holds now, within a year. */
export async function hasAccepted(world: Asked, desk: string, user: number): Promise<boolean> {
  const accepted = await world.desks.accepted(desk, user)
  return accepted !== undefined && holds(world, accepted)
}

/** Whether anybody of a desk has, so that somebody may take a case. */
export async function isStaffed(world: Asked, desk: string): Promise<boolean> {
  return (await deskMembers(world, desk)).length > 0
}

/** Everybody of a desk who may take a case. */
export async function deskMembers(world: Asked, desk: string): Promise<Member[]> {
  return (await world.desks.members(desk)).filter((one) => holds(world, one))
}

function holds({ content, now }: Asked, { wording, at }: Acceptance) {
  return wording === content.conduct.wording && now().getTime() - at < holdsMs
}
