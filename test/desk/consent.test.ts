import { describe, expect, test } from 'vitest'
import type { Shared } from '../../src/core/case.ts'
import { checksOffer, say } from '../bot.ts'
import { newScene, type Scene } from './scene.ts'

const everything: Shared = {
  country: 'DE',
  signs: ['fee-for-job', 'debt'],
  firms: ['nip-7740001454'],
}

/** Somebody in the middle of a check that has found something, who asks for a person then. */
async function newAsker(scene: Scene) {
  const person = await checksOffer(scene.bot, 'fee')
  await person.taps('yes')
  const { talks } = scene.bot.world
  const talk = await talks.load(person.id)
  if (talk) await talks.keep(person.id, { ...talk, noted: { numbers: ['nip-7740001454'] } })
  await person.says('/talk')
  expect(person.at()).toBe('consultant.consent')
  return person
}

async function sharedBy(scene: Scene, { id }: { id: number }) {
  return (await scene.bot.world.cases.of(id))?.shared
}

describe('before "send"', () => {
  test('nothing leaves', async () => {
    const scene = await newScene()
    const desk = await scene.desk()
    const person = await newAsker(scene)
    for (const choice of ['without-country', 'with-country', 'waits', 'shows'])
      await person.taps(choice)
    await scene.settled()
    expect([desk.group.topics(), await scene.bot.world.cases.of(person.id)]).toEqual([
      [],
      undefined,
    ])
    expect(scene.jobs.done).toEqual([])
  })

  test('words that are written go nowhere, also afterwards', async () => {
    const scene = await newScene()
    const desk = await scene.desk()
    const person = await scene.seeker()
    await person.says('nie wiem, co robić')
    await person.taps('send')
    await scene.settled()
    expect(desk.texts().join()).not.toContain('nie wiem, co robić')
  })
})

describe('what is handed over', () => {
  test('comes from the way that was interrupted', async () => {
    const scene = await newScene()
    await scene.desk()
    const person = await newAsker(scene)
    await person.taps('send')
    const shared = await sharedBy(scene, person)
    expect(shared).toMatchObject({ country: 'DE', firms: everything.firms })
    expect(shared?.signs?.length).toBeGreaterThan(0)
  })

  test.each(['country', 'signs', 'firms'] as const)(
    'is without %s that was taken out',
    async (item) => {
      const scene = await newScene()
      const desk = await scene.desk()
      const person = await newAsker(scene)
      await person.taps(`without-${item}`)
      await person.taps('send')
      await scene.settled()
      const shared = await sharedBy(scene, person)
      expect([shared && item in shared, Object.keys(shared ?? {}).length]).toEqual([false, 2])
      expect(desk.fromBot(desk.topic()).join()).not.toContain(
        say(`desk:card.${item}`).split('{{')[0] ?? '',
      )
    },
  )

  test('is what was put in again', async () => {
    const scene = await newScene()
    await scene.desk()
    const person = await newAsker(scene)
    for (const choice of ['without-country', 'with-country', 'send']) await person.taps(choice)
    expect(await sharedBy(scene, person)).toMatchObject({ country: 'DE' })
  })

  test('is as chosen, also after help was opened in between', async () => {
    const scene = await newScene()
    await scene.desk()
    const person = await newAsker(scene)
    for (const choice of ['without-country', 'sos', 'back']) await person.taps(choice)
    expect(person.choices()).toContain('with-country')
    await person.taps('send')
    const shared = await sharedBy(scene, person)
    expect([shared?.country, shared?.firms]).toEqual([undefined, everything.firms])
  })

  test('is asked anew where the screen is an old one', async () => {
    const scene = await newScene()
    const desk = await scene.desk()
    const person = await newAsker(scene)
    await person.taps('without-country')
    const old = person.open()
    const send = old?.buttons.flat().find(({ data }) => data?.endsWith('.send'))?.data ?? ''
    await person.says('/menu')
    await person.presses(old?.id ?? 0, send)
    await scene.settled()
    const { state } = (await scene.bot.world.talks.load(person.id)) ?? {}
    const now = person.bubbles().find(({ id }) => id === old?.id)
    const data = now?.buttons.flat().map((one) => one.data)
    expect(data).toContain('consultant.consent.without-country')
    expect([state?.path.at(-1)?.step, desk.group.topics()]).toEqual(['consent', []])
  })
})

describe('a desk that does not speak the language', () => {
  test('is named with what it speaks before anything is agreed to', async () => {
    const scene = await newScene()
    await scene.desk()
    const person = await scene.seeker({ language: 'uk' })
    const spoken = new Intl.DisplayNames(['pl'], { type: 'language' }).of('pl') ?? ''
    expect(person.last()?.text.toLowerCase()).toContain(spoken)
  })

  test('sees it on the card', async () => {
    const scene = await newScene()
    const desk = await scene.desk()
    const person = await scene.seeker({ language: 'uk' })
    await person.taps('send')
    await scene.settled()
    expect(desk.fromBot(desk.topic()).join()).toContain(say('desk:card.foreign'))
  })
})

