import { endHeld } from '../app/held.ts'
import { nameOf, placeOf } from '../app/place.ts'
import type { World } from '../app/ports/world.ts'
import { Busy, Gone, Stale } from '../app/trouble.ts'
import { handle } from '../app/turn/handle.ts'
import { saySorry } from '../app/words/sorry.ts'
import { languageFor, voiceFor } from '../core/voice.ts'
import { type Parsed, parse } from '../telegram/parse.ts'
import type { Delivered } from '../telegram/polling.ts'

/** One update, from the raw JSON to what Telegram is told: kept, or come again. It never throws. */
export async function deliver(world: World, raw: unknown): Promise<Delivered> {
  const parsed = parse(raw)
  try {
    await receive(world, parsed)
    return { kept: true }
  } catch (error) {
    return await afterTrouble(world, parsed, error)
  }
}

async function receive(world: World, parsed: Parsed): Promise<void> {
  // A turn has its own line in the log; a second one would cost a third of the computing.
  if (parsed.kind !== 'person') world.log('update', { kind: parsed.kind })
  switch (parsed.kind) {
    case 'person':
      return handle(world, parsed.incoming)
    case 'group': {
      const voice = voiceFor(world.content, {
        language: languageFor(world.content, undefined, parsed.language),
      })
      return world.phone.leave({ chat: parsed.chat, voice })
    }
    case 'ignored':
      world.log('ignored', { what: parsed.what })
      return world.counters.add(`ignored#${parsed.what}`).catch(() => world.log('count-failed'))
    case 'blocked':
      return endHeld(world, parsed.chat)
    case 'back':
      // The next message finds the talk as it was; what came by itself has to be asked for anew.
      return
    default:
      return parsed satisfies never
  }
}

/** A 500 would block the person's chat behind a message that can never succeed, so a bug is answered with 200. */
async function afterTrouble(world: World, parsed: Parsed, error: unknown): Promise<Delivered> {
  if (error instanceof Busy || error instanceof Stale) {
    const seconds = error instanceof Busy ? error.seconds : 1
    world.log('put-off', { reason: error.message, seconds })
    return { kept: false, seconds }
  }
  if (error instanceof Gone) {
    world.log('person-gone')
    return afterGoing(world, parsed)
  }
  world.log('bug', { error: nameOf(error), at: placeOf(error) })
  if (parsed.kind === 'person') await saySorry(world, parsed.incoming)
  return { kept: true }
}

/** To whom nothing can be sent, nothing shall come by itself either. */
async function afterGoing(world: World, parsed: Parsed): Promise<Delivered> {
  if (parsed.kind !== 'person') return { kept: true }
  const isEnded = await endHeld(world, parsed.incoming.chat).then(
    () => true,
    (error: unknown) => !(error instanceof Busy),
  )
  return isEnded ? { kept: true } : { kept: false, seconds: 2 }
}
