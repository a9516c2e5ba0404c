import { describe, expect, test } from 'vitest'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { newPerson, type Person } from '../person.ts'
import { adult, critical, fraud, honest, stating, told, verdicts } from './pictures.ts'

describe('several pictures that were sent as one', () => {
  async function album(...parts: Parameters<Person['sendsPicture']>[0][]) {
    const person = await adult()
    for (const part of parts) await person.sendsPicture(part, { album: '77' })
    return person
  }
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

  test('are two adverts where they were not sent as one, and the later one counts', async () => {
    const person = await asked()
    for (const words of [stating, honest]) {
      await person.sendsPicture(words)
      await person.worked()
    }
    await person.taps('done')
    expect(verdicts(person)).toEqual(['offer:first-verdict.unclear'])
  })

  test.each([
    ['tells more', [critical, 'Opłata rezerwacyjna 300 zł', 'Praca w Holandii']],
    ['states the same', [`${honest} Paszport oddajesz kierowcy`, honest]],
  ])(
    'open help where the first says something critical, and keep it where a later one %s',
    async (_what, parts) => {
      const person = await asked(...parts)
      expect(person.at()).toBe('danger.stop')
    },
  )
})

describe('two pictures that were not sent as one', () => {
  test('are two adverts, each with its verdict', async () => {
    const person = await adult()
    await person.sendsPicture(stating)
    await person.sendsPicture(honest)
    await person.worked()
    expect(verdicts(person)).toEqual(['offer:first-verdict.careful', 'offer:first-verdict.unclear'])
  })

  test('are read in their places: only below the second something is said', async () => {
    const person = await adult()
    for (const words of [fraud, honest]) await person.sendsPicture(words)
    await person.worked()
    expect(person.keys().filter((key) => key === 'picture:below')).toHaveLength(1)
  })

  test('ask nothing anew above the answer to the first, where the second says nothing', async () => {
    const person = await adult()
    for (const words of [fraud, '']) await person.sendsPicture(words)
    await person.worked()
    const [verdict] = verdicts(person)
    expect([verdict, verdicts(person)]).toEqual([expect.stringMatching('first-verdict'), [verdict]])
    expect(person.keys()).toContain('picture:no-words')
  })

  test('are two also where the second has others with it', async () => {
    const person = await adult()
    await person.sendsPicture(stating)
    for (const part of ['Praca w Holandii', honest])
      await person.sendsPicture(part, { album: '77' })
    await person.worked()
    expect(verdicts(person)).toEqual(['offer:first-verdict.careful', 'offer:first-verdict.unclear'])
  })
})

/** Reads so many of the pictures that wait. */
async function reads(person: Person, many: number) {
  const later = person.jobs.splice(many)
  await person.worked()
  person.jobs.push(...later)
}

describe('a part of an advert of which others are still to come', () => {
  async function album(...parts: Parameters<Person['sendsPicture']>[0][]) {
    const person = await adult()
    for (const part of parts) await person.sendsPicture(part, { album: '77' })
    return person
  }

  test('says so in the place of "reading", and the others say nothing', async () => {
    const person = await album('Praca w Holandii', 'Szczegóły na priv', honest)
    await reads(person, 2)
    expect(person.keys().filter((key) => key === 'picture:next')).toHaveLength(1)
    expect(person.at()).toBe('menu.groups')
  })

  test('leads nowhere where it tells nothing of work', async () => {
    const person = await album('lorem ipsum', honest)
    await reads(person, 1)
    expect((await person.talk())?.state?.flow).toBe('menu')
  })

  test('is told where it could not be read, also where nothing says that it is being read', async () => {
    const person = await album(fraud, { fault: 'slow' }, honest)
    await reads(person, 2)
    expect(told(person, -1)).toEqual(['picture:fault.slow'])
  })

  test('opens help for somebody else who cries in it', async () => {
    const person = await album('pomóż mi, szef mnie bije i nie wypuszcza', honest)
    await reads(person, 1)
    expect(person.at()).toBe('relative.danger')
  })

  test('shows help in its place, and nothing of waiting', async () => {
    const person = await album(critical, critical, '')
    await person.worked()
    expect(person.keys()).not.toContain('picture:next')
    expect(person.keys()).not.toContain('picture:nothing')
  })

  test('is forgotten by none that comes behind it', async () => {
    const person = await album(stating, honest, honest)
    await person.worked()
    expect(verdicts(person)).toEqual(['offer:first-verdict.careful'])
  })

  test('has its verdict also where another picture is sent before the last is read', async () => {
    const person = await album(stating, 'Praca w Holandii')
    await reads(person, 1)
    await person.sendsPicture(honest)
    await person.worked()
    expect(verdicts(person)).toEqual(['offer:first-verdict.careful', 'offer:first-verdict.unclear'])
  })

  test('waits no longer where the last one cannot be read, and that is told', async () => {
    const person = await album(stating, { fault: 'slow' })
    await person.worked()
    expect(told(person, -1)?.[0]).toBe('picture:fault.slow')
    expect(person.at()).toBe('offer.first-verdict')
  })

  test('waits for the language of somebody who is new', async () => {
    const person = newPerson({ readNumbers })
    for (const part of ['Praca w Holandii', fraud]) await person.sendsPicture(part, { album: '77' })
    await person.worked()
    expect((await person.talk())?.state?.flow).toBe('start')
    for (const tap of ['pl', 'next', 'next']) await person.taps(tap)
    expect([person.at(), person.choices()]).toEqual(['offer.advert', ['done']])
  })

  test('waits for it also where it is chosen between two of them', async () => {
    const person = newPerson({ readNumbers })
    for (const part of [stating, 'Praca w Holandii', honest])
      await person.sendsPicture(part, { album: '77' })
    await reads(person, 1)
    await person.taps('pl')
    await person.worked()
    expect(person.at()).toBe('start.welcome')
  })

  test('takes nobody away from help that an advert before it has opened', async () => {
    const person = await adult()
    await person.sendsPicture(critical)
    await person.worked()
    for (const part of ['Opłata rezerwacyjna 300 zł przed wyjazdem', honest])
      await person.sendsPicture(part, { album: '77' })
    await reads(person, 1)
    expect((await person.talk())?.state?.flow).toBe('danger')
  })

  test('leaves it to the person to say when an advert that is asked for anew is whole', async () => {
    const person = await album(fraud, honest)
    await reads(person, 1)
    await person.opens('start offer')
    await person.taps('advert')
    await person.worked()
    expect([person.at(), person.choices()]).toEqual(['offer.advert', ['done']])
  })
})
