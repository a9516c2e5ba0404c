import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../../src/core/knowledge/knowledge.ts'
import { assess, type Verdict, weigh } from '../../../src/core/verdict/verdict.ts'
import { sign } from '../small.ts'

type Severity = Indicator['severity']

/** Signs by their first letters: c(ritical), h(igh), w(arning, that is caution), i(nfo). */
const severities: Record<string, Severity> = { c: 'critical', h: 'high', w: 'caution', i: 'info' }

describe('the verdict', () => {
  test.each<[signs: string, open: number, verdict: Verdict]>([
    ['', 0, 'nothing'],
    ['i', 0, 'unclear'],
    ['iii', 0, 'unclear'],
    ['w', 0, 'unclear'],
    ['wwww', 0, 'unclear'],
    ['h', 0, 'careful'],
    ['hw', 0, 'careful'],
    ['hiii', 0, 'careful'],
    ['hww', 0, 'strong'],
    ['hh', 0, 'strong'],
    ['hhh', 0, 'strong'],
    ['c', 0, 'danger'],
    ['chhww', 3, 'danger'],
    ['', 1, 'unclear'],
    ['', 2, 'unclear'],
    ['', 3, 'careful'],
    ['', 9, 'careful'],
    ['w', 2, 'unclear'],
    ['w', 3, 'careful'],
    ['ww', 2, 'unclear'],
    ['ww', 3, 'strong'],
    ['h', 1, 'careful'],
    ['h', 2, 'careful'],
    ['hw', 1, 'strong'],
    ['hw', 2, 'strong'],
    ['h', 3, 'strong'],
  ])('of "%s" and %i open points is %s', (signs, open, verdict) => {
    expect(
      weigh(
        [...signs].map((letter) => severities[letter] ?? 'info'),
        open,
      ),
    ).toBe(verdict)
  })
})

describe('the assessment', () => {
  const indicators = { low: sign('info'), middle: sign('caution'), top: sign('critical') }
  const found = (...signs: string[]) => ({ signs, open: {} })

  test('names each sign once, the loudest first', () => {
    const { signs } = assess(indicators, [found('low', 'middle'), found('top', 'low')])
    expect(signs).toEqual(['top', 'middle', 'low'])
  })

  test('weighs a sign once, however many answers raised it', () => {
    const high = { loud: sign('high') }
    expect(assess(high, [found('loud'), found('loud')]).verdict).toBe('careful')
  })

  test('names the texts of the questions that are open, several of one answer', () => {
    const open = { pay: 'scan:ask.pay', hours: 'scan:ask.hours' }
    const { verdict, open: questions } = assess(indicators, [found(), { signs: [], open }])
    expect({ verdict, questions }).toEqual({
      verdict: 'unclear',
      questions: ['scan:ask.pay', 'scan:ask.hours'],
    })
  })

  test('closes a point that a later answer settles', () => {
    const asked = { signs: [], open: { pay: 'scan:ask.pay' } }
    const settled = { signs: [], open: {}, settles: ['pay'] }
    expect(assess(indicators, [asked, settled]).open).toEqual([])
  })

  test('weighs a sign as quietly as it was raised, and as the loudest who raised it', () => {
    const quiet = { ...found('top'), quieter: { top: 'info' as const } }
    expect(assess(indicators, [quiet]).verdict).toBe('unclear')
    expect(assess(indicators, [quiet, found('top')]).verdict).toBe('danger')
  })

  test('knows what need not be asked: signs and what was stated', () => {
    const { told } = assess(indicators, [{ ...found('low'), told: ['pay'] }])
    expect(told).toEqual(['low', 'pay'])
  })

  test('takes a sign that is no longer known as information', () => {
    expect(assess({}, [found('gone')]).verdict).toBe('unclear')
  })
})
