import { describe, expect, test } from 'vitest'
import { makeCode } from '../../src/app/desk/code.ts'
import { startDatabase } from '../../src/entry/embedded.ts'
import { createStore } from '../../src/store/store.ts'
import { say } from '../bot.ts'
import { newTable } from '../store/engines.ts'
import { failsOnce } from '../store/fails-once.ts'
import { deskKey, type Forum, newScene, type Scene, usual } from './scene.ts'
import { worded } from './wording.ts'

const minute = 60

/** A forum with the bot, and a code that fits. */
async function newForum(options?: Parameters<typeof newScene>[0]) {
  const scene = await newScene(options)
  const forum = await scene.forum()
  const connects = (one = scene.code()) => forum.says(forum.lead, `/connect ${one}`)
  const desks = async () => (await scene.bot.world.desks.all()).map(({ id }) => id)
  return { ...scene, forum, connects, desks }
}

const last = ({ fromBot }: Forum) => fromBot().at(-1)
const isDone = (forum: Forum, language = 'pl') =>
  last(forum)?.startsWith(say('desk:connect.done', language)) ?? false

describe('a group that the bot was put into', () => {
  test('is told what a desk needs, in the language of who put it there', async () => {
    const { bot, settled } = await newScene()
    const lead = bot.telegram.person({ language: 'uk' })
    const group = bot.telegram.group({ title: 'Desk', forum: true })
    group.join(lead)
    group.addBot({ by: lead })
    await settled()
    expect(group.messages().at(-1)?.text).toBe(say('desk:welcome', 'uk'))
  })

  test('is told so even if Telegram had no time at first', async () => {
    const { bot, settled } = await newScene()
    const lead = bot.telegram.person()
    const group = bot.telegram.group({ title: 'Desk', forum: true })
    group.join(lead)
    const { id: chat } = group
    bot.telegram.faults.add({ kind: 'status', method: 'sendMessage', chat, status: 500 })
    group.addBot({ by: lead })
    await settled()
    expect(group.messages().at(-1)?.text).toBe(say('desk:welcome', 'en'))
  })

  test('is left alone for an hour', async () => {
    const { bot, forum } = await newForum()
    bot.telegram.clock.forward(59 * minute)
    await forum.says(forum.lead, 'Zaraz znajdę ten kod')
    expect([forum.fromBot(), bot.asked('leaveChat')]).toEqual([[say('desk:welcome')], []])
  })

  test('is left after an hour by the next word', async () => {
    const { bot, forum } = await newForum()
    bot.telegram.clock.forward(61 * minute)
    await forum.says(forum.lead, 'Zaraz znajdę ten kod')
    expect(bot.asked('leaveChat')).toHaveLength(1)
  })

  test('is still waited for where switching topics on has made another group of it', async () => {
    const { bot, forum } = await newForum()
    const from = { id: forum.lead.id, first_name: 'Grażyna' }
    const said = { message_id: 900, date: 1, from }
    const small = { id: forum.group.id, type: 'group' }
    const large = { id: forum.group.id - 99, type: 'supergroup' }
    await bot.receive({
      update_id: 1,
      message: { ...said, chat: small, migrate_to_chat_id: large.id },
    })
    await bot.receive({ update_id: 2, message: { ...said, chat: large, text: 'Są tematy' } })
    expect(bot.asked('leaveChat')).toEqual([])
  })
})

