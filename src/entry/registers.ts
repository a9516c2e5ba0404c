import { setTimeout as pause } from 'node:timers/promises'
import { knownOf, probe } from '../app/firms/probe.ts'
import { createMemoryStore } from '../store/memory/memory.ts'
import { readConfig } from './config.ts'
import { createLog } from './log.ts'
import { registersFrom } from './registers-from.ts'

/** `npm run registers`: asks each register that is switched on one known number; fails when one has drifted. */
const now = () => new Date()
const registers = registersFrom(readConfig(process.env))
const log = createLog()
const world = { ...createMemoryStore(now), now, log, pause: (ms: number) => pause(ms) }
for (const register of registers) {
  const { state, reason, ms } = await probe(world, register)
  const about = state === 'off' ? 'needs a key' : `${knownOf(register)}, ${ms} ms`
  console.log(`${register.id.padEnd(16)} ${state.padEnd(12)} ${reason ?? ''} (${about})`)
  if (state === 'drift') process.exitCode = 1
}
