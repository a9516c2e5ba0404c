import { describe, expect, test } from 'vitest'
import type { PictureFault } from '../../src/core/picture.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { keysOf, newPerson, newReader, type Person } from '../person.ts'

const fraud =
  'Praca w Holandii przy pakowaniu kwiatów, 15 euro brutto na godzinę.\nOpłata rezerwacyjna 300 zł przed wyjazdem.'
const honest =
  'Praca w Holandii przy pakowaniu kwiatów, 15 euro brutto na godzinę, 40 godzin tygodniowo. Umowa pisemna po polsku.'
const critical = 'Praca od zaraz w Niemczech, 2500 euro. Paszport oddajesz kierowcy'

/** Somebody who has said that they are adult, so that an advert leads straight to its verdict. */
async function adult() {
  const person = await newReader({ readNumbers })
  await person.opens('start offer')
  await person.taps('adult')
  await person.opens('menu')
  return person
}

/** Keys of one message, with the word above it. */
function told(person: Person, nth: number) {
  const { screen } = person.phone.bubbles.at(nth) ?? {}
  return screen && [...(screen.hint ? keysOf(screen.hint) : []), screen.text.key]
}

describe('a picture of an advert', () => {
  test('is said to be read at once, and the buttons are those of where one stands', async () => {
    const person = await adult()
    await person.sendsPicture(fraud)
    expect(told(person, -1)).toEqual(['picture:reading'])
    expect(person.at()).toBe('menu.groups')
  })

  test('shows its words in that message, and the verdict below', async () => {
    const person = await adult()
    await person.sendsPicture(fraud)
    const reading = person.phone.bubbles.at(-1)?.id
    await person.worked()
    expect(person.phone.bubbles.slice(-2).map(({ id }) => id === reading)).toEqual([true, false])
    expect(told(person, -2)).toEqual(['picture:read', 'scan:found'])
    expect(person.at()).toBe('offer.first-verdict')
  })

  test('says that a machine has read it also where no word of it is shown', async () => {
    const person = await adult()
    await person.sendsPicture(honest)
    await person.worked()
    expect(told(person, -1)?.[0]).toBe('picture:read')
  })

  test('opens help before everything where it says something critical', async () => {
    const person = await newReader()
    await person.sendsPicture(critical)
    await person.worked()
    expect(person.at()).toBe('danger.stop')
  })

  test('is asked for the age first where nobody knows it, and leads to the verdict', async () => {
    const person = await newReader()
    await person.sendsPicture(fraud)
    await person.worked()
    expect(person.at()).toBe('offer.age-after')
    await person.taps('adult')
    expect(person.at()).toBe('offer.first-verdict')
  })

  test('waits for the language of somebody who is new', async () => {
    const person = newPerson({ readNumbers })
    await person.sendsPicture(fraud)
    await person.worked()
    expect(person.at()).toBe('start.language')
    for (const tap of ['pl', 'next', 'next']) await person.taps(tap)
    expect(person.keys()).toContain('scan:found')
    expect([person.at(), person.choices()]).toEqual(['offer.advert', ['done']])
  })

  test('is taken where an advert was asked for, and more of it may come', async () => {
    const person = await adult()
    await person.opens('start offer')
    await person.taps('advert')
    await person.sendsPicture(fraud)
    await person.worked()
    expect([person.at(), person.choices()]).toEqual(['offer.advert', ['done']])
  })

  test('lets the question that it interrupted wait', async () => {
    const person = await adult()
    await person.opens('start employer')
    const asked = person.at()
    await person.sendsPicture(honest)
    await person.worked()
    expect(person.at()).toBe('offer.first-verdict')
    while (!person.choices().includes('resume') && person.at()?.startsWith('offer.'))
      await person.taps(person.choices().at(-1) ?? 'menu')
    expect([person.at(), asked]).toEqual([asked, asked])
  })

  test('is told badly readable where many letters may be wrong', async () => {
    const person = await adult()
    await person.sendsPicture({ text: fraud, confidence: 60, hosts: [] })
    await person.worked()
    expect(told(person, -2)?.[0]).toBe('picture:blurred')
  })
})

