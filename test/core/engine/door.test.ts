import { describe, expect, test } from 'vitest'
import type { FirmNumber } from '../../../src/core/firm/firm.ts'
import type { Input, Message, Text } from '../../../src/core/turn.ts'
import { advert, doors, phrases } from '../front/words.ts'
import { contentOf, newWalk, sign } from '../small.ts'

const flows = {
  trip: {
    steps: {
      fee: { kind: 'ask', choices: { yes: 'name', no: 'name', unknown: 'name' } },
      name: { kind: 'input', accepts: 'name', next: 'told', unknown: 'told' },
      told: { kind: 'say', next: 'flow:menu' },
    },
  },
  offer: {
    steps: {
      advert: { kind: 'scan', next: 'age' },
      age: { kind: 'age', adult: 'verdict', minor: 'flow:menu' },
      verdict: { kind: 'report', next: 'more' },
      more: { kind: 'ask', choices: { anew: 'advert', 'go-on': 'resume' } },
    },
  },
  employer: {
    steps: {
      number: { kind: 'number', next: 'name', unknown: 'name' },
      name: { kind: 'input', accepts: 'name', next: 'end' },
      end: { kind: 'say' },
    },
  },
  agency: {
    steps: { number: { kind: 'number', takes: ['kraz'], next: 'end' }, end: { kind: 'say' } },
  },
  country: {
    aside: true,
    steps: {
      what: { kind: 'place', choices: { help: 'flow:menu', mine: 'resume' }, else: 'flow:menu' },
    },
  },
  topics: {
    aside: true,
    steps: {
      fees: { kind: 'ask', choices: { more: 'flow:menu', 'go-on': 'resume' } },
      agency: { kind: 'ask', choices: { more: 'flow:agency', 'go-on': 'resume' } },
      which: { kind: 'which', choices: { fees: 'fees', agency: 'agency' }, else: 'flow:menu' },
    },
  },
  young: { aside: true, steps: { talk: { kind: 'say' } } },
  need: { aside: true, quiet: true, steps: { now: { kind: 'say' } } },
  settings: { aside: true, steps: { language: { kind: 'language', next: 'resume' } } },
}

const content = contentOf(flows, {
  phrases: {
    en: {
      ...phrases,
      signs: { fee_asked: [{ words: 'a fee of' }], locked: [{ words: 'passport to the driver' }] },
    },
  },
  indicators: { fee_asked: sign('high'), locked: sign('critical') },
  nicknames: { holland: 'NL' },
  doors,
})

/** Somebody in the middle of a question. */
function asked(person = { language: 'en', minor: false }) {
  const walk = newWalk(content, person)
  walk.opens('trip')
  return walk
}

/** A question with these buttons. */
function asking(ids: string[]) {
  const choices = Object.fromEntries(ids.map((id) => [id, 'end']))
  const steps = { fee: { kind: 'ask', choices }, end: { kind: 'say' } }
  return contentOf({ ...flows, trip: { steps } }, { phrases: { en: phrases }, doors })
}

/** What is shown, without the facts that are noted beside it. */
function screens(walk: ReturnType<typeof newWalk>) {
  return walk.effects().flatMap(({ kind }) => (kind === 'set' ? [] : [kind]))
}

const critical = `${advert} Give your passport to the driver.`

describe('an advert in the middle of a question', () => {
  test('is read at once: its words, then the verdict', () => {
    const walk = asked()
    walk.says(advert.replace('Apply', 'There is a fee of 300. Apply'))
    expect(screens(walk)).toEqual(['found', 'show'])
    expect(walk.at()).toBe('offer.verdict')
  })

  test('asks the age before the verdict', () => {
    const walk = newWalk(content, { language: 'en' })
    walk.opens('trip')
    walk.says(advert)
    expect(walk.at()).toBe('offer.age')
    walk.taps('adult')
    expect(walk.at()).toBe('offer.verdict')
  })

  test('shows help before the age where something is critical', () => {
    const walk = newWalk(content, { language: 'en' })
    walk.opens('trip')
    walk.says(critical)
    expect(walk.at()).toBe('danger.stop')
    walk.taps('go-on')
    expect(walk.at()).toBe('offer.age')
  })

  test('leads back to the question', () => {
    const walk = asked()
    walk.says(advert)
    walk.taps('done', 'go-on')
    expect(walk.at()).toBe('trip.fee')
  })

  test('leads back to it also after help was shown', () => {
    const walk = asked()
    walk.says(critical)
    walk.taps('go-on', 'done', 'go-on')
    expect(walk.at()).toBe('trip.fee')
  })

  test('shows help before a language is chosen where something is critical', () => {
    const walk = newWalk(content, {})
    walk.says(critical)
    expect(walk.at()).toBe('danger.stop')
  })

  test('is read before a language is chosen, and not lost by it', () => {
    const walk = newWalk(content, {})
    walk.says(`${advert} There is a fee of 300.`)
    expect(screens(walk)).toEqual(['found', 'show'])
    walk.taps('en', 'next', 'done')
    expect(walk.at()).toBe('offer.age')
    expect(walk.way()[0]).toContain('fa')
  })
})

