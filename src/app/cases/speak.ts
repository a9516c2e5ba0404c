import type { World } from '../ports/world.ts'
import { changeCase } from './change.ts'

/** Who talks with a desk reads another language from now on: its card says so. Safe to repeat. */
export async function speakAtDesk(
  world: Pick<World, 'cases' | 'desks' | 'queue'>,
  { chat, update }: { chat: number; update: number },
  language: string,
): Promise<void> {
  const one = await world.cases.of(chat)
  const desk = one && (await world.desks.get(one.desk))
  if (!desk || one.state === 'closed') return
  const isForeign = !desk.languages.includes(language)
  await changeCase(world, chat, ({ isForeign: _, ...now }) =>
    now.language === language ? undefined : { ...now, language, ...(isForeign && { isForeign }) },
  )
  await world.queue.enqueue({ kind: 'case-card', chat, desk: desk.id, update })
}