describe('a picture of something else', () => {
  test('with a number of a firm is looked up where one is asked for', async () => {
    const person = await adult()
    await person.opens('start employer')
    await person.taps('number')
    await person.sendsPicture('Usługi Przykład sp. z o.o.\nNIP 774-00-01-454')
    await person.worked()
    const answers = (await person.talk())?.state?.path.map(({ answer }) => answer)
    expect(answers).toContain('nip-7740001454')
  })

  test('with a cry of somebody opens the screen for somebody else', async () => {
    const person = await adult()
    await person.sendsPicture('pomóż mi, szef mnie bije i nie wypuszcza')
    await person.worked()
    expect(person.at()).toBe('relative.danger')
  })

  const without: [string, Parameters<Person['sendsPicture']>[0], string][] = [
    ['without words', '', 'picture:no-words'],
    ['of which nothing is understood', 'lorem ipsum dolor', 'picture:nothing'],
    ['that is too blurred', { text: fraud, confidence: 30, hosts: [] }, 'picture:unreadable'],
    ...(['large', 'pixels', 'kind', 'slow', 'broken', 'gone', 'away'] as PictureFault[]).map(
      (fault): [string, { fault: PictureFault }, string] => [
        `that is ${fault}`,
        { fault },
        `picture:fault.${fault}`,
      ],
    ),
  ]
  test.each(without)('%s is told, with the same question', async (_what, picture, word) => {
    const person = await adult()
    await person.opens('start offer')
    await person.taps('questions')
    const asked = person.at()
    await person.sendsPicture(picture)
    await person.worked()
    expect([told(person, -1)?.[0], person.at()]).toEqual([word, asked])
  })

  test('with a code tells where that leads', async () => {
    const person = await adult()
    await person.sendsPicture({ text: honest, confidence: 90, hosts: ['jobs.example'] })
    await person.worked()
    expect(person.keys()).toContain('picture:code')
    expect(person.at()).toBe('offer.first-verdict')
  })

  test('with nothing but a code tells that too', async () => {
    const person = await adult()
    await person.sendsPicture({ text: '', confidence: 0, hosts: ['jobs.example'] })
    await person.worked()
    expect(person.keys()).toContain('picture:code')
  })

  test('that is too large is not fetched', async () => {
    const person = await adult()
    await person.sendsPicture(fraud, { bytes: 50_000_000 })
    expect([told(person, -1)?.[0], person.jobs]).toEqual(['picture:fault.large', []])
  })

  test('of a kind that nobody can open is not fetched', async () => {
    const person = await adult()
    await person.sendsPicture(fraud, { isStrange: true })
    expect([told(person, -1)?.[0], person.jobs]).toEqual(['picture:fault.kind', []])
  })
})

describe('words below a picture', () => {
  test('that call for help open it, and nobody reads the picture', async () => {
    const person = await adult()
    await person.sendsPicture(fraud, { caption: 'pomocy, on mnie bije' })
    expect([person.at(), person.jobs]).toEqual(['sos.now', []])
  })

  test('that are an advert are answered at once, and a picture that says the same is silent', async () => {
    const person = await adult()
    await person.sendsPicture(fraud, { caption: fraud })
    expect(person.at()).toBe('offer.first-verdict')
    const before = person.phone.bubbles.length
    await person.worked()
    expect(person.phone.bubbles).toHaveLength(before)
  })

  test('that are an advert get what the picture adds', async () => {
    const person = await adult()
    await person.sendsPicture(critical, { caption: honest })
    expect(person.at()).toBe('offer.first-verdict')
    await person.worked()
    expect(person.at()).toBe('danger.stop')
  })

  test('that ask about it wait for what the picture says', async () => {
    const person = await adult()
    await person.sendsPicture(fraud, { caption: 'co o tym myślisz?' })
    expect(told(person, -1)).toEqual(['picture:reading'])
    await person.worked()
    expect(person.at()).toBe('offer.first-verdict')
  })
})

describe('several pictures that were sent as one', () => {
  async function album(...parts: Parameters<Person['sendsPicture']>[0][]) {
    const person = await adult()
    for (const part of parts) await person.sendsPicture(part, { album: '77' })
    return person
  }
  const verdicts = (person: Person) =>
    person.phone.bubbles.filter(({ screen }) => screen.at?.step === 'first-verdict')

  test('are told to be read once', async () => {
    const person = await album('Praca w Holandii', 'Opłata rezerwacyjna 300 zł')
    expect(person.keys().filter((key) => key === 'picture:reading')).toHaveLength(1)
  })

  test('lead to one verdict, about all of them', async () => {
    const person = await album(
      'Praca w Holandii przy pakowaniu kwiatów, 15 euro brutto na godzinę',
      'Opłata rezerwacyjna 300 zł przed wyjazdem',
      'Szczegóły na priv. Umowa na miejscu.',
    )
    await person.worked()
    expect([person.at(), verdicts(person)]).toEqual(['offer.first-verdict', [expect.anything()]])
    const talk = await person.talk()
    const signs = talk?.state?.path.find(({ step }) => step === 'advert')?.answer?.split('/')[0]
    expect(signs?.split('.').length).toBeGreaterThan(1)
  })

  test('lead to it also where the last one says nothing', async () => {
    const person = await album(fraud, '')
    await person.worked()
    expect(person.at()).toBe('offer.first-verdict')
  })

  test('open help as soon as one of them says something critical', async () => {
    const person = await album(critical, 'Opłata rezerwacyjna 300 zł przed wyjazdem')
    const [first] = person.jobs.splice(0, 1)
    const [second] = person.jobs.splice(0)
    if (first) person.jobs.push(first)
    await person.worked()
    expect(person.at()).toBe('danger.stop')
    if (second) person.jobs.push(second)
    await person.worked()
    expect(person.at()).toBe('danger.stop')
  })

  test('tell of one that could not be read', async () => {
    const person = await album({ fault: 'slow' }, fraud)
    await person.worked()
    expect(person.keys()).toContain('picture:fault.slow')
    expect(person.at()).toBe('offer.first-verdict')
  })

  test('without any words are told once', async () => {
    const person = await album('', '', '')
    await person.worked()
    expect(told(person, -1)?.[0]).toBe('picture:no-words')
    expect(person.keys()).not.toContain('picture:reading')
  })

  test('with an advert below the last of them need no more words where they say the same', async () => {
    const person = await adult()
    await person.sendsPicture('Praca w Holandii', { album: '77' })
    await person.sendsPicture('', { album: '77', caption: fraud })
    expect(person.at()).toBe('offer.first-verdict')
    await person.worked()
    expect(person.keys()).toContain('picture:nothing-new')
    expect(verdicts(person)).toHaveLength(1)
  })
})

