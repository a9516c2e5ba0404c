import { describe, expect, test } from 'vitest'
import type { Text } from '../../src/core/turn.ts'
import { voiceFor } from '../../src/core/voice.ts'
import { newWalk, trip } from '../core/small.ts'
import { content } from '../person.ts'
import { flawsOf, words } from './reader.ts'

const { indicators, facts } = content
const ids = Object.keys(indicators)

/** What the report says of a sign. */
function explained(id: string): Text {
  const steps = {
    question: { kind: 'ask', choices: { yes: { raises: [id], next: 'verdict' } } },
    verdict: { kind: 'report', next: 'flow:menu' },
  }
  const path = [{ step: 'question', answer: 'yes' }, { step: 'verdict' }]
  const state = { flow: 'trip', path }
  const walk = newWalk(trip(steps, { indicators, facts }), { language: 'pl', state })
  walk.presses({ flow: 'trip', step: 'verdict' }, 'page-0')
  const [shown] = walk.shows()
  if (!shown) throw new Error(`${id} is not explained`)
  return shown.text
}

test('no sign of the sixty is lost', () => {
  expect(ids.length).toBeGreaterThanOrEqual(60)
})

describe.each(content.languages)('in %s', (language) => {
  // Where two emergency numbers stand side by side, a text is longest.
  const voice = voiceFor(content, { language, country: 'GB' })

  test('every sign can be read with why, what to do and where it comes from', () => {
    const flaws = ids.map(explained).flatMap((text) => {
      const html = words.html(text, voice)
      return flawsOf({ html, text: words.plain(text, voice), buttons: [] })
    })
    expect(flaws).toEqual([])
  })

  test('the name of every sign has 60 characters at most', () => {
    const labels = ids.map((id) => words.plain({ key: `indicators:${id}.label` }, voice))
    expect(labels.filter((label) => [...label].length > 60)).toEqual([])
  })
})
