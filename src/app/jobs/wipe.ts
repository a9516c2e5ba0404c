import { voiceFor } from '../../core/voice.ts'
import { wipe as wipeSeen } from '../endings/wipe.ts'
import type { JobKind } from './job.ts'

/** Below what the worker may take in all. */
const wipingMs = 40_000

/** Blanks on where /hide had no more time. */
export const wipe: JobKind<'wipe'> = {
  label: ({ chat, messages }) => ({
    group: `chat#${chat}`,
    once: `wipe#${chat}#${messages.join()}`,
  }),
  run: async (world, { chat, messages, language }) => {
    const seen = (await world.messages.of(chat)).filter(({ message }) => messages.includes(message))
    const to = { chat, voice: voiceFor(world.content, { language }) }
    const { left, busy } = await wipeSeen(world, to, { seen, most: seen.length, ms: wipingMs })
    if (busy) throw busy
    const next = { kind: 'wipe', chat, messages: left, ...(language && { language }) } as const
    if (left.length > 0) await world.queue.enqueue(next)
  },
}
