import { describe, expect, test } from 'vitest'
import { parse } from '../../src/telegram/parse.ts'
import { message } from './updates.ts'

function edited(more: Record<string, unknown>) {
  return parse({ update_id: 2, edited_message: message({ edit_date: 1010, ...more }) })
}

test('an edited message says what it says now', () => {
  expect(edited({ text: 'NIP 7740001454' })).toMatchObject({
    kind: 'person',
    incoming: { update: 2, message: 5, editedAt: 1010, event: { text: 'NIP 7740001454' } },
  })
})

test('an edited word below a picture is read, and the picture is not read again', () => {
  const photo = [{ file_id: 'large', file_unique_id: 'l', width: 90, height: 90 }]
  expect(edited({ text: undefined, photo, caption: 'NIP 7740001454' })).toMatchObject({
    incoming: { event: { kind: 'media', caption: 'NIP 7740001454', isBelow: true } },
  })
})

test('edited words hold nothing beside them that was not sent', () => {
  expect(edited({ text: 'hm' })).toMatchObject({
    incoming: { event: { kind: 'text', text: 'hm' } },
  })
  expect(edited({ text: 'hm' })).not.toHaveProperty('incoming.event.holds')
})

test('a picture that has taken the place of something is read', () => {
  const photo = [{ file_id: 'large', file_unique_id: 'l', width: 90, height: 90 }]
  expect(edited({ text: undefined, photo })).toMatchObject({
    incoming: { event: { kind: 'picture', file: 'large' } },
  })
})

test('an edited question about a picture of another chat does not have it read again', () => {
  const photo = [{ file_id: 'large', file_unique_id: 'l', width: 90, height: 90 }]
  const external_reply = { origin: { type: 'channel', date: 1 }, photo }
  expect(edited({ text: 'Is this real?', external_reply })).toMatchObject({
    incoming: { event: { kind: 'text', text: 'Is this real?' } },
  })
})

test('a command that was meant is obeyed once it is typed right', () => {
  const entities = [{ type: 'bot_command', offset: 0, length: 5 }]
  expect(edited({ text: '/hide', entities })).toMatchObject({
    incoming: { event: { kind: 'command', name: 'hide' } },
  })
})

test.each([
  ['without a day of the change', { edit_date: undefined }],
  ['without words', { text: undefined, location: { latitude: 1, longitude: 1 } }],
])('an edit %s is none', (_name, more) => {
  expect(edited(more)).toEqual({ kind: 'ignored', what: 'edited_message' })
})

describe('what only other programs let people change', () => {
  test.each([
    [
      'a rich message',
      (text: string) => ({ rich_message: { blocks: [{ type: 'paragraph', text }] } }),
    ],
    ['a list of things to do', (text: string) => ({ checklist: { title: text, tasks: [] } })],
  ])('says in %s what it says now', (_what, made) => {
    expect(edited({ text: undefined, ...made('help') })).toMatchObject({
      incoming: { event: { kind: 'text', text: 'help' } },
    })
  })
})
