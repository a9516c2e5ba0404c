import { describe, expect, test } from 'vitest'
import type { PictureFault } from '../../src/core/picture.ts'
import { readNumbers } from '../../src/registers/numbers/read.ts'
import { newPerson, newReader, type Person } from '../person.ts'
import { adult, critical, fraud, honest, stating, told, verdicts } from './pictures.ts'

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
    ['without words', { text: '', confidence: 0, hosts: [] }, 'picture:no-words'],
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

  test('that are an advert are answered also where the picture is too large', async () => {
    const person = await adult()
    await person.sendsPicture('', { caption: fraud, bytes: 50_000_000 })
    expect([person.at(), person.jobs]).toEqual(['offer.first-verdict', []])
    expect(person.phone.bubbles.map(({ screen }) => screen.hint?.key)).toContain(
      'picture:fault.large',
    )
  })

  test('that say something critical are answered at once, though they offer nothing', async () => {
    const person = await adult()
    await person.sendsPicture('', { caption: 'Paszport oddajesz kierowcy' })
    expect(person.at()).toBe('danger.stop')
  })

  test('that are an advert stand, and a picture that cannot be read is told without them', async () => {
    const person = await adult()
    await person.sendsPicture({ fault: 'broken' }, { caption: fraud })
    const before = person.phone.bubbles.length
    await person.worked()
    expect(person.phone.bubbles).toHaveLength(before + 1)
    expect(told(person, -1)).toEqual(['picture:fault.broken'])
  })

  test('that are an advert get what the picture adds in silence, where nothing says "reading"', async () => {
    const person = await adult()
    await person.sendsPicture(fraud, { caption: honest })
    await person.says('cześć')
    await person.worked()
    expect(person.keys()).not.toContain('picture:below')
  })

  test('and those in it are one advert, however much both state', async () => {
    const person = await adult()
    await person.sendsPicture(`${honest} Zakwaterowanie w cenie.`, { caption: stating })
    await person.worked()
    expect(verdicts(person).at(-1)).toBe('offer:first-verdict.strong')
  })

  test('and those in it are one advert also where somebody has gone on', async () => {
    const person = await adult()
    await person.sendsPicture(`${honest} Zakwaterowanie w cenie.`, { caption: stating })
    await person.taps('done')
    await person.taps('questions')
    const asked = person.at()
    await person.worked()
    expect(person.at()).toBe(asked)
  })

  test('that ask about it wait for what the picture says', async () => {
    const person = await adult()
    await person.sendsPicture(fraud, { caption: 'co o tym myślisz?' })
    expect(told(person, -1)).toEqual(['picture:reading'])
    await person.worked()
    expect(person.at()).toBe('offer.first-verdict')
  })
})

test('the same picture sent again has its verdict again', async () => {
  const person = await adult()
  for (const _ of [1, 2]) {
    await person.sendsPicture(fraud)
    await person.worked()
  }
  expect(verdicts(person)).toHaveLength(2)
})

test('a picture that is sent from within help is answered', async () => {
  const person = await adult()
  await person.opens('sos')
  await person.sendsPicture(fraud)
  await person.worked()
  expect(person.at()).toBe('offer.first-verdict')
})

test('nothing is written over the first screen of somebody new', async () => {
  const person = newPerson({ readNumbers })
  await person.sendsPicture(fraud)
  const [first] = person.phone.bubbles
  await person.taps('pl')
  const shown = first?.screen.text.key
  await person.worked()
  expect(first?.screen.text.key).toBe(shown)
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
    const before = person.keys().filter((key) => key !== 'picture:reading')
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
