import * as z from 'zod'
import { PRESS_SECONDS } from '../chats/press.ts'
import { badRequest } from '../wire/refusal.ts'
import { emit } from '../world.ts'
import { method } from './method.ts'

const LONGEST_ANSWER = 200
export const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

export const answerCallbackQuery = method(
  z.object({
    callback_query_id: z.string(),
    text: z.string().default(''),
    show_alert: z.boolean().default(false),
  }),
  (world, { callback_query_id: id, text, show_alert: alert }) => {
    const press = world.presses.get(id)
    const isLate = press && world.clock.now().getTime() - press.at > PRESS_SECONDS * 1000
    if (!press || press.isAnswered || isLate) throw badRequest(TOO_OLD)
    if (text.length > LONGEST_ANSWER) throw badRequest('MESSAGE_TOO_LONG')
    press.isAnswered = true
    if (text === '') return true
    world.people.get(press.person)?.phone.alerts.push({ text, alert })
    const group = world.groups.has(press.chat) ? { group: press.chat } : {}
    emit(world, { type: 'alert', person: press.person, text, alert, ...group })
    return true
  },
)
