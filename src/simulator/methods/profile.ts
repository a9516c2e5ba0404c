import * as z from 'zod'
import { badRequest } from '../wire/refusal.ts'
import type { World } from '../world.ts'
import { type Method, method } from './method.ts'

const Language = z.object({ language_code: z.string().default('') })
const Texts = Language.extend({
  name: z.string().default(''),
  description: z.string().default(''),
  short_description: z.string().default(''),
})

type Text = 'name' | 'description' | 'short_description'

const KEPT = {
  name: { longest: 64, texts: ({ profile }: World) => profile.names },
  description: { longest: 512, texts: ({ profile }: World) => profile.descriptions },
  short_description: { longest: 120, texts: ({ profile }: World) => profile.shortDescriptions },
}

export const getMe = method(z.object({}), ({ bot, isInline }) => ({
  ...bot,
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_guest_queries: false,
  supports_inline_queries: isInline,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
}))

export const setMyName = setter('name')
export const getMyName = getter('name')
export const setMyDescription = setter('description')
export const getMyDescription = getter('description')
export const setMyShortDescription = setter('short_description')
export const getMyShortDescription = getter('short_description')

function setter(which: Text): Method {
  const { longest, texts } = KEPT[which]
  return method(Texts, (world, fields) => {
    const text = fields[which]
    if (text.length > longest) throw badRequest(`the ${which} is too long`)
    if (text === '') texts(world).delete(fields.language_code)
    else texts(world).set(fields.language_code, text)
    return true
  })
}

/** A language without a text of its own shows the one for all. */
function getter(which: Text): Method {
  return method(Language, (world, { language_code: language }) => {
    const texts = KEPT[which].texts(world)
    const unset = which === 'name' ? world.bot.first_name : ''
    return { [which]: texts.get(language) ?? texts.get('') ?? unset }
  })
}
