import * as z from 'zod'
import { badRequest } from '../wire/refusal.ts'
import { method } from './method.ts'

const Place = z.object({
  scope: z.looseObject({ type: z.string() }).default({ type: 'default' }),
  language_code: z.string().default(''),
})
const Command = z.object({ command: z.string(), description: z.string() })

export const setMyCommands = method(
  Place.extend({ commands: z.array(Command) }),
  (world, { commands, ...place }) => {
    if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH')
    for (const { command, description } of commands) {
      if (!/^[a-z\d_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
      if (description.length < 1 || description.length > 256) {
        throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
      }
    }
    world.profile.commands.set(keyOf(place), commands)
    return true
  },
)

export const getMyCommands = method(
  Place,
  (world, place) => world.profile.commands.get(keyOf(place)) ?? [],
)

export const deleteMyCommands = method(Place, (world, place) => {
  world.profile.commands.delete(keyOf(place))
  return true
})

function keyOf({ scope, language_code: language }: z.infer<typeof Place>): string {
  const parts = Object.entries(scope).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([parts, language])
}
