import { describe, expect, test } from 'vitest'
import type { NumberRead } from '../../../src/core/firm/firm.ts'
import { Phrases } from '../../../src/core/knowledge/phrases.ts'
import { keysOf } from '../../person.ts'
import { newWalk, sign, textIn, trip } from '../small.ts'

const phrases = Phrases.parse({
  emergency: ['sos'],
  signs: {
    loud_fee: ['opłata'],
    shrill_papers: ['paszport'],
    loud_haste: [{ words: 'pilne', severity: 'info' }],
  },
  facts: { employer: ['firma'], pay: ['płaca'], hours: ['zmiana'] },
  places: { DE: ['niemcy'] },
})
const content = trip(
  {
    advert: { kind: 'scan', next: 'country' },
    country: { kind: 'country', first: ['DE'], next: 'fee' },
    fee: {
      kind: 'ask',
      choices: { yes: { raises: ['loud_fee'], told: ['loud_fee'], next: 'boss' }, no: 'boss' },
    },
    boss: {
      kind: 'ask',
      choices: {
        yes: { told: ['employer'], next: 'verdict' },
        unknown: { open: true, next: 'verdict' },
      },
    },
    verdict: { kind: 'report', next: 'end' },
    end: { kind: 'say' },
  },
  {
    phrases: { pl: phrases },
    indicators: {
      loud_fee: sign('high'),
      shrill_papers: sign('critical'),
      loud_haste: sign('high'),
    },
  },
)

/** Long enough to be an advert, and without anything to find. */
const plain = 'jeden dwa trzy cztery pięć sześć siedem osiem'

function newSender() {
  const walk = newWalk(content)
  walk.opens('trip')
  return walk
}

const kinds = (walk: ReturnType<typeof newWalk>) =>
  walk.effects().flatMap(({ kind }) => (kind === 'set' ? [] : [kind]))

describe('an advert', () => {
  test('is asked for, with nothing to press', () => {
    const walk = newSender()
    expect(walk.shows()[0]?.text.key).toBe('trip:advert.text')
    expect(walk.choices()).toEqual([])
  })

  test('is shown by pages without any of its words, then one may go on', () => {
    const walk = newSender()
    walk.says(`opłata ${plain}`)
    expect(walk.effects()[0]).toEqual({ kind: 'found', page: 0 })
    expect(JSON.stringify(walk.effects())).not.toContain('trzy')
    expect(walk.choices()).toEqual(['done'])
  })

  test('stays as signs, points, country and numbers alone', () => {
    const walk = newSender()
    const number: NumberRead = { kind: 'kraz', value: '98765' }
    const wrong: NumberRead = { kind: 'nip', value: '123', fault: 'length' }
    walk.receive({
      kind: 'message',
      text: `opłata firma niemcy ${plain}`,
      numbers: [number, wrong],
    })
    expect(walk.way()).toEqual(['advert=lf/ea//DE/kraz-98765'])
    expect(textIn(walk.shows().at(-1)?.text, 'scan:numbers')?.vars).toEqual({
      numbers: 'KRAZ 98765',
    })
  })

  test('may come as a caption', () => {
    const walk = newSender()
    walk.receive({ kind: 'message', caption: `opłata ${plain}` })
    expect(walk.choices()).toEqual(['done'])
  })

  test('may come in parts, which count together', () => {
    const walk = newSender()
    walk.says(`opłata ${plain}`)
    walk.says('firma')
    expect(walk.way()).toEqual(['advert=lf/e///'])
  })

  test.each([
    [
      'a recording',
      (walk: ReturnType<typeof newWalk>) => walk.sendsRecording(),
      'common:unread.recording',
    ],
    [
      'a greeting',
      (walk: ReturnType<typeof newWalk>) => walk.says('Dzień dobry'),
      'trip:advert.short',
    ],
  ])('is not %s', (_what, sends, hint) => {
    const walk = newSender()
    sends(walk)
    expect(walk.hints()).toEqual([hint])
    expect(walk.way()).toEqual(['advert'])
  })

  test('of few words counts if they raise something', () => {
    const walk = newSender()
    walk.says('opłata')
    expect(walk.choices()).toEqual(['done'])
  })
})