describe('where nobody is there', () => {
  test.each<[string, (scene: Scene) => Promise<unknown>]>([
    ['no desk', async () => {}],
    [
      'a desk that is paused',
      async (scene) => {
        const desk = await scene.desk()
        await desk.says(desk.lead, '/pause')
      },
    ],
    [
      'a desk where nobody has accepted the code of conduct',
      async (scene) => {
        const forum = await scene.forum()
        await forum.says(forum.lead, `/connect ${scene.code()}`)
      },
    ],
  ])('%s: that is said first, with numbers', async (_name, given) => {
    const scene = await newScene()
    await given(scene)
    const person = await scene.seeker()
    expect([person.at(), person.choices()]).toEqual([
      'consultant.no-desk',
      expect.arrayContaining(['numbers']),
    ])
  })

  test.each(['isClosed', 'isPaused'] as const)(
    'any more, whoever has just agreed hears it, with numbers: %s',
    async (why) => {
      const scene = await newScene()
      await scene.desk()
      const person = await scene.seeker()
      await scene.bot.world.desks.change('k3f9qx2a', { [why]: true })
      await person.taps('send')
      await scene.settled()
      expect([person.at(), person.choices()[0]]).toEqual(['consultant.lost', 'next'])
      expect(await scene.bot.world.cases.of(person.id)).toBeUndefined()
    },
  )
})

describe('somebody under 18', () => {
  const asks = async (scene: Scene) => {
    const person = await scene.bot.reader()
    await person.says('/talk')
    await person.taps('minor')
    return person
  }

  test('is led to who helps children, where no desk talks with them', async () => {
    const scene = await newScene()
    await scene.desk()
    expect((await asks(scene)).at()).toBe('young.talk')
  })

  test('is not asked for anything to hand over', async () => {
    const scene = await newScene()
    await scene.desk({ minors: true })
    const person = await asks(scene)
    const { talks } = scene.bot.world
    const talk = await talks.load(person.id)
    if (talk) await talks.keep(person.id, { ...talk, country: 'DE' })
    await person.taps('waits')
    expect(person.choices().filter((one) => /^with/.test(one))).toEqual([])
    await person.taps('send')
    await scene.settled()
    expect(await scene.bot.world.cases.of(person.id)).toMatchObject({ isMinor: true, shared: {} })
  })

  test('is announced as that on the card', async () => {
    const scene = await newScene()
    const desk = await scene.desk({ minors: true })
    const person = await asks(scene)
    await person.taps('send')
    await scene.settled()
    expect(desk.fromBot(desk.topic()).join()).toContain(say('desk:card.minor'))
  })
})

describe('what was agreed to', () => {
  const seesCase = async () => {
    const scene = await newScene()
    const desk = await scene.desk()
    const person = await newAsker(scene)
    await person.taps('without-signs')
    await person.taps('send')
    await scene.settled()
    await person.says('/mydata')
    await person.taps('case')
    return { ...scene, desk, person }
  }

  test('stands in /mydata: the desk, and what was handed over', async () => {
    const { person } = await seesCase()
    const text = person.last()?.text ?? ''
    expect(text).toContain('Dobra Droga')
    expect(text).toContain(say('settings:held.item.country'))
    expect(text).not.toContain(say('settings:held.item.signs'))
  })

  test('is taken back by one press, and then nothing more goes either way', async () => {
    const { person, desk, settled } = await seesCase()
    const thread = desk.topic()
    await person.taps('withdraw')
    await person.says('to już nie dla was')
    await settled()
    await desk.says(desk.lead, 'Halo?', thread)
    expect(desk.texts(thread).join()).not.toContain('to już nie dla was')
    expect(person.bubbles().map(({ text }) => text)).not.toContain('Halo?')
    expect(desk.fromBot(thread)).toContain(say('desk:not-sent.over'))
  })

  test('does not go on with what was on its way, once it is taken back', async () => {
    const { person, desk, settled, bot } = await seesCase()
    const { faults } = bot.telegram
    await person.says('/talk')
    faults.add({ kind: 'status', status: 429, retry_after: 1, method: 'copyMessage', times: 1000 })
    await person.says('w drodze')
    await person.says('/mydata')
    for (const choice of ['case', 'withdraw']) await person.taps(choice)
    faults.clear()
    await settled()
    expect(desk.texts().join()).not.toContain('w drodze')
  })
})
