import type { Api } from 'grammy/web'
import type { Words } from '../content/words.ts'
import type { Content } from '../core/engine/flow.ts'
import { voiceFor } from '../core/voice.ts'

/** Whether people may type the bot's name in any chat, and what to tell BotFather, which alone can let them. */
export interface InlineMode {
  isOn: boolean
  name: string
  /** What stands in the field before somebody types, in the language that comes first. */
  placeholder: string
}

export async function inlineMode(api: Api, content: Content, words: Words): Promise<InlineMode> {
  const { username: name = '', supports_inline_queries: isOn } = await api.getMe()
  const placeholder = words.plain({ key: 'inline:placeholder' }, voiceFor(content, {}))
  return { isOn, name, placeholder }
}
