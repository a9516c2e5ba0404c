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
  while (walk.at() !== 'trip.verdict')
    walk.taps(walk.at() === 'danger.stop' ? 'go-on' : (walk.choices()[0] ?? 'menu'))
  return walk
}

const law = { cite: 'Act 1', url: 'https://law.org/', checkedOn: '2026-11-22', mark: 'verified' }

describe('the verdict', () => {
  test('is one screen with a way to what it means, and a way on', () => {
    const walk = reportOf({ a: raised('loud'), b: asked })
    expect(walk.shows().map(({ text }) => text.key)).toEqual(['common:verdict.careful'])
    expect(walk.choices()).toEqual(['page-0', 'done'])
  })

  test('says how many points it explains', () => {
    const [screen] = reportOf({ a: raised('loud'), b: asked }).shows()
    expect(screen?.choices?.[0]?.label).toEqual({
      key: 'common:verdict.explain',
      vars: { count: 2 },
    })
  })

  test('says how many questions there are where there is nothing else', () => {
    const [screen] = reportOf({ a: asked, b: asked }).shows()
    expect(screen?.choices?.[0]?.label).toEqual({ key: 'common:verdict.ask', vars: { count: 2 } })
  })

  test('stays in the chat without buttons once the person goes on, and what comes next stands below', () => {
    const walk = reportOf({ a: raised('loud') })
    walk.taps('done')
    const [verdict, next] = walk.shows()
    expect(verdict).toMatchObject({
      keep: true,
      lands: 'over',
      text: { key: 'common:verdict.careful' },
    })
    expect(verdict).not.toHaveProperty('at')
    expect(next?.text.key).toBe('trip:end.text')
  })

  test('is not left a second time by whoever comes back to it and goes on', () => {
    const walk = reportOf({ a: raised('loud') })
    walk.taps('done', 'back')
    expect(walk.shows().map(({ text }) => text.key)).toEqual(['common:verdict.careful'])
    walk.taps('done')
    expect(walk.shows().map(({ text }) => text.key)).toEqual(['trip:end.text'])
    walk.taps('back', 'back')
    expect(walk.at()).toBe('trip.a')
  })

  test('stays as it is for whoever types that they go on', () => {
    const walk = reportOf({ a: raised('loud') })
    walk.receive({ kind: 'message', text: 'x', isLabel: ({ key }) => key === 'common:go-on' })
    expect(walk.shows().map(({ text }) => text.key)).toEqual(['trip:end.text'])
  })

  test('comes again where a page stands in its place and the way on is typed', () => {
    const walk = reportOf({ a: raised('loud') })
    walk.taps('page-0')
    walk.receive({ kind: 'message', text: 'x', isLabel: ({ key }) => key === 'common:go-on' })
    expect(walk.shows().map(({ text }) => text.key)).toEqual([
      'common:verdict.careful',
      'trip:end.text',
    ])
  })

  test('is not covered by what an old button of it brings', () => {
    const walk = reportOf({ a: raised('loud') })
    walk.taps('done')
    walk.presses({ flow: 'trip', step: 'verdict' }, 'done')
    expect(walk.shows()).toMatchObject([{ text: { key: 'trip:end.text' }, lands: 'below' }])
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
    expect(reportOf({ a: asked }, {}, { questions: false }).choices()).toEqual(['done'])
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

  test('offers only the way on where there is nothing to explain', () => {
    const walk = reportOf({ a: { kind: 'ask', choices: { no: 'x' } } })
    expect(walk.shows().map(({ text }) => text.key)).toEqual(['common:verdict.nothing'])
    expect(walk.choices()).toEqual(['done'])
  })
})

describe('the pages', () => {
  const points = { a: raised('quiet'), b: raised('loud'), c: asked }

  test('explain one sign each, the loudest first, then the questions', () => {
    const walk = reportOf(points)
    const seen: string[][] = []
    for (const page of ['page-0', 'page-1', 'page-2']) {
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
    [['page-0'], ['page-1', 'done']],
    [
      ['page-0', 'page-1'],
      ['page-2', 'page-0', 'done'],
    ],
    [
      ['page-0', 'page-1', 'page-2'],
      ['page-1', 'done'],
    ],
  ])('after %j offer %j', (taps, choices) => {
    const walk = reportOf(points)
    walk.taps(...taps)
    expect(walk.choices()).toEqual(choices)
  })

  test('show five questions at once', () => {
    const walk = reportOf({ a: asked, b: asked, c: asked, d: asked, e: asked, f: asked })
    walk.taps('page-0')
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
    walk.taps('page-0', 'page-1')
    expect(walk.shows().map(({ text }) => text.key)).toEqual(['common:sign'])
  })

  test('can be left at any time', () => {
    const walk = reportOf(points)
    walk.taps('page-0', 'done')
    expect(walk.at()).toBe('trip.end')
    expect(walk.shows()[0]).toMatchObject({ keep: true, text: { key: 'common:verdict.strong' } })
  })
})

describe('from a page', () => {
  const verdict = (walk: ReturnType<typeof newWalk>) => walk.shows().at(-1)?.text.key
  const onPage = () => {
    const walk = reportOf({ a: raised('quiet'), b: raised('loud') })
    walk.taps('page-0', 'page-1')
    return walk
  }

  test('Back leads to the verdict, and from there to the question before', () => {
    const walk = onPage()
    walk.taps('back')
    expect([walk.at(), verdict(walk)]).toEqual(['trip.verdict', 'common:verdict.careful'])
    walk.taps('back')
    expect(walk.at()).toBe('trip.b')
  })

  test.each([
    ['the menu and on', ['menu', 'continue']],
    ['the menu and Back', ['menu', 'back']],
    ['help and on', ['sos', 'go-on']],
    ['help and Back', ['sos', 'back']],
    ['help within help and Back twice', ['sos', 'quiet', 'back', 'back']],
  ])('%s leads to the verdict', (_name, taps) => {
    const walk = onPage()
    walk.taps(...taps)
    expect([walk.at(), verdict(walk)]).toEqual(['trip.verdict', 'common:verdict.careful'])
    walk.taps('back')
    expect(walk.at()).toBe('trip.b')
  })

  test('a word that nobody understands leaves the person on the page', () => {
    const walk = onPage()
    walk.says('abrakadabra')
    expect(verdict(walk)).toBe('common:sign')
    walk.taps('back')
    expect(verdict(walk)).toBe('common:verdict.careful')
  })
})

describe('the source of a sign', () => {
  test('is the law it rests on, with the day it was read', () => {
    const text = explained(reportOf({ a: raised('loud') }, { law }))
    expect(textIn(text, 'common:source.fact')?.vars).toEqual({
      cite: 'Act 1',
      date: { key: 'name:date', vars: { date: '2026-11-22' } },
    })
  })

  test('is otherwise two of the pages that name it, each host once', () => {
    const text = explained(reportOf({ a: raised('shrill') }))
    expect(textIn(text, 'common:source.pages')?.vars).toEqual({ hosts: 'a.org, b.org' })
  })
})

/** Its first point. */
function explained(walk: ReturnType<typeof newWalk>) {
  walk.taps('page-0')
  return walk.shows().at(-1)?.text
}

function keys(walk: ReturnType<typeof newWalk>) {
  return walk.shows().flatMap(({ text }) => keysOf(text))
}

function labels(text?: Text) {
  return (text ? keysOf(text) : []).flatMap(
    (key) => /^indicators:(.*)\.label$/.exec(key)?.[1] ?? [],
  )
}
