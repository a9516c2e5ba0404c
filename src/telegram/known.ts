import type * as z from 'zod'

/** What is not as we know it counts as not there: nobody's message is lost for a field beside it. */
export function known<Type extends z.ZodType>(type: Type) {
  return type.optional().catch(undefined)
}
