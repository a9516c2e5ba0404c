import { describe, expect, test } from 'vitest'
import { contentOf, newWalk, trip } from '../small.ts'

const ask = (choices: Record<string, unknown>) => ({ kind: 'ask', choices })

/** Two questions and what comes after; the second is reached by two ways. */
const content = trip({
  fee: ask({ yes: 'receipt', no: 'papers' }),
  receipt: ask({ yes: 'papers', no: 'papers' }),
  papers: ask({ yes: 'end', no: 'end' }),
  end: { kind: 'say' },
})

function newTraveller() {
  const walk = newWalk(content)
  walk.opens('trip')
  return walk
}

describe('somebody who never wrote before', () => {
  test.each([
    ['text', () => ({ kind: 'message' as const, text: 'hello' })],
    ['a picture', () => ({ kind: 'message' as const })],
    ['an unknown command', () => ({ kind: 'unknown-command' as const })],
    ['an old button', () => ({ kind: 'press' as const, flow: 'trip', step: 'fee', choice: 'yes' })],
  ])('is asked for the language after %s', (_name, input) => {
    const walk = newWalk(content, {})
    walk.receive(input())
    expect(walk.at()).toBe('start.language')
  })

  test('comes to the menu after the welcome', () => {
    const walk = newWalk(content, {})
    walk.opens('start')
    walk.taps('en', 'next')
    expect(walk.at()).toBe('menu.groups')
  })

  test('who came by a link goes on to its flow', () => {
    const walk = newWalk(content, {})
    walk.opens('trip')
    expect(walk.at()).toBe('start.language')
    walk.taps('pl', 'next')
    expect(walk.at()).toBe('trip.fee')
  })

  test('who came by a link to one step goes on there', () => {
    const walk = newWalk(content, {})
    walk.opens('trip', 'papers')
    walk.taps('pl', 'next')
    expect(walk.at()).toBe('trip.papers')
  })

  test('gets help before choosing a language', () => {
    const walk = newWalk(content, {})
    walk.opens('sos')
    expect(walk.at()).toBe('sos.now')
  })

  test('who presses Menu before a language is chosen is asked for it again', () => {
    const walk = newWalk(content, {})
    walk.opens('start')
    walk.taps('menu')
    expect(walk.at()).toBe('start.language')
  })
})

describe('somebody who knows the bot', () => {
  test('comes from /start straight to the menu', () => {
    const walk = newTraveller()
    walk.opens('start')
    expect(walk.at()).toBe('menu.groups')
  })

  test('comes to the menu by a link to a flow that does not exist', () => {
    const walk = newTraveller()
    walk.opens('nowhere')
    expect(walk.at()).toBe('menu.groups')
  })

  test('comes to the beginning by a link to a step that does not exist', () => {
    const walk = newTraveller()
    walk.taps('yes')
    walk.opens('trip', 'nowhere')
    expect(walk.way()).toEqual(['fee'])
  })

  test('takes a new way when the same flow is opened again', () => {
    const walk = newTraveller()
    walk.taps('yes', 'no')
    walk.opens('trip')
    expect(walk.way()).toEqual(['fee'])
  })
})

