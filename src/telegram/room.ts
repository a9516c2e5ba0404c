import { type Api, InputFile } from 'grammy/web'
import type { Attachment, Mark, Notice, Room, Spot } from '../app/ports/room.ts'
import { Lost } from '../app/trouble.ts'
import type { Words } from '../content/words.ts'
import { cut } from '../core/cut.ts'
import type { Text } from '../core/turn.ts'
import type { Voice } from '../core/voice.ts'
import { noticeKeyboard } from './buttons.ts'
import { answered, call, edited, unless, unlessRefused } from './call.ts'
import { copy, orWithoutReply, replyTo } from './copy.ts'
import { memberIn, rightsIn } from './membership.ts'
import { askOwnName } from './own-name.ts'

/** Telegram's limit for the name of a topic. */
const nameLength = 128

/** And for what stands below a file. */
const captionLength = 1024

/** Of the reactions that Telegram allows a bot; each takes the place of the last. */
const signs = { arrived: '👌', waits: '✍', failed: '👎' } as const satisfies Record<Mark, string>

/** The way to a group through the Bot API, as the bot with this id. */
export function createRoom(api: Api, words: Words, me: number): Room {
  const ownName = askOwnName(api)
  const named = (name: Text, voice: Voice) => cut(words.plain(name, voice), nameLength)
  return {
    say: (to, notice, voice, answering) =>
      orWithoutReply(answering, (reply) =>
        sent(api, to, () =>
          api.sendMessage(to.group, words.html(notice.text, voice), {
            ...options(notice, voice, words),
            ...where(to, reply),
          }),
        ),
      ),
    attach: (to, file, voice, answering) =>
      orWithoutReply(answering, (reply) =>
        sent(api, to, () =>
          fileTo(api, to, file, {
            caption: cut(words.plain(file.caption, voice), captionLength),
            ...where(to, reply),
          }),
        ),
      ),
    edit: (to, message, notice, voice) =>
      edited(
        api.editMessageText(
          to.group,
          message,
          words.html(notice.text, voice),
          options(notice, voice, words),
        ),
      ),
    answer: (press, voice, text, how) => {
      const alert = how === 'alert' && { show_alert: true }
      return answered(api, press, text && { text: words.plain(text, voice), ...alert })
    },
    openTopic: async (group, name, voice) => {
      const topic = await call(api.createForumTopic(group, named(name, voice)))
      return topic.message_thread_id
    },
    nameTopic: (group, thread, name, voice) =>
      unlessSo(api.editForumTopic(group, thread, { name: named(name, voice) })),
    closeTopic: (group, thread) => unlessSo(api.closeForumTopic(group, thread)),
    reopenTopic: (group, thread) => unlessSo(api.reopenForumTopic(group, thread)),
    deleteTopic: (group, thread) => unlessGone(api.deleteForumTopic(group, thread)),
    pin: async (group, message) => {
      const quietly = { disable_notification: true }
      await unless(api.pinChatMessage(group, message, quietly), /message to pin not found/)
    },
    copy: (copying) => copy(api, copying),
    mark: async (chat, message, mark) => {
      const sign = { type: 'emoji', emoji: signs[mark] } as const
      await unlessRefused(api.setMessageReaction(chat, message, [sign]))
    },
    erase: (chat, message) => unlessRefused(unless(api.deleteMessage(chat, message), isGone)),
    listCommands: async (group, commands, voice) => {
      const all = Object.entries(commands).map(([command, text]) => {
        return { command, description: words.plain(text, voice) }
      })
      await call(api.setMyCommands(all, { scope: { type: 'chat', chat_id: group } }))
    },
    rights: (group) => rightsIn(api, group, me),
    isOurName: async (name) => (await ownName())?.toLowerCase() === name,
    member: (group, user) => memberIn(api, group, user),
  }
}

/** What is gone already need not be deleted. */
const isGone = /message to delete not found|MESSAGE_ID_INVALID/

function where({ thread }: Spot, reply?: number) {
  return { ...(thread !== undefined && { message_thread_id: thread }), ...replyTo(reply) }
}

function fileTo(
  api: Api,
  { group }: Spot,
  { as, name, bytes }: Attachment,
  how: NonNullable<Parameters<Api['sendPhoto']>[2]>,
) {
  const file = new InputFile(bytes, name)
  return as === 'photo' ? api.sendPhoto(group, file, how) : api.sendDocument(group, file, how)
}

/** Where a topic is gone Telegram may say it in the topic for everything else, where it belongs to nobody. */
async function sent(
  api: Api,
  { group, thread }: Spot,
  send: () => Promise<{ message_id: number; message_thread_id?: number }>,
) {
  const message = await call(send())
  if (thread === undefined || message.message_thread_id === thread) return message.message_id
  await unlessRefused(api.deleteMessage(group, message.message_id))
  throw new Lost('topic')
}

function options(notice: Notice, voice: Voice, words: Words) {
  return {
    parse_mode: 'HTML' as const,
    reply_markup: noticeKeyboard(notice, words, voice),
    link_preview_options: { is_disabled: true },
  }
}

async function unlessSo(request: Promise<unknown>): Promise<void> {
  await unless(request, /TOPIC_NOT_MODIFIED/)
}

async function unlessGone(request: Promise<unknown>): Promise<void> {
  await call(request).catch((error) => {
    if (!(error instanceof Lost && error.what === 'topic')) throw error
  })
}
