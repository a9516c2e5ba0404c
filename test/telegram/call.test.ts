import { GrammyError } from 'grammy/web'
import { describe, expect, test } from 'vitest'
import { Gone, Lost } from '../../src/app/trouble.ts'
import { call, edited, unless } from '../../src/telegram/call.ts'

/** As Telegram says no. */
async function refused(
  code: number,
  description: string,
  { chat_id = 7, ...parameters }: { chat_id?: number; migrate_to_chat_id?: number } = {},
): Promise<never> {
  const answer = { ok: false as const, error_code: code, description, parameters }
  throw new GrammyError('a call failed', answer, 'sendMessage', { chat_id })
}

const lost: [string, Lost['what'], number][] = [
  ['Bad Request: message thread not found', 'topic', 400],
  ['Bad Request: TOPIC_DELETED', 'topic', 400],
  ['Forbidden: bot was kicked from the supergroup chat', 'group', 403],
  ['Forbidden: bot is not a member of the supergroup chat', 'group', 403],
  ['Forbidden: the group chat was deleted', 'group', 403],
  ['Bad Request: not enough rights to manage topics', 'rights', 400],
  ['Bad Request: have no rights to send a message', 'rights', 400],
  ['Bad Request: CHAT_ADMIN_REQUIRED', 'rights', 400],
  ['Bad Request: CHAT_WRITE_FORBIDDEN', 'rights', 400],
  ['Bad Request: the chat is not a forum', 'rights', 400],
]

describe('what is lost to the bot', () => {
  test.each(lost)('%s: the %s', async (description, what, code) => {
    await expect(call(refused(code, description))).rejects.toMatchObject({ name: 'Lost', what })
  })

  test('a group that became a supergroup is told with its new id', async () => {
    const description = 'Bad Request: group chat was upgraded to a supergroup chat'
    const moved = refused(400, description, { migrate_to_chat_id: -1001 })
    await expect(call(moved)).rejects.toMatchObject({ what: 'group', movedTo: -1001 })
  })

  test.each([
    [400, 'Bad Request: chat not found'],
    [403, 'Forbidden: something of tomorrow'],
  ])('%i %s in a group: the group', async (code, description) => {
    const inGroup = refused(code, description, { chat_id: -1005 })
    await expect(call(inGroup)).rejects.toMatchObject({ name: 'Lost', what: 'group' })
  })

  test('is no refusal that anybody expects', async () => {
    const kicked = () => refused(403, 'Forbidden: bot was kicked from the supergroup chat')
    await expect(unless(kicked(), /./)).rejects.toThrow(Lost)
    await expect(edited(kicked())).rejects.toThrow(Lost)
  })
})

test.each([
  [403, 'Forbidden: bot was blocked by the user'],
  [403, 'Forbidden: user is deactivated'],
  [403, "Forbidden: bot can't initiate conversation with a user"],
  [400, 'Bad Request: chat not found'],
])('%i %s: the person is gone', async (code, description) => {
  await expect(call(refused(code, description))).rejects.toThrow(Gone)
})

test.each([
  'Bad Request: there is no text in the message to edit',
  'Bad Request: MESSAGE_ID_INVALID',
])('%s: it can no longer be changed', async (description) => {
  expect(await edited(refused(400, description))).toBe(false)
})
