import { describe, expect, test } from 'vitest'
import { createWords } from '../../../src/content/words.ts'
import type { HeldCase } from '../../../src/core/case.ts'
import { drawing } from '../../../src/core/engine/draw.ts'
import type { Drawing } from '../../../src/core/steps/step.ts'
import { voiceFor } from '../../../src/core/voice.ts'
import { content, locales } from '../../person.ts'

const at = { flow: 'consultant', step: 'talk' }
const words = createWords(locales, content.languages)

/** Everything at once that can stand below a talk. */
const most: HeldCase = {
  desk: 'Ш'.repeat(40),
  languages: ['pl', 'uk'],
  complaints: 'skargi@example.org',
  since: 0,
  wording: '2026-11-30',
  shared: [],
  unseen: 3,
  opens: { ms: Date.parse('2026-12-24T08:00:00Z'), zone: 'Europe/London', country: 'GB' },
  called: 2,
  isOffered: true,
}

function drawn(heldCase: HeldCase, language = 'pl'): Drawing {
  const viewer = {
    language,
    held: { dues: [], themes: [] },
    heldCase,
    recent: [],
    pending: {},
    version: 1,
  }
  const screen = drawing(content, { kind: 'draw', at, view: 'case' }, viewer)
  if (!screen) throw new Error('nothing is drawn')
  return screen
}

describe('the screen of a talk', () => {
  test.each(content.languages)('is short with all that can be said, in %s', (language) => {
    const { text } = drawn(most, language)
    const voice = voiceFor(content, { language, country: 'GB' })
    expect([...words.plain(text, voice)].length).toBeLessThanOrEqual(600)
  })

  test.each(content.languages)('is short where it asks for a consent, in %s', (language) => {
    const to = Object.values(content.contacts)
      .flat()
      .map(({ name }) => name)
      .reduce((longest, name) => (name.length > longest.length ? name : longest), '')
    const shared = ['country', 'signs', 'firms'] as const
    const { text } = drawn({ ...most, referral: to, shared: [...shared] }, language)
    const voice = voiceFor(content, { language, country: 'GB' })
    expect([...words.plain(text, voice)].length).toBeLessThanOrEqual(600)
  })

  test('offers another desk only where there is one', () => {
    const { isOffered: _, ...less } = most
    const ids = (one: HeldCase) => drawn(one).choices?.map(({ id }) => id)
    expect([ids(most), ids(less)]).toEqual([
      ['show', 'ask-elsewhere', 'leave', 'numbers'],
      ['show', 'leave', 'numbers'],
    ])
  })
})
