import { onTestFinished } from 'vitest'
import * as z from 'zod'
import type { SimulatorOptions } from '../../src/simulator/start.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start.ts'

const Answer = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  description: z.string().optional(),
  parameters: z
    .object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() })
    .optional(),
})

/** A simulator that stops when the test is over. */
export async function newTelegram(options: SimulatorOptions = {}): Promise<Simulator> {
  const telegram = await startSimulator(options)
  onTestFinished(() => telegram.stop())
  return telegram
}

/** A call as a bot makes it: JSON over HTTP. */
export async function call(telegram: Simulator, method: string, payload: object = {}) {
  const response = await fetch(`${telegram.url}/bot${telegram.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  })
  return Answer.parse(await response.json())
}

/** A call with one file, as a form: the field whose value is a name holds these bytes. */
export async function upload(
  telegram: Simulator,
  method: string,
  { chat_id, ...files }: { chat_id: number } & Record<string, string | number>,
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array([1, 2, 3]),
) {
  const form = new FormData()
  form.set('chat_id', String(chat_id))
  for (const [field, name] of Object.entries(files))
    form.set(field, new File([bytes], String(name)))
  const url = `${telegram.url}/bot${telegram.token}/${method}`
  const response = await fetch(url, { method: 'POST', body: form })
  return Answer.parse(await response.json())
}

/** What the bot has not taken yet, without taking it. */
export async function updates(telegram: Simulator, poll: object = {}) {
  const { result } = await call(telegram, 'getUpdates', poll)
  return z.array(Update).parse(result)
}

export type Update = z.infer<typeof Update>
const Message = z.looseObject({ message_id: z.number(), date: z.number() })
const Update = z.looseObject({
  update_id: z.number(),
  message: Message.optional(),
  callback_query: z
    .looseObject({ id: z.string(), data: z.string(), message: Message.optional() })
    .optional(),
  inline_query: z.looseObject({ id: z.string() }).optional(),
  my_chat_member: z.looseObject({}).optional(),
})

/** A person who has pressed Start, so that the bot may write. */
export function somebody(telegram: Simulator, name = 'Ola') {
  const person = telegram.person({ name })
  person.send('/start')
  return person
}
