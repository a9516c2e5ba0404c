import { describe, expect, test } from 'vitest'
import type { Text } from '../../../src/core/turn.ts'
import { keysOf } from '../../person.ts'
import { newWalk, sign, textIn, trip } from '../small.ts'

const raised = (id: string) => ({ kind: 'ask', choices: { yes: { raises: [id], next: 'x' } } })
const asked = { kind: 'ask', choices: { unknown: { open: true, next: 'x' } } }

/** A way of questions, each with one answer, that ends in a report. */
function reportOf(questions: Record<string, unknown>, facts = {}, fields = {}) {
  const names = [...Object.keys(questions), 'verdict']
  const linked = Object.entries(questions).map(([name, step], index) => [
    name,
    JSON.parse(JSON.stringify(step).replace('"x"', JSON.stringify(names[index + 1]))),
  ])
  const indicators = {
    quiet: sign('caution'),
    loud: sign('high', { facts: ['law'] }),
    shrill: sign('critical', {
      sources: ['https://www.a.org/1', 'https://a.org/2', 'https://b.org/1', 'https://c.org/1'],
    }),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((at) => [`sign${at}`, sign('caution')])),
  }
  const steps = {
    ...Object.fromEntries(linked),
    verdict: { kind: 'report', next: 'end', ...fields },
    end: { kind: 'say' },
  }
  const walk = newWalk(trip(steps, { indicators, facts }))
  walk.opens('trip')
  while (!['trip.verdict', 'trip.end'].includes(walk.at()))
    walk.taps(walk.at() === 'danger.stop' ? 'go-on' : (walk.choices()[0] ?? 'menu'))
  return walk
}

const law = { cite: 'Act 1', url: 'https://law.org/', checkedOn: '2026-11-22', mark: 'verified' }

describe('the verdict', () => {
  test('stays in the chat and has no buttons', () => {
    const [verdict] = reportOf({ a: raised('loud') }).shows()
    expect(verdict).toMatchObject({ keep: true, text: { key: 'common:verdict.careful' } })
    expect(verdict).not.toHaveProperty('at')
  })

  test('names the signs, the loudest first, each once', () => {
    const walk = reportOf({ a: raised('quiet'), b: raised('shrill'), c: raised('quiet') })
    expect(labels(walk.shows()[0]?.text)).toEqual(['shrill', 'quiet'])
  })

  test('names five signs and counts the others', () => {
    const signs = [1, 2, 3, 4, 5, 6, 7].map((at) => [`q${at}`, raised(`sign${at}`)])
    const text = reportOf(Object.fromEntries(signs)).shows()[0]?.text
    expect(labels(text)).toHaveLength(5)
    expect(textIn(text, 'common:verdict.more')?.vars).toEqual({ count: 2 })
  })

  test('speaks with the words of the flow where it has its own', () => {
    const [verdict] = reportOf({ a: raised('loud') }, {}, { own: true }).shows()
    expect(verdict?.text.key).toBe('trip:verdict.careful')
  })

  test('leaves the questions to a letter where there is one', () => {
    expect(reportOf({ a: asked }, {}, { questions: false }).at()).toBe('trip.end')
  })

  test('counts nothing where there is nothing more', () => {
    const signs = [1, 2, 3, 4, 5].map((at) => [`q${at}`, raised(`sign${at}`)])
    const [verdict] = reportOf(Object.fromEntries(signs)).shows()
    expect(keysOf(verdict?.text ?? { key: '' })).not.toContain('common:verdict.more')
    expect(keysOf(verdict?.text ?? { key: '' })).not.toContain('common:verdict.open')
  })

  test('counts the open points', () => {
    const text = reportOf({ a: asked, b: asked }).shows()[0]?.text
    expect(textIn(text, 'common:verdict.open')?.vars).toEqual({ count: 2 })
  })

  test('goes on at once where there is nothing to explain', () => {
    const walk = reportOf({ a: { kind: 'ask', choices: { no: 'x' } } })
    expect(walk.shows().map(({ text }) => text.key)).toEqual([
      'common:verdict.nothing',
      'trip:end.text',
    ])
  })

  test('that had nothing to explain is passed by Back', () => {
    const walk = reportOf({ a: { kind: 'ask', choices: { no: 'x' } } })
    walk.taps('back')
    expect(walk.way()).toEqual(['a'])
  })
})

describe('the pages', () => {
  const points = { a: raised('quiet'), b: raised('loud'), c: asked }

  test('explain one sign each, the loudest first, then the questions', () => {
    const walk = reportOf(points)
    const seen = [keys(walk)]
    for (const page of ['page-1', 'page-2']) {
      walk.taps(page)
      seen.push(keys(walk))
    }
    expect(seen).toEqual([
      expect.arrayContaining(['indicators:loud.why', 'indicators:loud.advice']),
      expect.arrayContaining(['indicators:quiet.why', 'indicators:quiet.advice']),
      expect.arrayContaining(['common:questions', 'trip:c.ask']),
    ])
  })

  test.each([
    [[], ['page-1', 'done']],
    [['page-1'], ['page-2', 'page-0', 'done']],
    [
      ['page-1', 'page-2'],
      ['page-1', 'done'],
    ],
  ])('after %j offer %j', (taps, choices) => {
    const walk = reportOf(points)
    walk.taps(...taps)
    expect(walk.choices()).toEqual(choices)
  })

  test('show five questions at once', () => {
    const walk = reportOf({ a: asked, b: asked, c: asked, d: asked, e: asked, f: asked })
    expect(keys(walk)).toContain('trip:e.ask')
    expect(keys(walk)).not.toContain('trip:f.ask')
    walk.taps('page-1')
    expect(keys(walk)).toContain('trip:f.ask')
  })

  test.each(['page-3', 'page--1', 'page-x'])('have no %s', (choice) => {
    const walk = reportOf(points)
    walk.presses({ flow: 'trip', step: 'verdict' }, choice)
    expect(walk.hints()).toEqual(['common:old-button'])
  })

  test('are turned without showing the verdict a second time', () => {
    const walk = reportOf(points)
    walk.taps('page-1')
    expect(walk.shows().map(({ keep }) => keep)).toEqual([undefined])
  })

  test('can be left at any time', () => {
    const walk = reportOf(points)
    walk.taps('done')
    expect(walk.at()).toBe('trip.end')
  })
})

describe('the source of a sign', () => {
  test('is the law it rests on, with the day it was read', () => {
    const text = reportOf({ a: raised('loud') }, { law }).shows()[1]?.text
    expect(textIn(text, 'common:source.fact')?.vars).toEqual({
      cite: 'Act 1',
      date: { key: 'name:date', vars: { date: '2026-11-22' } },
    })
  })

  test('is otherwise two of the pages that name it, each host once', () => {
    const text = reportOf({ a: raised('shrill') }).shows()[1]?.text
    expect(textIn(text, 'common:source.pages')?.vars).toEqual({ hosts: 'a.org, b.org' })
  })
})

function keys(walk: ReturnType<typeof newWalk>) {
  return walk.shows().flatMap(({ text }) => keysOf(text))
}

function labels(text?: Text) {
  return (text ? keysOf(text) : []).flatMap(
    (key) => /^indicators:(.*)\.label$/.exec(key)?.[1] ?? [],
  )
}
