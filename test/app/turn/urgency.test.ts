import { expect, test } from 'vitest'
import type { Event, Incoming } from '../../../src/app/ports/arrival.ts'
import { urgencyOf } from '../../../src/app/turn/urgency.ts'
import { newPerson } from '../../person.ts'

const command = (name: string): Event => ({ kind: 'command', name })
const text = (words: string): Event => ({ kind: 'text', text: words })
const press = (flow: string, step: string, choice: string): Event => {
  return { kind: 'press', flow, step, choice }
}

const cases: [what: string, event: Event, urgency: 'help' | 'deed' | undefined][] = [
  ['/sos', command('sos'), 'help'],
  ['/help', command('help'), 'help'],
  ['a word of danger', text('POMOCY!'), 'help'],
  ['a word of danger below a picture', { kind: 'media', holds: 'file', caption: 'pomocy' }, 'help'],
  ['the button', press('offer', 'fee', 'sos'), 'help'],
  ['a button of help', press('sos', 'now', 'quiet'), 'help'],
  ['a button of help for body and soul', press('health', 'ill', 'more'), 'help'],
  ['the way from help to those who help', press('sos', 'now', 'people'), 'help'],
  ['the way from help to the menu', press('sos', 'now', 'menu'), undefined],
  ['/hide', command('hide'), 'deed'],
  ['/forget', command('forget'), 'deed'],
  ['/stop', command('stop'), 'deed'],
  ['/start', command('start'), undefined],
  ['a word', text('hej'), undefined],
  ['a number', text('5223010200'), undefined],
  ['a picture', { kind: 'media', holds: 'recording' }, undefined],
  ['another button', press('offer', 'fee', 'yes'), undefined],
]

test.each(cases)('%s', (_what, event, urgency) => {
  const { world } = newPerson()
  const source = event.kind === 'press' ? 'press' : 'message'
  const incoming: Incoming = { update: 1, chat: 7, source, message: 1, sentAt: 0, event }
  expect(urgencyOf(world, incoming)).toBe(urgency)
})
