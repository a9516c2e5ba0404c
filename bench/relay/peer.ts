import type { Api } from 'grammy/web'
import * as z from 'zod'
import type { Contender, Stage } from './stage.ts'

const Update = z.object({
  message: z
    .object({
      message_id: z.number(),
      chat: z.object({ id: z.number(), type: z.string() }),
      from: z.object({ is_bot: z.boolean(), first_name: z.string() }),
      message_thread_id: z.number().optional(),
      text: z.string().optional(),
    })
    .optional(),
})
type Message = NonNullable<z.infer<typeof Update>['message']>

/**
 * As many a relay with topics is written: who has which topic stands in a map, everything is done while the update waits, and what Telegram
 * refuses is a line in the log.
 */
export const peer: Contender = {
  name: 'usual relay',
  prepare: async ({ people, settle }) => {
    for (const person of people) person.send('/start')
    await settle()
  },
  ask: () => {},
  isTalking: () => true,
  can: () => 'answer',
  open: (stage) => {
    const api = stage.api()
    const topics = new Map<number, number>()
    const chats = new Map<string, number>()
    return {
      deliver: async (update) => {
        const { message } = Update.parse(update)
        const relaying = message && relay(stage, { api, topics, chats }, message)
        await relaying?.catch((error) => stage.log(`not relayed: ${error}`))
        return { kept: true }
      },
      work: async () => undefined,
    }
  },
}

interface Memory {
  api: Api
  topics: Map<number, number>
  chats: Map<string, number>
}

async function relay(stage: Stage, memory: Memory, message: Message) {
  const { api, topics, chats } = memory
  const { chat, message_id: id, message_thread_id: thread, text, from } = message
  if (text === undefined || text.startsWith('/') || from.is_bot) return
  if (chat.type !== 'private') {
    const to = chats.get(`${chat.id}/${thread}`)
    if (to !== undefined) await api.copyMessage(to, chat.id, id)
    return
  }
  const group = stage.desks[chat.id % stage.desks.length]?.group.id ?? 0
  const known = topics.get(chat.id)
  const topic = known ?? (await api.createForumTopic(group, from.first_name)).message_thread_id
  topics.set(chat.id, topic)
  chats.set(`${group}/${topic}`, chat.id)
  await api.copyMessage(group, chat.id, id, { message_thread_id: topic })
}
