import { makeCode } from '../../src/app/desk/code.ts'
import type { DeskTerms } from '../../src/app/desk/terms.ts'
import { enqueueDue } from '../../src/app/jobs/due.ts'
import type { World } from '../../src/app/ports/world.ts'
import type { SimGroup } from '../../src/simulator/people/groups.ts'
import { type Bot, newBot, type Options, type Wish } from '../bot.ts'
import { newJobs } from '../jobs.ts'

/** Signs the codes of desks in tests. */
export const deskKey = 'a-key-of-desks-for-tests'

/** What a desk is unless said otherwise. */
export const usual: DeskTerms = {
  id: 'k3f9qx2a',
  name: 'Dobra Droga',
  languages: ['pl'],
  countries: [],
  themes: [],
  minors: false,
  complaints: 'skargi@example.org',
}

/** A bot with a queue, people, and groups that may become desks. */
export async function newScene(options: Options = {}) {
  let world: World | undefined
  const jobs = newJobs(() => {
    if (!world) throw new Error('there is no world yet')
    return world
  })
  const bot = await newBot({
    ...options,
    outside: { ...options.outside, deskKey, queue: jobs.queue },
  })
  world = bot.world
  /** Until nothing is on its way any more, in whatever direction. */
  const settled = async () => {
    do {
      await bot.telegram.settled()
      await jobs.settled()
    } while (!jobs.isIdle())
    await bot.telegram.settled()
  }
  return {
    bot,
    jobs,
    settled,
    /** So many minutes go by, and the clock brings what is due meanwhile. */
    passes: async (minutes: number) => {
      await enqueueDue(bot.world)
      bot.telegram.clock.forward(minutes * 60)
      await enqueueDue(bot.world)
      await settled()
    },
    code: (terms: Partial<DeskTerms> = {}) => codeFor(bot, terms),
    /** A forum with the bot as administrator, not connected yet. */
    forum: (title = 'Dyżur') => newForum(bot, settled, title),
    /** A desk whose members have accepted the code of conduct. */
    desk: async (terms: Partial<DeskTerms> = {}, language = 'pl') => {
      const forum = await newForum(bot, settled, terms.name ?? usual.name, language)
      await forum.says(forum.lead, `/connect ${codeFor(bot, terms)}`)
      for (const member of [forum.lead, forum.second]) await forum.accepts(member)
      return forum
    },
    /** Somebody grown up who has agreed to be passed on to a desk. */
    seeker: async (wish: Wish = {}) => {
      const person = await bot.reader(wish)
      await person.says('/talk')
      await person.taps('adult')
      return person
    },
  }
}
export type Scene = Awaited<ReturnType<typeof newScene>>

function codeFor({ world }: Bot, terms: Partial<DeskTerms>) {
  const until = new Date(world.now().getTime() + 3_600_000)
  return makeCode(deskKey, { ...usual, ...terms }, until)
}

type Member = { id: number }

async function newForum(bot: Bot, settled: () => Promise<void>, title: string, language = 'pl') {
  const lead = bot.telegram.person({ name: 'Grażyna', language })
  const second = bot.telegram.person({ name: 'Mirek', language })
  const group: SimGroup = bot.telegram.group({ title, forum: true })
  group.join(lead, 'administrator')
  group.join(second)
  group.addBot({ by: lead })
  await settled()
  const after = async <Value>(value: Value) => {
    await settled()
    return value
  }
  const newestWith = (choice: string, thread?: number) =>
    group
      .messages(thread)
      .findLast(({ buttons }) => buttons.flat().some(({ data }) => data?.endsWith(`.${choice}`)))
  const press = (member: Member, choice: string, thread?: number) => {
    const found = newestWith(choice, thread)
    const data = found?.buttons.flat().find((one) => one.data?.endsWith(`.${choice}`))?.data
    if (!found || !data) throw new Error(`there is no ${choice}`)
    return group.press(member, found.id, data)
  }
  return {
    group,
    lead,
    second,
    press,
    says: (member: Member, text: string, thread?: number, replyTo?: number) =>
      after(group.send(member, text, thread, replyTo === undefined ? {} : { replyTo })),
    presses: (member: Member, choice: string, thread?: number) =>
      after(press(member, choice, thread)),
    accepts: async (member: Member) => {
      await after(group.send(member, '/conduct'))
      const { pages } = bot.world.content.conduct
      for (let page = 1; page < pages.length; page++) await after(press(member, `page-${page}`))
      await after(press(member, 'accept'))
    },
    /** The topic that was opened last. */
    topic: () => group.topics().findLast(({ state }) => state !== 'deleted')?.id ?? 0,
    /** What stands in a topic, or in the whole group, both sides. */
    texts: (thread?: number) => group.messages(thread).map(({ text }) => text),
    fromBot: (thread?: number) =>
      group.messages(thread).flatMap(({ from, text }) => (from === 'bot' ? [text] : [])),
  }
}
export type Forum = Awaited<ReturnType<typeof newForum>>
