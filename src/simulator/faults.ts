import * as z from 'zod'

/**
 * What goes wrong on request. On calls of the bot: `status` answers an error, `reset-before` cuts the
 * connection before anything is done, `reset-after` does it and then cuts, `slow` waits first; `astray` puts a message into the
 * topic for everything else instead of the one that was asked for.
 * On updates: `duplicate-update` sends one twice side by side, `redeliver` once more after it was taken.
 */
export type Fault = z.infer<typeof Fault>
export const Fault = z.strictObject({
  kind: z.enum([
    'status',
    'reset-before',
    'reset-after',
    'slow',
    'astray',
    'duplicate-update',
    'redeliver',
  ]),
  /** Only calls of this method; `file` is the download of a file. */
  method: z.string().optional(),
  /** Only updates of this kind, such as callback_query. */
  update: z.string().optional(),
  /** Only calls to, or updates from, this chat. */
  chat: z.int().optional(),
  /** How often; once unless said. */
  times: z.int().positive().optional(),
  /** The error code of `status`; 500 unless said. */
  status: z.int().min(400).max(599).optional(),
  description: z.string().optional(),
  retry_after: z.int().nonnegative().optional(),
  migrate_to_chat_id: z.int().optional(),
  delayMs: z.number().nonnegative().optional(),
})

type UpdateFaultKind = 'duplicate-update' | 'redeliver'

/** A fault of the bot's calls. */
export type CallFault = Fault & { kind: Exclude<Fault['kind'], UpdateFaultKind> }

export interface Faults {
  waiting: { fault: Fault; left: number }[]
}

export function addFault(faults: Faults, fault: Fault): void {
  const checked = Fault.parse(fault)
  faults.waiting.push({ fault: checked, left: checked.times ?? 1 })
}

/** Takes the oldest fault that fits this call. */
export function faultForCall(
  faults: Faults,
  call: { method: string; chat: unknown },
): CallFault | undefined {
  const fits = (fault: Fault): fault is CallFault =>
    fault.kind !== 'duplicate-update' &&
    fault.kind !== 'redeliver' &&
    (fault.method === undefined || fault.method === call.method) &&
    (fault.chat === undefined || String(fault.chat) === String(call.chat))
  return take(faults, fits)
}

/** Takes the oldest fault of this kind that fits this update. */
export function faultForUpdate(
  faults: Faults,
  kind: UpdateFaultKind,
  update: { kind: string; chat: number },
): Fault | undefined {
  const fits = (fault: Fault): fault is Fault =>
    fault.kind === kind &&
    (fault.update === undefined || fault.update === update.kind) &&
    (fault.chat === undefined || fault.chat === update.chat)
  return take(faults, fits)
}

function take<F extends Fault>(faults: Faults, fits: (fault: Fault) => fault is F): F | undefined {
  for (const entry of faults.waiting) {
    if (!fits(entry.fault)) continue
    entry.left--
    if (entry.left === 0) faults.waiting.splice(faults.waiting.indexOf(entry), 1)
    return entry.fault
  }
  return undefined
}