describe('something critical', () => {
  test('shows its words and then help, before anything else', () => {
    const walk = newSender()
    walk.says('oddaj paszport')
    expect(walk.at()).toBe('danger.stop')
    expect(kinds(walk)).toEqual(['found', 'show'])
  })

  test('lets the way go on behind the help', () => {
    const walk = newSender()
    walk.says('oddaj paszport')
    walk.taps('go-on')
    expect(walk.at()).toBe('trip.country')
  })
})

describe('the way goes on', () => {
  function afterwards(advert: string, ...taps: string[]) {
    const walk = newSender()
    walk.says(advert)
    walk.taps('done', ...taps)
    return walk
  }

  test('past the country that the advert named', () => {
    const walk = afterwards(`niemcy ${plain}`)
    expect(walk.at()).toBe('trip.fee')
    expect(walk.person.country).toBe('DE')
  })

  test('past questions that the advert answered', () => {
    const walk = afterwards(`niemcy opłata firma ${plain}`)
    expect(walk.way().slice(1, 4)).toEqual(['country=DE', 'fee=yes', 'boss=yes'])
    expect(walk.at()).toBe('trip.verdict')
  })

  test('and Back passes them as well, to what was told', () => {
    const walk = afterwards(`niemcy opłata firma ${plain}`)
    walk.taps('back')
    expect(walk.way()).toEqual(['advert=lf/e//DE/'])
  })

  test('to a verdict with the signs and questions of the advert', () => {
    const walk = afterwards(`niemcy opłata firma ${plain}`)
    expect(walk.shows()[0]?.text.key).toBe('common:verdict.strong')
    walk.taps('page-0', 'page-1')
    expect(walk.shows().flatMap(({ text }) => keysOf(text))).toEqual(
      expect.arrayContaining(['scan:ask.town', 'scan:ask.pay', 'scan:ask.contract']),
    )
  })

  test('and an answer closes what the advert left open', () => {
    const walk = afterwards(`niemcy płaca ${plain}`, 'no', 'yes')
    walk.taps(...walk.choices().filter((id) => id.startsWith('page')))
    const keys = walk.shows().flatMap(({ text }) => keysOf(text))
    expect(keys).toContain('scan:ask.town')
    expect(keys).not.toContain('scan:ask.employer')
  })

  test('with a phrase that weighs less than its sign', () => {
    const walk = afterwards(`niemcy pilne firma płaca ${plain}`, 'no')
    expect(walk.shows()[0]?.text.key).toBe('common:verdict.careful')
  })
})

describe('an interruption', () => {
  test('keeps what was found so far', () => {
    const walk = newSender()
    walk.says(`opłata ${plain}`)
    walk.taps('menu', 'continue')
    expect(walk.choices()).toEqual(['done'])
    expect(walk.way()).toEqual(['advert=lf////'])
  })

  test('shows nothing of the advert a second time', () => {
    const walk = newSender()
    walk.says(`opłata ${plain}`)
    walk.taps('menu', 'continue')
    expect(kinds(walk)).toEqual(['show'])
  })

  test('by a command that nobody knows keeps it as well', () => {
    const walk = newSender()
    walk.says(`opłata ${plain}`)
    walk.commandsNonsense()
    expect(walk.choices()).toEqual(['done'])
  })

  test('by Back takes nothing away', () => {
    const walk = newSender()
    walk.says(`niemcy ${plain}`)
    walk.taps('done', 'back')
    expect(walk.way()).toEqual(['advert=///DE/'])
    expect(walk.choices()).toEqual(['done'])
  })
})

test.each(['done', 'lf', 'x/y', 'page-0'])('a forged press of %s means nothing', (choice) => {
  const walk = newSender()
  walk.presses({ flow: 'trip', step: 'advert' }, choice)
  expect(walk.hints()).toEqual(['common:old-button'])
})

test('at the step itself, too, one that states everything anew is another advert', () => {
  const walk = newSender()
  walk.says(`opłata firma płaca zmiana ${plain}`)
  walk.says(`firma płaca zmiana ${plain}`)
  expect(walk.way()).toEqual(['advert=/eph///'])
})
