import { Api } from 'grammy/web'
import { createWords } from '../content/words.ts'
import { type HookFault, hookFaults } from '../telegram/hook.ts'
import { differences, profileIn, profileShown } from '../telegram/profile.ts'
import type { Config } from './config.ts'
import { inlineMode } from './inline-mode.ts'
import type { Diagnosis, Patient } from './patient.ts'

/** What to say of each fault, and what to do. */
const told: Record<HookFault['kind'], [fault: string, cure: string]> = {
  'token-unknown': [
    'Telegram does not know this token',
    'Copy it anew from BotFather: npm run secrets, then npm run deploy.',
  ],
  'telegram-silent': [
    'Telegram does not answer',
    'Is this machine connected? Is TELEGRAM_API_ROOT right? Otherwise wait.',
  ],
  'no-hook': ['Telegram does not know where to bring updates', 'npm run setup'],
  'other-hook': [
    'Telegram brings updates to another address',
    'Does another stage use the same token? Otherwise npm run setup.',
  ],
  waiting: [
    'updates wait at Telegram',
    'They come as soon as the function answers; look at the other lines.',
  ],
  failing: [
    'the last update was not taken',
    '401: npm run deploy, then npm run setup (the secrets differ). 5xx: read the log of the webhook.',
  ],
  'kinds-missing': ['Telegram keeps kinds of updates back', 'npm run setup'],
}

export async function examineHook({ config, world }: Patient): Promise<Diagnosis[]> {
  const api = apiOf(config)
  if (!api) return []
  const faults = await hookFaults(api, world.now(), config.WEBHOOK_URL)
  const diagnoses = faults.map((one): Diagnosis => {
    const [fault, cure] = told[one.kind]
    return { what: 'webhook', fault: 'more' in one ? `${fault}: ${one.more}` : fault, cure }
  })
  return diagnoses.length > 0 ? diagnoses : [{ what: 'webhook' }]
}

/** Whether Telegram shows the names and descriptions that the locales hold. */
export async function examineProfile({ config, world, locales }: Patient): Promise<Diagnosis[]> {
  const api = apiOf(config)
  if (!api) return []
  const { content } = world
  const words = createWords(locales, content.languages)
  const looks = content.languages.map(async (language): Promise<Diagnosis> => {
    const shown = await profileShown(api, language)
    const other = differences(shown, profileIn(language, content, words))
    const what = `texts in Telegram, ${language}`
    if (other.length === 0) return { what }
    return { what, fault: `not as in locales/: ${other.join(', ')}`, cure: 'npm run setup' }
  })
  return Promise.all(looks)
}

/** Whether Telegram brings what people type behind the bot's name in other chats. */
export async function examineInline({ config, world, locales }: Patient): Promise<Diagnosis[]> {
  const api = apiOf(config)
  if (!api) return []
  const { content } = world
  const words = createWords(locales, content.languages)
  const { isOn, name, placeholder } = await inlineMode(api, content, words)
  const what = 'inline mode'
  if (isOn) return [{ what }]
  const fault = 'is off, so nobody can ask the bot from another chat'
  return [{ what, fault, cure: `In BotFather: /setinline → @${name} → ${placeholder}` }]
}

function apiOf({ BOT_TOKEN, TELEGRAM_API_ROOT: apiRoot }: Config) {
  return BOT_TOKEN ? new Api(BOT_TOKEN, { apiRoot, timeoutSeconds: 15 }) : undefined
}
