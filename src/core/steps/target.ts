import * as z from 'zod'

const name = '[A-Za-z0-9]+(-[A-Za-z0-9]+)*'

/** A name in a flow: short, Latin, without dots, so that it fits into a button's 64 bytes. */
export const Name = z.string().regex(new RegExp(`^${name}$`), {
  error: 'a name has Latin letters, digits and single hyphens only',
})

/** Where a choice leads: a step of the same flow, another flow, a step of it, or `resume` (back to what was interrupted). */
export const Target = z.string().regex(new RegExp(`^(${name}|flow:${name}(\\.${name})?)$`), {
  error:
    'a target is the name of a step, flow:<name of a flow>, flow:<name of a flow>.<step>, or resume',
})

/** Where a way enters another flow: at its first step, or at the one that is named. */
export type Door = { flow: string; step?: string }

/** The flow that a target opens, if it opens one, and the step there that it names. */
export function doorOf(target: string): Door | undefined {
  if (!target.startsWith('flow:')) return undefined
  const [flow = '', step] = target.slice('flow:'.length).split('.')
  return { flow, ...(step !== undefined && { step }) }
}

/** Choices that every screen has by itself, so no author may use their names. */
export const everywhere = ['back', 'menu', 'sos'] as const
