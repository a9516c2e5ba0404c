import * as z from 'zod'

/** A name in a flow: short, Latin, without dots, so that it fits into a button's 64 bytes. */
export const Name = z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, {
  error: 'a name has Latin letters, digits and single hyphens only',
})

/** Where a choice leads: a step of the same flow, `flow:<id>`, or `resume` (back to what was interrupted). */
export const Target = z.string().regex(/^(flow:)?[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, {
  error: 'a target is the name of a step, flow:<name of a flow>, or resume',
})

/** The flow that a target opens, if it opens one. */
export function flowOf(target: string): string | undefined {
  return target.startsWith('flow:') ? target.slice('flow:'.length) : undefined
}

/** Choices that every screen has by itself, so no author may use their names. */
export const everywhere = ['back', 'menu', 'sos'] as const