describe('several pictures where an advert was asked for', () => {
  const stating = `${honest}\nOpłata rezerwacyjna 300 zł przed wyjazdem.`
  async function asked(...parts: string[]) {
    const person = await adult()
    await person.opens('start offer')
    await person.taps('advert')
    for (const part of parts) await person.sendsPicture(part, { album: '77' })
    await person.worked()
    return person
  }

  test.each([
    ['last', [honest, stating]],
    ['first', [stating, honest]],
    ['in the middle', [honest, stating, honest]],
  ])('are one advert, whichever of them warns: the %s', async (_which, parts) => {
    const person = await asked(...parts)
    expect([person.at(), person.choices()]).toEqual(['offer.advert', ['done']])
    await person.taps('done')
    expect(person.keys()).toContain('offer:first-verdict.careful')
  })

  test('open help where the first says something critical, and no later one takes it away', async () => {
    const person = await asked(critical, 'Opłata rezerwacyjna 300 zł', 'Praca w Holandii')
    expect(person.at()).toBe('danger.stop')
  })
})

describe('two pictures that were not sent as one', () => {
  const verdicts = ({ phone }: Person) =>
    phone.bubbles
      .filter(({ screen }) => screen.at?.step === 'first-verdict')
      .map(({ screen }) => keysOf(screen.text)[0])

  test('are two adverts, each with its verdict', async () => {
    const person = await adult()
    await person.sendsPicture(`${honest}\nOpłata rezerwacyjna 300 zł przed wyjazdem.`)
    await person.sendsPicture(honest)
    await person.worked()
    expect(verdicts(person)).toEqual(['offer:first-verdict.careful', 'offer:first-verdict.unclear'])
  })

  test('are two also where the second has others with it', async () => {
    const person = await adult()
    await person.sendsPicture(`${honest}\nOpłata rezerwacyjna 300 zł przed wyjazdem.`)
    for (const part of ['Praca w Holandii', honest])
      await person.sendsPicture(part, { album: '77' })
    await person.worked()
    expect(verdicts(person)).toEqual(['offer:first-verdict.careful', 'offer:first-verdict.unclear'])
  })
})

describe('somebody who goes on meanwhile', () => {
  test('is answered below, and the place where it said "reading" says so', async () => {
    const person = await adult()
    await person.sendsPicture(fraud)
    const reading = person.phone.bubbles.at(-1)
    await person.says('cześć')
    await person.worked()
    expect(reading?.screen.text.key).toBe('picture:below')
    expect(person.at()).toBe('offer.first-verdict')
  })

  test('keeps help on the screen, and may send it again', async () => {
    const person = await adult()
    await person.sendsPicture(fraud)
    const reading = person.phone.bubbles.at(-1)
    await person.opens('sos')
    await person.worked()
    expect([person.at(), reading?.screen.text.key]).toEqual(['sos.now', 'picture:waits'])
  })

  test.each(['hide', 'forget'])('hears nothing of it after /%s', async (ending) => {
    const person = await adult()
    await person.sendsPicture(fraud)
    await person.opens(ending)
    const before = person.keys()
    await person.worked()
    expect(person.keys()).toEqual(before)
  })

  test('is not told again what was sent before, where nothing is understood in it', async () => {
    const person = await adult()
    await person.sendsPicture('')
    await person.opens('start employer')
    const asked = person.at()
    const bubbles = person.phone.bubbles.length
    await person.worked()
    expect([person.at(), person.phone.bubbles.length]).toEqual([asked, bubbles])
    expect(person.keys()).toContain('picture:no-words')
  })
})
