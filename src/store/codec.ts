import type * as z from 'zod'

/** How something of one kind is stored. */
export interface Codec<Which> {
  /** Undefined: its kind says it all. */
  pack: (deed: Which) => unknown
  /** Undefined: written by another release, in a way that we cannot read. */
  unpack: (stored: unknown) => Which | undefined
}

/** What is written and how it is read again; the schema says what may be read. */
export function codec<Which, Stored>(
  schema: z.ZodType<Stored>,
  pack: (deed: Which) => Stored,
  unpack: (stored: Stored) => Which,
): Codec<Which> {
  return {
    pack,
    unpack: (stored) => {
      const read = schema.safeParse(stored)
      return read.success ? unpack(read.data) : undefined
    },
  }
}