describe('a code', () => {
  test('makes a desk of the group, and its message is deleted', async () => {
    const { forum, connects, desks } = await newForum()
    await connects()
    expect([isDone(forum), await desks()]).toEqual([true, [usual.id]])
    expect(forum.texts().filter((text) => text.startsWith('/connect'))).toEqual([])
  })

  test('makes a desk that speaks its own language', async () => {
    const { forum, connects, code } = await newForum()
    await connects(code({ languages: ['uk', 'pl'] }))
    expect(isDone(forum, 'uk')).toBe(true)
  })

  test('is answered once more where Telegram had no time to say that it is done', async () => {
    const { bot, forum, connects } = await newForum()
    const { id: chat } = forum.group
    bot.telegram.faults.add({ kind: 'status', method: 'sendMessage', chat, status: 500 })
    await connects()
    expect(isDone(forum)).toBe(true)
  })

  const missing = {
    can_manage_topics: 'topics',
    can_delete_messages: 'deleting',
    can_pin_messages: 'pinning',
  } as const
  const rights = ['can_manage_topics', 'can_delete_messages', 'can_pin_messages'] as const
  for (const right of rights)
    test(`stays unused while ${right} is missing, which is named`, async () => {
      const { bot, forum, connects, desks, settled } = await newForum()
      forum.group.addBot({ by: forum.lead, denied: [right] })
      await settled()
      await connects()
      expect(last(forum)).toContain(lacking({ bot }, missing[right]))
      expect(await desks()).toEqual([])
      forum.group.addBot({ by: forum.lead })
      await connects()
      expect(isDone(forum)).toBe(true)
    })

  test('stays unused while topics are off', async () => {
    const { bot, code, settled } = await newScene()
    const lead = bot.telegram.person({ language: 'pl' })
    const group = bot.telegram.group({ title: 'Dyżur' })
    group.join(lead)
    group.addBot({ by: lead })
    group.send(lead, `/connect ${code()}`)
    await settled()
    expect(group.messages().at(-1)?.text).toContain(lacking({ bot }, 'isForum'))
    expect(await bot.world.desks.all()).toEqual([])
  })

  test('stays unused while the bot is no administrator, to whom Telegram tells of nobody else', async () => {
    const { bot, forum, connects, desks, settled } = await newForum()
    forum.group.addBot({ by: forum.lead, status: 'member' })
    await settled()
    await connects()
    expect(last(forum)).toContain(lacking({ bot }, 'isAdmin'))
    const asked = bot.asked('getChatMember').map(({ payload }) => payload.user_id)
    expect([asked, await desks()]).toEqual([[bot.world.me], []])
  })

  test('is taken from administrators only', async () => {
    const { forum, code, desks } = await newForum()
    await forum.says(forum.second, `/connect ${code()}`)
    expect([last(forum), await desks()]).toEqual([say('desk:connect.not-admin'), []])
  })

  test('is not taken from who stays hidden', async () => {
    const { forum, code, desks, settled } = await newForum()
    forum.group.send(forum.lead, `/connect ${code()}`, undefined, { asGroup: true })
    await settled()
    expect([last(forum), await desks()]).toEqual([say('desk:anonymous'), []])
  })

  const wrong: [name: string, key: string, codeOf: (scene: Pick<Scene, 'code'>) => string][] = [
    ['of another key', 'forged', () => makeCode('another key', usual, new Date('2027-01-01'))],
    ['that was changed', 'forged', ({ code }) => code().replace(/^a./, 'a_')],
    ['that was cut', 'malformed', ({ code }) => code().slice(0, 40)],
    ['that is none', 'malformed', () => 'proszę'],
    ['that is left out', 'malformed', () => ''],
    ['of yesterday', 'expired', () => makeCode(deskKey, usual, new Date('2026-11-21'))],
  ]
  for (const [name, key, codeOf] of wrong)
    test(`${name} makes nothing of the group`, async () => {
      const { forum, connects, desks, ...scene } = await newForum()
      await connects(codeOf(scene))
      expect([last(forum), await desks()]).toEqual([say(`desk:connect.${key}`), []])
    })

  test('opens no second group', async () => {
    const scene = await newScene()
    const [first, other] = [await scene.forum('Jeden'), await scene.forum('Drugi')]
    for (const { says, lead } of [first, other]) await says(lead, `/connect ${scene.code()}`)
    expect(last(other)).toBe(say('desk:connect.used'))
  })

  test('stays unused where the group is a desk already', async () => {
    const { forum, connects, code, desks } = await newForum()
    await connects()
    await connects(code({ id: 'z9y8x7w6' }))
    expect([last(forum), await desks()]).toEqual([say('desk:connect.taken'), [usual.id]])
  })

  test('that two groups send at the same moment opens one of them', async () => {
    const scene = await newScene()
    const forums = [await scene.forum('Jeden'), await scene.forum('Drugi')]
    for (const { group, lead } of forums) group.send(lead, `/connect ${scene.code()}`)
    await scene.settled()
    const done = forums.filter((forum) => isDone(forum))
    const others = forums.filter((forum) => last(forum) === say('desk:connect.used'))
    expect([done.length, others.length]).toEqual([1, 1])
  })

  test('whose use broke off between its two writes is finished by sending it again', async () => {
    const engine = await startDatabase()
    const { forum, connects, bot } = await newForum({
      store: async (now) => {
        const table = await newTable(engine.endpoint, now)
        return createStore(failsOnce(table, ({ sk, desk }) => sk === 'GROUP' && desk !== undefined))
      },
    })
    await connects()
    expect([isDone(forum), await bot.world.desks.at(forum.group.id)]).toMatchObject([false, {}])
    await connects()
    expect(isDone(forum)).toBe(true)
    await engine.stop()
  })
})

/** The line that names a right which is missing. */
function lacking({ bot }: Pick<Scene, 'bot'>, right: string) {
  return worded(bot, {
    key: 'desk:rights.missing',
    vars: { what: { key: `desk:rights.${right}` } },
  })
}
