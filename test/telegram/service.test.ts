import { describe, expect, test } from 'vitest'
import { loadShapes } from '../../src/simulator/wire/shapes.ts'
import { parse } from '../../src/telegram/parse.ts'
import { message } from './updates.ts'

/** Everything that a message may hold, as Telegram describes it. */
const fields = namesOf('Message')

/** What can be answered elsewhere was sent by somebody. */
const sendable = [...namesOf('ExternalReplyInfo').filter(isKind), 'rich_message']

/** Telegram lists its own messages together, with few of the others between. */
const service = fields
  .slice(fields.indexOf('new_chat_members'), fields.indexOf('web_app_data') + 1)
  .filter((field) => !sendable.includes(field))

describe('a message that Telegram sends by itself', () => {
  test.each(service)('is silent, and counted by its name: %s', (kind) => {
    expect(arrival({ [kind]: {} })).toEqual({ kind: 'ignored', what: kind })
  })

  test('is silent also where we do not know it yet', () => {
    const what = 'something_of_tomorrow'
    expect(arrival({ [what]: {} })).toEqual({ kind: 'ignored', what })
  })

  test('is called by its kind, not by what stands around it', () => {
    const around = { is_topic_message: true, message_thread_id: 5, reply_to_message: message() }
    const pinned = { pinned_message: message({ text: 'Szef' }) }
    expect(arrival({ ...around, ...pinned })).toEqual({ kind: 'ignored', what: 'pinned_message' })
  })

  test('is never called by what somebody could have written', () => {
    expect(arrival({ 'Szef Zbigniew': {} })).toEqual({ kind: 'ignored', what: 'empty' })
  })
})

describe('what a person sends', () => {
  test.each(sendable)('is answered: %s', (kind) => {
    expect(arrival({ [kind]: {} })).toMatchObject({ kind: 'person' })
  })

  test('is answered wherever there are words below it', () => {
    const sent = { something_of_tomorrow: {}, caption: 'pomocy' }
    expect(arrival(sent)).toMatchObject({ incoming: { event: { caption: 'pomocy' } } })
  })

  test('is a text, whatever comes with it', () => {
    const sent = { text: 'pomocy', suggested_post_info: {} }
    expect(arrival(sent)).toMatchObject({ incoming: { event: { kind: 'text', text: 'pomocy' } } })
  })
})

test('all kinds that Telegram describes are told here', () => {
  expect([service.length, sendable.length]).toEqual([55, 22])
})

/** What becomes of a message in a private chat that holds only this. */
function arrival(content: Record<string, unknown>) {
  const { text: _, ...bare } = message()
  return parse({ update_id: 1, message: { ...bare, ...content } })
}

function namesOf(type: string) {
  return (loadShapes().types.get(type)?.fields ?? []).map(({ name }) => name)
}

/** The rest of an answered message says where it stands and how it looks. */
function isKind(field: string) {
  return !['origin', 'chat', 'message_id', 'link_preview_options', 'has_media_spoiler'].includes(
    field,
  )
}
