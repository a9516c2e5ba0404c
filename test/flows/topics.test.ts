import { describe, expect, test } from 'vitest'
import { doorOf } from '../../src/core/steps/target.ts'
import { newWalk } from '../core/small.ts'
import { content } from '../person.ts'

const steps = content.flows.topics?.steps ?? {}
const groups = ['start', 'before', 'work', 'other', 'which']
const topics = Object.keys(steps).filter((name) => !groups.includes(name))

/** Somebody in the middle of a check whose question opens a topic. */
function asks(topic: string) {
  const walk = newWalk(content, { language: 'pl', country: 'DE', minor: false })
  walk.opens('contract')
  walk.taps('red', 'no')
  walk.opens('topics', topic)
  return walk
}

describe.each(topics)('the topic %s', (topic) => {
  test('offers two or three ways, and the way back', () => {
    const [last, ...ways] = asks(topic).choices().toReversed()
    expect(last).toBe('go-on')
    expect([2, 3]).toContain(ways.length)
  })

  test('does not lose what it interrupted', () => {
    const walk = asks(topic)
    walk.taps('go-on')
    expect(walk.way()).toEqual(['paper=red', 'blank=no', 'penalty'])
  })

  test('leads where each button says, and Back leads to it from every page beside the way', () => {
    const step = steps[topic]
    const choices = step?.kind === 'ask' ? Object.entries(step.choices) : []
    for (const [choice, { next }] of choices.filter(([id]) => id !== 'go-on')) {
      const walk = asks(topic)
      walk.taps(choice)
      const flow = doorOf(next)?.flow ?? 'topics'
      expect(walk.person.state?.flow).toBe(flow)
      if (!content.flows[flow]?.aside || flow === 'topics') continue
      walk.taps('back')
      expect(walk.at()).toBe(`topics.${topic}`)
    }
  })

  test('can be chosen too', () => {
    const walk = newWalk(content)
    walk.opens('topics')
    const group = groups.find((name) => JSON.stringify(steps[name]).includes(`"${topic}"`)) ?? ''
    walk.taps(group, topic)
    expect(walk.at()).toBe(`topics.${topic}`)
  })
})

describe('ending what comes by itself', () => {
  const due = { what: 'arrival', minute: 29_600_000 }

  function ends(choice: string) {
    const walk = newWalk(content)
    walk.held.themes = ['offers']
    walk.held.dues = [due]
    walk.opens('topics', 'tips')
    walk.taps('ending', choice)
    return walk
  }

  test.each([
    ['tips', 'tips.ended', { themes: [], dues: [due] }],
    ['check-ins', 'check-in.ended', { themes: ['offers'], dues: [] }],
    ['all', 'settings.stopped', { themes: [], dues: [] }],
  ])('%s', (choice, place, held) => {
    const walk = ends(choice)
    expect([walk.at(), walk.held]).toEqual([place, held])
    walk.taps('back')
    expect(walk.at()).toBe('settings.ending')
  })

  test('nothing, for somebody who was in the middle of something', () => {
    const walk = asks('tips')
    walk.taps('ending', 'none')
    expect(walk.at()).toBe('contract.penalty')
  })
})
