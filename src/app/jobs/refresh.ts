import { refresh as copyAnew } from '../firms/refresh.ts'
import type { JobKind } from './job.ts'

/** Copies a register's file anew. */
export const refresh: JobKind<'refresh'> = {
  label: ({ register }) => ({ group: `refresh#${register}`, once: `refresh#${register}` }),
  run: (world, { register }) => copyAnew(world, register),
}
