import { describe, expect, test } from 'vitest'
import { inlineCard, inlineKinds } from '../../../src/core/cards/inline.ts'
import { said } from '../../../src/core/front/said.ts'
import { scanned } from '../../../src/core/scan/scan.ts'
import { readNumbers } from '../../../src/registers/numbers/read.ts'
import { say } from '../../bot.ts'
import { content, keysOf, newPerson, newReader } from '../../person.ts'

/** The card by the name of its texts, and what its link opens. */
function card(typed: string) {
  const made = inlineCard(typed, content, readNumbers)
  return made && `${made.text.key} → ${made.flow}`
}

function signs(typed: string) {
  const made = inlineCard(typed, content, readNumbers)
  return made && keysOf(made.text).filter((key) => key.startsWith('indicators:'))
}

describe('distress gets the card with help', () => {
  test.each([
    ['danger, in Polish', 'pomocy'],
    ['danger, in English', 'my boss beats me'],
    ['danger, in Ukrainian', 'мене не випускають'],
    ['danger, in Russian', 'у меня забрали паспорт'],
    ['the number that one calls', '112'],
    ['body and soul', 'nie chcę żyć'],
    ['words that only worry', 'boję się nocy'],
    ['words that only worry in a question', 'is it dangerous to work with a knife in a meat plant'],
    [
      'one half of a telling',
      `${'przyjechałam tu miesiąc temu i pracuję w hotelu, '.repeat(5)}boję`,
    ],
  ])('%s', (_what, typed) => {
    expect(card(typed)).toBe('inline:text.help → sos')
  })
})

test.each([
  'my sister was taken and they beat her',
  'martwię się o syna',
  'my daughter went to work in italy and hasnt answered for 5 days',
  'bf doesnt answer anymore since he started that job in norway',
])('worry about somebody else gets it too, and leads there: %s', (typed) => {
  expect(card(typed)).toBe('inline:text.help → relative')
})

const loud =
  'Praca od zaraz, ostatnie miejsca! Opłata rekrutacyjna 300 zł. Paszport oddajesz kierowcy.'

describe('an advert gets the card with its signs', () => {
  test('three of them, the loudest first', () => {
    expect(signs(loud)).toEqual([
      'indicators:rec_original_documents_taken.label',
      'indicators:offer_urgent_pressure.label',
      'indicators:offer_fee_for_job.label',
    ])
  })

  test('which says to stop where one of them is critical', () => {
    expect(card(loud)).toBe('inline:text.alarm → offer')
  })

  test.each([
    ['Polish', 'kaucja 300 zł'],
    ['English', 'registration fee 50 euro, pay before you travel'],
    ['Ukrainian', 'реєстраційний внесок 500 грн, місця закінчуються'],
    ['Russian', 'регистрационный взнос 500 грн, осталось два места'],
  ])('a few words of one in %s, too', (_language, typed) => {
    expect(card(typed)).toBe('inline:text.advert → offer')
    expect(signs(typed)).toContain('indicators:offer_fee_for_job.label')
  })
})

describe('the number of a firm or an agency gets the card with their check', () => {
  test.each([
    ['a firm', 'NIP 7740001454', 'inline:text.firm → employer'],
    ['bare digits', '7740001454', 'inline:text.firm → employer'],
    ['an agency', 'KRAZ 12345', 'inline:text.agency → agency'],
  ])('%s', (_what, typed, expected) => {
    expect(card(typed)).toBe(expected)
  })
})

describe('anything else gets the card about what words do not show', () => {
  test.each([
    ['nothing yet', ''],
    ['a blank', ' \u200b\u3164 '],
    [
      'an advert without a sign',
      'Kwartz GmbH, ul. Miodowa, umowa o pracę, 40 godzin tygodniowo, stawka 15 € brutto na godzinę',
    ],
    ['a greeting', 'hello'],
    ['a country', 'Holandia'],
    ['a command', '/forget'],
    ['a question', 'ile wynosi płaca minimalna'],
    ['what nobody understands', 'qwrtz'],
    ['a prototype', '__proto__ constructor'],
  ])('%s', (_what, typed) => {
    expect(card(typed)).toBe('inline:text.usual → offer')
  })
})

test.each(['pomocy Zbigniew 601602603', `${loud} Zbigniew`, 'NIP 7740001454 Zbigniew', 'Zbigniew'])(
  'no card holds a word of what was typed: %s',
  (typed) => {
    const made = JSON.stringify(inlineCard(typed, content, readNumbers))
    expect(made).not.toMatch(/Zbigniew|601602603|7740001454|300|ostatnie/)
  },
)

test.each(content.languages)(
  'the words of a card, passed on without its button, raise no sign in %s',
  (language) => {
    const texts = inlineKinds.map((kind) => say(`inline:text.${kind}`, language))
    const raised = texts.flatMap((text) => {
      const { reading } = said({ text, isTheirs: true }, content)
      return scanned(reading, content).hits.map(({ sign }) => sign)
    })
    expect(raised).toEqual([])
  },
)

test('where nobody wrote down where messages lead there is no card', () => {
  const { doors: _, ...without } = content
  expect(inlineCard('pomocy', without, readNumbers)).toBeUndefined()
})

test('help does not wait for numbers to be read', () => {
  const broken = () => {
    throw new Error('numbers cannot be read')
  }
  expect(inlineCard('pomocy', content, broken)?.flow).toBe('sos')
})

describe('the link of a card', () => {
  test.each([
    ['pomocy', 'sos.now'],
    ['NIP 7740001454', 'employer.have'],
    ['KRAZ 12345', 'agency.where'],
    ['', 'offer.age'],
  ])('to %j opens its flow', async (typed, place) => {
    const reader = await newReader()
    await reader.opens(`start ${inlineCard(typed, content, readNumbers)?.flow}`)
    expect(reader.at()).toBe(place)
  })

  test('with help asks somebody new for nothing before', async () => {
    const person = newPerson()
    await person.opens(`start ${inlineCard('pomocy', content, readNumbers)?.flow}`)
    expect(person.at()).toBe('sos.now')
  })
})