describe('what does not fit', () => {
  const surprises: [string, (walk: ReturnType<typeof newTraveller>) => void, string][] = [
    ['text where buttons stand', (walk) => walk.says('hello'), 'common:use-buttons'],
    ['a recording', (walk) => walk.sendsRecording(), 'common:unread.recording'],
    ['an unknown command', (walk) => walk.commandsNonsense(), 'common:unknown-command'],
    ['a button of an old screen', (walk) => walk.presses(fee, 'no'), 'common:old-button'],
    ['a choice that is not offered', (walk) => walk.presses(papers, 'gold'), 'common:old-button'],
    ['a step of another flow', (walk) => walk.presses(menu, 'more'), 'common:old-button'],
    ['Back on an old screen', (walk) => walk.presses(fee, 'back'), 'common:old-button'],
    ['a forged press', (walk) => walk.presses({ flow: '', step: '' }, ''), 'common:old-button'],
    [
      'a press of __proto__',
      (walk) => walk.presses({ flow: '__proto__', step: '__proto__' }, '__proto__'),
      'common:old-button',
    ],
    ['the choice __proto__', (walk) => walk.presses(papers, '__proto__'), 'common:old-button'],
    ['the choice constructor', (walk) => walk.presses(papers, 'constructor'), 'common:old-button'],
  ]
  const fee = { flow: 'trip', step: 'fee' }
  const papers = { flow: 'trip', step: 'papers' }
  const menu = { flow: 'menu', step: 'groups' }

  test.each(surprises)('%s shows the same screen again with a word', (_name, does, hint) => {
    const walk = newTraveller()
    walk.taps('no')
    does(walk)
    expect({ way: walk.way(), hints: walk.hints(), choices: walk.choices() }).toEqual({
      way: ['fee=no', 'papers'],
      hints: [hint],
      choices: ['yes', 'no'],
    })
  })

  test('SOS works for somebody of whom nothing is known', () => {
    const walk = newWalk(content, {})
    walk.presses({ flow: 'trip', step: 'papers' }, 'sos')
    expect(walk.at()).toBe('sos.now')
  })

  test.each(['menu', 'sos'])('%s works on every screen, however old', (choice) => {
    const walk = newTraveller()
    walk.taps('no')
    walk.presses(fee, choice)
    expect(walk.at()).toMatch(new RegExp(`^${choice}\\.`))
  })
})

describe('a button of a room whose way is not known', () => {
  const sos = { flow: 'sos', step: 'now' }

  test('of help works wherever the person stands by now, and the way waits', () => {
    const walk = newTraveller()
    walk.taps('no')
    walk.presses(sos, 'quiet')
    const at = walk.at()
    walk.taps('back', 'go-on')
    expect([at, walk.at()]).toEqual(['sos.quiet', 'trip.papers'])
  })

  test('of help works where nothing is known of the person', () => {
    const walk = newWalk(content, {})
    walk.presses(sos, 'quiet')
    expect(walk.at()).toBe('sos.quiet')
  })

  test('of help for body and soul works as well', () => {
    const health = {
      aside: true,
      quiet: true,
      steps: {
        ill: { kind: 'ask', choices: { more: 'more', 'go-on': 'resume' } },
        more: { kind: 'say' },
      },
    }
    const walk = newWalk(contentOf({ health }), {})
    walk.presses({ flow: 'health', step: 'ill' }, 'more')
    expect(walk.at()).toBe('health.more')
  })

  test.each([
    { flow: 'menu', step: 'groups' },
    { flow: 'danger', step: 'stop' },
    { flow: 'trip', step: 'fee' },
    { flow: 'sos', step: 'nowhere' },
    { flow: '__proto__', step: 'now' },
  ])('$flow.$step asks for the language first', (place) => {
    const walk = newWalk(content, {})
    walk.presses(place, 'yes')
    expect(walk.at()).toBe('start.language')
  })

  test('of another room does not act for somebody who stands elsewhere', () => {
    const walk = newTraveller()
    walk.presses({ flow: 'danger', step: 'stop' }, 'danger')
    expect([walk.at(), walk.hints()]).toEqual(['trip.fee', ['common:old-button']])
  })
})

describe('a flow that goes round in circles', () => {
  const around = (from: string) => ({ kind: 'branch', on: 'country', to: {}, else: from })

  test('is stopped with an error that names it', () => {
    const walk = newWalk(trip({ here: around('there'), there: around('here') }))
    expect(() => walk.opens('trip')).toThrow(/trip.*here|trip.*there/)
  })

  test('is stopped across flows too', () => {
    const steps = (next: string) => ({ steps: { here: around(next) } })
    const walk = newWalk(contentOf({ one: steps('flow:two'), two: steps('flow:one') }))
    expect(() => walk.opens('one')).toThrow(/circles/)
  })
})
