import { describe, expect, test } from 'vitest'
import { readyContact } from '../../src/app/desk/who.ts'
import { helpers } from '../../src/core/steps/contacts.ts'
import { voiceFor } from '../../src/core/voice.ts'
import { toData } from '../../src/telegram/buttons.ts'
import { say } from '../bot.ts'
import { type DeskTalk, newTalk } from './talk.ts'
import { worded } from './wording.ts'

/** Mirek has a case and asks who helps. */
async function newAsking(words: string, wish: Parameters<typeof newTalk>[0] = {}) {
  const talk = await newTalk(wish)
  const before = talk.person.bubbles().length
  await talk.desk.says(talk.desk.second, `/who${words && ` ${words}`}`, talk.thread)
  const shown = talk.desk.group.messages(talk.thread).at(-1)
  const press = async (choice: string, who = talk.desk.second) => {
    await talk.desk.presses(who, choice, talk.thread)
  }
  return {
    ...talk,
    shown,
    press,
    now: () => talk.desk.group.messages(talk.thread).find(({ id }) => id === shown?.id),
    newest: () => talk.desk.group.messages(talk.thread).at(-1),
    heard: () => talk.onPhone().slice(before),
    choices: () => shown?.buttons.flat().map(({ data = '' }) => data.split('.').at(-1)) ?? [],
    /** Everybody whom the person would see. */
    people: (country: string, language = 'pl') =>
      helpers(talk.bot.world.content, { country, language }),
  }
}

/** The card of a contact as somebody reads it. */
function cardOf({ bot }: DeskTalk, id: string, language = 'pl') {
  const { world } = bot
  const text = readyContact(world, id)?.text ?? { key: '' }
  return world.label(text, voiceFor(world.content, { language })).trim()
}

describe('/who', () => {
  test('shows whom the person would see first, with its numbers', async () => {
    const { shown, people } = await newAsking('DE')
    const [first] = people('DE')
    expect(shown?.text).toContain(first?.name)
  })

  test('orders them by what the person reads, in the words of the desk', async () => {
    const { desk, settled, shown, now, people } = await newAsking('DE', { language: 'uk' })
    const theirs = people('DE', 'uk')
    const other = theirs.findIndex(({ id }, at) => id !== people('DE')[at]?.id)
    desk.group.press(desk.second, shown?.id ?? 0, `desk.who.DE-${other}`)
    await settled()
    expect(now()?.text).toContain(theirs[other]?.name)
    expect(now()?.text).toContain(say('contact:what').split('{{')[0])
  })

  test('shows those of a kind alone', async () => {
    const { shown, people } = await newAsking('DE worker_advice')
    const some = people('DE').filter(({ kinds }) => kinds.includes('worker_advice'))
    expect(some.map(({ name }) => name).some((name) => shown?.text.includes(name))).toBe(true)
    const next = shown?.buttons.flat().find(({ data }) => data?.endsWith('DE-worker-advice-1'))
    expect(next?.text).toContain(String(some.length))
  })

  test('turns to the next and back', async () => {
    const { shown, people, press, now } = await newAsking('DE')
    await press('DE-1')
    expect(now()?.text).toContain(people('DE')[1]?.name)
    await press('DE-0')
    expect(now()?.text).toBe(shown?.text)
  })

  test('says where no emergency number is known', async () => {
    const { bot, shown } = await newAsking('JP')
    const warning = worded(bot, { key: 'contact:no-emergency' }).split(':')[0]
    expect(shown?.text).toContain(warning)
  })

  test.each([
    ['', 'how'],
    ['Atlantyda', 'no-country'],
    ['DE wrozka', 'no-kind'],
    ['JP police', 'none'],
  ])('%s is answered with what there is', async (words, key) => {
    const { bot, shown } = await newAsking(words)
    // Up to the first hole of any of them.
    const begins = worded(bot, { key: `desk:who.${key}` }).slice(0, 24)
    expect(shown?.text.slice(0, 24)).toBe(begins)
  })

  test('takes the country that the person has shared', async () => {
    const talk = await newTalk()
    const one = await talk.caseOf()
    if (one) await talk.bot.world.cases.keep(talk.person.id, { ...one, shared: { country: 'NL' } })
    await talk.desk.says(talk.desk.second, '/who', talk.thread)
    const [first] = helpers(talk.bot.world.content, { country: 'NL', language: 'pl' })
    expect(talk.atDesk().at(-1)).toContain(first?.name)
  })

  test('offers nothing to send where there is nobody to send it to', async () => {
    const talk = await newTalk()
    await talk.desk.says(talk.desk.second, '/who DE')
    const buttons = talk.desk.group.messages().at(-1)?.buttons.flat() ?? []
    expect(buttons.filter(({ data }) => data?.includes('.show-'))).toEqual([])
  })
})

describe('a contact for the person', () => {
  test('is shown in both languages before it goes', async () => {
    const talk = await newAsking('DE', { language: 'uk' })
    const [first] = talk.people('DE', 'uk')
    await talk.press(`show-${first?.id}`)
    const text = talk.newest()?.text
    expect(text).toContain(cardOf(talk, first?.id ?? '', 'uk'))
    expect(text).toContain(cardOf(talk, first?.id ?? '', 'pl'))
    expect(talk.heard()).toEqual([])
  })

  test('comes in their language, with a line that nothing was passed on', async () => {
    const talk = await newAsking('DE', { language: 'uk' })
    const [first] = talk.people('DE', 'uk')
    await talk.press(`show-${first?.id}`)
    await talk.press(`send-uk-${first?.id}`)
    expect(talk.heard()).toEqual([cardOf(talk, first?.id ?? '', 'uk')])
  })

  test('is for nobody to send but who has the case', async () => {
    const talk = await newAsking('DE')
    const [first] = talk.people('DE')
    const before = talk.newest()?.id
    await talk.press(`show-${first?.id}`, talk.desk.lead)
    expect([talk.newest()?.id, talk.heard()]).toEqual([before, []])
    expect(talk.bot.asked('answerCallbackQuery').at(-1)?.payload.text).toBe(
      say('desk:refused.theirs'),
    )
  })

  test('does not say who answers now, because it may be read tomorrow', async () => {
    const talk = await newTalk()
    const { contacts } = talk.bot.world.content
    const open = Object.values(contacts)
      .flat()
      .find(({ hours, email }) => hours && email && !('mon-sun' in hours.week))
    const texts = ['open', 'closed', 'holiday'].map((state) => say(`contact:hours.${state}`))
    const card = cardOf(talk, open?.id ?? '')
    expect(card).toContain(say('contact:hours.week').split('{{')[0])
    expect(texts.filter((text) => card.includes(text.split('{{')[0] ?? ''))).toEqual([])
  })

  test('has buttons that Telegram takes, whichever it is', async () => {
    const talk = await newTalk()
    const { contacts } = talk.bot.world.content
    const data = Object.values(contacts)
      .flat()
      .map(({ id }) => toData({ flow: 'desk', step: 'contact' }, `send-xxx-${id}`))
    expect(data.filter((one) => Buffer.byteLength(one) > 64)).toEqual([])
  })

  test.each(['show-nobody', 'DE-999', 'XX', 'constructor'])(
    'a forged %s says so',
    async (choice) => {
      const talk = await newAsking('DE')
      const { group, second } = talk.desk
      group.press(second, talk.shown?.id ?? 0, `desk.who.${choice}`)
      await talk.settled()
      expect(talk.bot.asked('answerCallbackQuery').at(-1)?.payload.text).toBe(
        say('desk:ready.gone'),
      )
    },
  )
})
