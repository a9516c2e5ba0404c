import { answerCallbackQuery } from './answer.ts'
import {
  getChat,
  getChatMember,
  leaveChat,
  pinChatMessage,
  sendChatAction,
  setMessageReaction,
} from './chats.ts'
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts'
import { copyMessage } from './copy.ts'
import { deleteMessage, deleteMessages } from './delete.ts'
import { editMessageReplyMarkup, editMessageText } from './edit.ts'
import { getFile } from './files.ts'
import { answerInlineQuery } from './inline.ts'
import type { Method } from './method.ts'
import {
  getMe,
  getMyDescription,
  getMyName,
  getMyShortDescription,
  setMyDescription,
  setMyName,
  setMyShortDescription,
} from './profile.ts'
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './receive.ts'
import { sendDocument, sendMessage, sendPhoto } from './send.ts'
import {
  closeForumTopic,
  createForumTopic,
  deleteForumTopic,
  editForumTopic,
  reopenForumTopic,
} from './topics.ts'

/** Every method the simulator can do, by its name. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    answerCallbackQuery,
    answerInlineQuery,
    closeForumTopic,
    copyMessage,
    createForumTopic,
    deleteForumTopic,
    deleteMessage,
    deleteMessages,
    deleteMyCommands,
    deleteWebhook,
    editForumTopic,
    editMessageReplyMarkup,
    editMessageText,
    getChat,
    getChatMember,
    getFile,
    getMe,
    getMyCommands,
    getMyDescription,
    getMyName,
    getMyShortDescription,
    getUpdates,
    getWebhookInfo,
    leaveChat,
    pinChatMessage,
    reopenForumTopic,
    sendChatAction,
    sendDocument,
    sendMessage,
    sendPhoto,
    setMessageReaction,
    setMyCommands,
    setMyDescription,
    setMyName,
    setMyShortDescription,
    setWebhook,
  }),
)
