import { describe, expect, test } from 'vitest'
import { after as decided } from '../../../src/app/pending/pending.ts'
import { compact, sameWishes } from '../../../src/app/pending/wishes.ts'
import type { Deed } from '../../../src/core/turn.ts'

const on: Deed = { kind: 'subscribe', theme: 'offers', on: true }
const off: Deed = { kind: 'subscribe', theme: 'offers', on: false }
const rights: Deed = { kind: 'subscribe', theme: 'rights', on: true }
const remind: Deed = { kind: 'remind', dues: [{ minute: 40_000_000, what: 'arrival' }] }
const later: Deed = { kind: 'remind', dues: [{ minute: 50_000_000, what: 'arrival' }] }
const speak: Deed = { kind: 'speak' }
const endAll: Deed = { kind: 'end', what: ['dues', 'themes'] }
const question = { by: 'number', number: 'nip-7740001454', proves: 'firm' } as const
const check: Deed = { kind: 'check', question }

describe('what is left of wishes', () => {
  const cases: [string, Deed[], Deed[]][] = [
    ['a theme that is wished and then not', [on, off], [off]],
    ['two themes', [on, rights], [on, rights]],
    ['a plan and a newer plan', [remind, later], [later]],
    ['a plan and a language', [remind, speak], [remind, speak]],
    ['a language and another', [speak, on, speak], [on, speak]],
    ['a plan and the end of all', [remind, endAll], [endAll]],
    ['a theme and the end of all', [on, endAll], [endAll]],
    [
      'a theme and the end of plans',
      [on, { kind: 'end', what: ['dues'] }],
      [on, { kind: 'end', what: ['dues'] }],
    ],
    ['the end of all and a plan', [endAll, remind], [{ kind: 'end', what: ['themes'] }, remind]],
    ['the end of all and a theme', [endAll, on], [endAll, on]],
    ['a question and the end of all', [check, endAll], [check, endAll]],
  ]
  test.each(cases)('%s', (_what, wished, left) => {
    expect(compact(wished)).toEqual(left)
  })
})

test('a wish is the same when it was stored in between', () => {
  // The table gives the fields of a map in an order of its own.
  const { by, number, proves } = question
  const stored: Deed = { question: { proves, number, by }, kind: 'check' }
  expect(sameWishes([remind, on, endAll, speak, stored], [remind, on, endAll, speak, check])).toBe(
    true,
  )
})

test.each([
  ['a theme on and off', on, off],
  ['two themes', on, rights],
  ['two plans', remind, later],
])('%s are two wishes', (_what, one, other) => {
  expect(sameWishes([one], [other])).toBe(false)
})

describe('what stands there once somebody has decided', () => {
  const entry = (update: number, ...effects: Deed[]) => ({
    update,
    at: 1,
    message: 0,
    sentAt: 0,
    effects,
  })

  test('to hide: chores of all sources are carried on, and nothing that was to be shown', () => {
    const screen: Deed = { kind: 'show', text: { key: 'common:changed' } }
    const before = { message: entry(1, screen, on), press: entry(2, screen) }
    const hide = entry(3, { kind: 'hide' })
    expect(decided(before, 'press', hide)).toEqual({ press: { ...hide, left: [entry(1, on)] } })
  })

  test('to be forgotten: nothing else', () => {
    const forget = entry(3, { kind: 'forget' })
    expect(decided({ message: entry(1, on) }, 'press', forget)).toEqual({ press: forget })
  })

  test('to end what is planned: nothing of it is on its way', () => {
    const before = { due: entry(1, on) }
    const end: Deed = { kind: 'end', what: ['dues'] }
    expect(decided(before, 'message', entry(3, end)).due).toBeUndefined()
  })
})
