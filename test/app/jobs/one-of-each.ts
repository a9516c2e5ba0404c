import type { Asker, Job } from '../../../src/app/ports/queue.ts'

/** With every field that its kind may have. */
type Whole<Kind extends Job['kind']> = Required<Extract<Job, { kind: Kind }>>

const asker: Required<Asker> = {
  chat: 7,
  update: 2,
  nth: 1,
  again: true,
  at: 3,
  message: 4,
  language: 'uk',
}

/** One job of each kind: whoever adds a kind, or a field, adds it here. */
export const jobs: { [Kind in Job['kind']]: Whole<Kind> } = {
  check: {
    kind: 'check',
    question: { by: 'name', name: 'Ekwinor i córki', country: 'NO', proves: 'agency' },
    asker,
    apart: true,
  },
  read: { kind: 'read', file: 'AgACAgIAAxkBAAM', asker, isOfAlbum: true, isQuiet: true },
  refresh: { kind: 'refresh', register: 'CZ_AGENCIES' },
  rest: { kind: 'rest', chat: 7, update: 2, language: 'uk' },
  wipe: { kind: 'wipe', chat: 7, messages: [5, 6], language: 'uk' },
  'case-due': { kind: 'case-due', chat: 7, desk: 'k3f9qx2a', minute: 29_912_340, what: 'limit' },
  'open-case': { kind: 'open-case', chat: 7, desk: 'k3f9qx2a', update: 2, movedTo: -1009 },
  relay: {
    kind: 'relay',
    chat: 7,
    desk: 'k3f9qx2a',
    to: 'desk',
    message: 8,
    update: 9,
    replyTo: 4,
    isUrgent: true,
    isLast: true,
    isEdit: true,
    writtenAt: 3,
    thread: 5,
    isAway: true,
  },
  'take-back': {
    kind: 'take-back',
    chat: 7,
    desk: 'k3f9qx2a',
    by: 'desk',
    message: 8,
    command: 10,
    update: 9,
    thread: 5,
  },
  reveal: { kind: 'reveal', chat: 7, update: 9 },
  'case-card': {
    kind: 'case-card',
    chat: 7,
    desk: 'k3f9qx2a',
    update: 9,
    line: 'left',
    of: { thread: 5, name: 'heron-47' },
  },
  'end-topic': { kind: 'end-topic', desk: 'k3f9qx2a', thread: 3, isUrgent: true },
  complaint: { kind: 'complaint', chat: 7, desk: 'k3f9qx2a', message: 8, update: 9 },
  report: {
    kind: 'report',
    desk: 'k3f9qx2a',
    group: -1009,
    thread: 5,
    message: 8,
    update: 9,
    day: '2026-12-01',
    weeks: 12,
    part: 'picture',
  },
  'desk-news': { kind: 'desk-news', chat: 7, update: 9, news: 'closed' },
  due: { kind: 'due', chat: 7, minute: 29_912_340, what: 'arrival', language: 'uk' },
}