describe('another part of it', () => {
  test('counts together with the first', () => {
    const walk = asked()
    walk.says(advert)
    walk.says('There is a fee of 300')
    expect(walk.at()).toBe('offer.verdict')
    expect(walk.person.state?.path.map(({ step }) => step)).toEqual(['advert', 'verdict'])
    expect(walk.way()[0]).toMatch(/^advert=fa\/.*NL/)
  })

  test('that is critical shows help again', () => {
    const walk = asked()
    walk.says(critical)
    walk.says('There is a fee of 300')
    expect(walk.at()).toBe('danger.stop')
    walk.taps('go-on')
    expect(walk.way()[0]).toContain('l.fa')
  })

  test('still leads back to the question', () => {
    const walk = asked()
    walk.says(advert)
    walk.says('There is a fee of 300')
    walk.taps('done', 'go-on')
    expect(walk.at()).toBe('trip.fee')
  })

  test('that states everything anew is another advert', () => {
    const walk = asked()
    walk.says(
      'We are hiring in Holland, 15 euro, 40 hours, apply now, a flat in Venlo, good people',
    )
    walk.says(
      'We are hiring in Germany, 18 euro, 30 hours, apply now, a flat in Bremen, good people',
    )
    expect(walk.way()[0]).toContain('DE')
  })

  test('is a new advert once somebody has gone on', () => {
    const walk = asked()
    walk.says(advert)
    walk.taps('done')
    walk.says(advert.replace('Holland', 'Germany').replace('Venlo', 'Bremen'))
    expect(walk.way()[0]).toContain('DE')
    expect(walk.way()[0]).not.toContain('NL')
  })
})

describe('a number', () => {
  const nip: FirmNumber = { kind: 'nip', value: '7740001454' }
  const message = (number: FirmNumber) =>
    ({ kind: 'message', text: 'is it there', numbers: [number] }) satisfies Input

  test('of a firm is taken along to its check', () => {
    const walk = asked()
    walk.receive(message(nip))
    expect(walk.way()).toEqual(['number=nip-7740001454', 'name'])
    expect(walk.at()).toBe('employer.name')
  })

  test('of an agency too', () => {
    const walk = asked()
    walk.receive(message({ kind: 'kraz', value: '8448' }))
    expect(walk.at()).toBe('agency.end')
  })

  test('that is wrong, where one is asked for, is told so', () => {
    const walk = asked()
    walk.opens('employer')
    const number = { ...nip, fault: 'length' as const }
    walk.receive({ kind: 'message', text: 'fees', numbers: [number] })
    expect([walk.at(), walk.hints()]).toEqual(['employer.number', ['firm:fault.length']])
  })

  test('is not lost by choosing a language', () => {
    const walk = newWalk(content, {})
    walk.receive(message(nip))
    walk.taps('en', 'next')
    expect(walk.way()).toEqual(['number=nip-7740001454', 'name'])
  })
})

describe('a country', () => {
  test('asks what is wanted, and is nobody’s until then', () => {
    const walk = asked()
    walk.says('Germany')
    expect(walk.choices()).toEqual(['help', 'mine'])
    expect(walk.person.country).toBeUndefined()
  })

  test('becomes theirs by a choice, and the question waits', () => {
    const walk = asked()
    walk.says('Germany')
    walk.taps('mine')
    expect([walk.person.country, walk.at()]).toEqual(['DE', 'trip.fee'])
  })

  test('is still on the screen when somebody comes back to it', () => {
    const walk = asked()
    walk.says('Germany')
    walk.taps('help', 'back')
    expect(walk.at()).toBe('country.what')
    expect(walk.choices()).toEqual(['help', 'mine'])
  })

  test('is the one that was named also after a look at help', () => {
    const walk = newWalk(content, { language: 'en', country: 'DE' })
    walk.opens('trip')
    walk.says('Holland')
    walk.taps('sos', 'back', 'mine')
    expect([walk.person.country, walk.at()]).toEqual(['NL', 'trip.fee'])
  })
})

describe('a topic', () => {
  test('opens what speaks of it, and the question waits', () => {
    const walk = asked()
    walk.says('what about fees')
    expect(walk.at()).toBe('topics.fees')
    walk.taps('go-on')
    expect(walk.at()).toBe('trip.fee')
  })

  test('that may be two is asked about', () => {
    const walk = asked()
    walk.says('fees agency')
    expect(walk.choices()).toEqual(['fees', 'agency'])
    walk.taps('sos', 'back', 'agency')
    expect(walk.at()).toBe('topics.agency')
  })
})

