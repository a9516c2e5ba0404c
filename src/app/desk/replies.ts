import { cut } from '../../core/cut.ts'
import { replyNamed, replyOf, replyText } from '../../core/desk/replies.ts'
import type { Reply } from '../../core/knowledge/reply.ts'
import type { Text } from '../../core/turn.ts'
import type { World } from '../ports/world.ts'
import { type Here, reply } from './here.ts'
import { preview, type Ready } from './ready.ts'

/** `/r`: what can be sent as it stands. `/r documents`: how it reads, and a button that sends it. */
export async function replies(world: World, here: Here, words: string): Promise<void> {
  const { content, label } = world
  const named = replyNamed(content, words, (text) => label(text, here.voice))
  if (!named) return reply(world, here, list(world, here, words !== ''))
  if ('theme' in named) return reply(world, here, listed([themeOf(world, here, named.theme)]))
  const ready = readyReply(world, named.one.id)
  if (!ready) return
  // Where there is nobody to send it to, it can be read.
  await (here.chat === undefined ? reply(world, here, ready.text) : preview(world, here, ready))
}

export function readyReply({ content }: Pick<World, 'content'>, id: string): Ready | undefined {
  const found = replyOf(content, id)
  return found && { of: 'reply', id, text: replyText(content, found) }
}

function list(world: World, here: Here, isUnknown: boolean): Text {
  const themes = Object.keys(world.content.replies).map((theme) => themeOf(world, here, theme))
  const all = listed(themes)
  const items = [{ key: 'desk:reply.unknown' }, all]
  return isUnknown ? { key: 'join:paragraphs', vars: { items } } : all
}

function listed(themes: Text[]): Text {
  return {
    key: 'desk:reply.list',
    vars: { items: { key: 'join:paragraphs', vars: { items: themes } } },
  }
}

function themeOf(world: World, here: Here, theme: string): Text {
  const items = (world.content.replies[theme] ?? []).map((one) => line(world, here, one))
  return {
    key: 'desk:reply.theme',
    vars: {
      theme: { key: `replies:theme.${theme}` },
      items: { key: 'join:lines', vars: { items } },
    },
  }
}

/** So many letters tell which one it is. */
const firstWords = 45

/** More would not fit into a message with their first words; then the names alone are listed. */
const shownAtMost = 40

function line({ content, label }: World, { voice }: Here, one: Reply): Text {
  const name: Text = { key: `replies:${one.id}.name` }
  if (Object.values(content.replies).flat().length > shownAtMost)
    return { key: 'desk:reply.name', vars: { name } }
  const words = label(replyText(content, one), voice).replaceAll(/\s+/g, ' ')
  return {
    key: 'desk:reply.item',
    vars: { name, words: cut(words, firstWords) },
  }
}
