import { type Api, GrammyError, HttpError } from 'grammy/web'
import { Busy, Gone, Lost } from '../app/trouble.ts'
import { cut } from '../core/cut.ts'

/** Sorts Telegram's refusals: wait, gone for good, lost to the bot, or our own mistake. Throws Busy, Gone, Lost. */
export async function call<Answer>(request: Promise<Answer>): Promise<Answer> {
  try {
    return await request
  } catch (error) {
    if (error instanceof HttpError) throw new Busy(1, 'Telegram could not be reached')
    throw error instanceof GrammyError ? (troubleIn(error) ?? error) : error
  }
}

/** True when the message is now as wanted, false when it can no longer be changed. */
export async function edited(request: Promise<unknown>): Promise<boolean> {
  try {
    await call(request)
    return true
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error
    if (error.description.includes('message is not modified')) return true
    if (unchangeable.test(error.description)) return false
    throw error
  }
}

/** Gone from the phone, not ours, or a picture. */
const unchangeable =
  /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|there is no text in the message/

/** False where Telegram refuses for a reason that we expect and need not mend. */
export async function unless(request: Promise<unknown>, expected: RegExp): Promise<boolean> {
  try {
    await call(request)
    return true
  } catch (error) {
    if (error instanceof GrammyError && expected.test(error.description)) return false
    throw error
  }
}

/** False where Telegram refuses for whatever reason, because nobody needs to mend it. Throws Busy. */
export async function unlessRefused(request: Promise<unknown>): Promise<boolean> {
  try {
    return await unless(request, /./)
  } catch (error) {
    if (error instanceof Lost || error instanceof Gone) return false
    throw error
  }
}

/** Telegram's limit for the word over a press. */
const toastLength = 200

/** Lets a pressed button stop spinning, perhaps with a word over it. One that Telegram has forgotten needs no answer. */
export async function answered(
  api: Api,
  press: string,
  toast?: { text: string; show_alert?: boolean },
): Promise<void> {
  const word = toast?.text ? { ...toast, text: cut(toast.text, toastLength) } : {}
  await unless(api.answerCallbackQuery(press, word), /query is too old|query ID is invalid/)
}

/** What a refusal says about the world; undefined: it is a mistake of ours. */
function troubleIn(error: GrammyError): Busy | Gone | Lost | undefined {
  const { error_code: code, description, parameters, payload } = error
  if (code === 429) return new Busy(parameters.retry_after ?? 1, 'Telegram asks to wait')
  if (code >= 500) return new Busy(1, 'Telegram is in trouble')
  const movedTo = parameters.migrate_to_chat_id
  if (movedTo !== undefined) return new Lost('group', movedTo)
  const what = losses.find(([, said]) => said.test(description))?.[0]
  if (what) return new Lost(what)
  const isNowhere = code === 400 && /chat not found|user is deactivated/.test(description)
  if (code !== 403 && !isNowhere) return undefined
  return isOfGroup(payload) ? new Lost('group') : new Gone('the person cannot be reached')
}

/** Ids of people are positive. */
function isOfGroup({ chat_id: chat }: GrammyError['payload']): boolean {
  return typeof chat === 'number' && chat < 0
}

/** As the Bot API server says it, e.g. `Forbidden: bot was kicked from the supergroup chat`. */
const losses: [Lost['what'], RegExp][] = [
  ['topic', /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID/],
  ['group', /^Forbidden: (bot was kicked from|bot is not a member of|the group chat was deleted)/],
  [
    'rights',
    /TOPIC_CLOSED|not enough rights|have no rights|need administrator rights|CHAT_(ADMIN_REQUIRED|WRITE_FORBIDDEN)|is not a forum/,
  ],
]