describe('small talk', () => {
  test.each([
    ['a greeting is answered, and the question stands', 'hello', 'common:hello', 'trip.fee'],
    ['thanks too', 'thanks', 'common:thanks', 'trip.fee'],
    ['nonsense is told kindly', 'the weather', 'common:use-buttons', 'trip.fee'],
  ])('%s', (_what, text, hint, at) => {
    const walk = asked()
    walk.says(text)
    expect([walk.hints(), walk.at()]).toEqual([[hint], at])
  })

  test('an answer that is typed counts like its button', () => {
    const walk = asked()
    walk.says("don't know")
    expect(walk.way()).toEqual(['fee=unknown', 'name'])
  })

  test.each([
    [['yes', 'no'], 'no'],
    [['have', 'missing'], 'missing'],
    [['asia', 'neither'], 'neither'],
  ])('a no that is typed means what stands for it among %j', (ids, meant) => {
    const walk = newWalk(asking(ids), { language: 'en' })
    walk.opens('trip')
    walk.says('nope')
    expect(walk.way()[0]).toBe(`fee=${meant}`)
  })

  test('where somebody may be missing, a no is not understood', () => {
    const walk = newWalk(asking(['numbers', 'missing']), { language: 'en' })
    walk.opens('trip')
    walk.says('nope')
    expect([walk.way(), walk.hints()]).toEqual([['fee'], ['common:use-buttons']])
  })

  test('an answer is no name of a firm', () => {
    const walk = asked()
    walk.taps('yes')
    walk.says("don't know")
    expect(walk.way()).toEqual(['fee=yes', 'name=unknown', 'told'])
  })

  test('a firm may be called as a topic is', () => {
    const walk = asked()
    walk.taps('yes')
    walk.says('Agency Fees Ltd')
    expect(walk.way()).toEqual(['fee=yes', 'name=Agency Fees Ltd', 'told'])
  })

  test('a language is spoken from then on, and the question stands', () => {
    const walk = asked()
    walk.says('in Polish please')
    expect([walk.person.language, walk.at()]).toEqual(['pl', 'trip.fee'])
  })

  test('who is new chooses a language first', () => {
    const walk = newWalk(content, {})
    walk.says('hello')
    expect(walk.at()).toBe('start.language')
  })
})

describe('what stands on a button', () => {
  const types = (label: string) => ({
    kind: 'message' as const,
    text: 'typed',
    isLabel: ({ key }: Text) => key === label,
  })

  test('means the button', () => {
    const walk = asked()
    walk.receive(types('trip:fee.no'))
    expect(walk.way()).toEqual(['fee=no', 'name'])
  })

  test('means it also where anything may be typed', () => {
    const walk = asked()
    walk.taps('yes')
    walk.receive(types('trip:name.unknown'))
    expect(walk.way()).toEqual(['fee=yes', 'name=unknown', 'told'])
  })
})

describe('what somebody else has written, passed on', () => {
  const passes = (text: string, more: Partial<Message> = {}) =>
    ({ kind: 'message', text, isTheirs: true, ...more }) satisfies Input

  test.each([
    ['presses no button', passes('typed', { isLabel: ({ key }) => key === 'trip:fee.no' })],
    ['is no answer', passes("don't know")],
    ['changes no language', passes('in Polish please')],
    ['is no greeting', passes('hello')],
  ])('%s', (_what, message) => {
    const walk = asked()
    walk.receive(message)
    expect([walk.way(), walk.person.language]).toEqual([['fee'], 'en'])
    expect(walk.hints()).toEqual(['common:use-buttons'])
  })

  test('is no name of a firm', () => {
    const walk = asked()
    walk.taps('yes')
    walk.receive(passes('Good People Ltd'))
    expect(walk.way()).toEqual(['fee=yes', 'name'])
  })

  test('is an advert all the same', () => {
    const walk = asked()
    walk.receive(passes(advert))
    expect(walk.at()).toBe('offer.verdict')
  })
})

describe('who says how old they are', () => {
  test('and is under 18 is led to help for the young', () => {
    const walk = asked()
    walk.says('im 16 years old')
    expect(walk.at()).toBe('young.talk')
  })

  test.each(['16', 'im 40 years old'])('as %s is told that this is not understood', (text) => {
    const walk = asked()
    walk.says(text)
    expect(walk.hints()).toEqual(['common:use-buttons'])
  })
})

test('who is new and begins with a language need not choose one', () => {
  const walk = newWalk(content, {})
  walk.says('in Polish please')
  expect([walk.person.language, walk.at()]).toEqual(['pl', 'start.welcome'])
  expect(walk.shows()).toHaveLength(1)
})

test('who says in need where they are is shown who helps there', () => {
  const walk = asked()
  walk.opens('need')
  walk.says('Germany')
  expect([walk.person.country, walk.at()]).toEqual(['DE', 'menu.groups'])
})

test('what is not understood in need is answered warmly', () => {
  const walk = asked()
  walk.opens('need')
  walk.says('the weather')
  expect(walk.hints()).toEqual(['common:here'])
})

test('a picture without words is told kindly', () => {
  const walk = asked()
  walk.sendsRecording()
  expect(walk.hints()).toEqual(['common:unread.recording'])
})

test('a question at the step that waits for an advert is none', () => {
  const walk = asked()
  walk.opens('offer')
  walk.says('agency and how much money may they want from me')
  expect(walk.at()).toBe('topics.fees')
})
