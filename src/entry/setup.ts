import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Api } from 'grammy/web'
import { type Loaded, loadOrThrow } from '../content/load.ts'
import { createWords } from '../content/words.ts'
import { setHook } from '../telegram/hook.ts'
import { present, profileIn } from '../telegram/profile.ts'
import { type Config, Misconfigured } from './config.ts'
import { type InlineMode, inlineMode } from './inline-mode.ts'
import { openStage } from './stage.ts'

const root = join(import.meta.dirname, '../..')

/** Updates that Telegram may bring at once; the function's cap should not be lower. */
const connections = 40

/** Tells Telegram where the bot lies and how it presents itself in each language. Safe to repeat. */
export async function setUp(
  config: Config,
  { content, locales }: Pick<Loaded, 'content' | 'locales'>,
  say: (line: string) => void,
): Promise<void> {
  const { BOT_TOKEN: token, WEBHOOK_URL: url, WEBHOOK_SECRET } = config
  const [secret] = WEBHOOK_SECRET
  if (!token) throw new Misconfigured('BOT_TOKEN: there is none; npm run secrets asks for it')
  if (!secret) throw new Misconfigured('WEBHOOK_SECRET: there is none; npm run secrets makes one')
  if (!url) throw new Misconfigured('WEBHOOK_URL: nothing is deployed yet; npm run deploy')
  const api = new Api(token, { apiRoot: config.TELEGRAM_API_ROOT, timeoutSeconds: 15 })
  await setHook(api, { url, secret, connections })
  say(`Telegram brings updates to ${new URL(url).host}.`)
  const words = createWords(locales, content.languages)
  const [first = 'pl'] = content.languages
  for (const language of [undefined, ...content.languages]) {
    const changed = await present(api, profileIn(language ?? first, content, words), language)
    say(`${language ?? 'everybody else'}: ${changed.join(', ') || 'nothing to change'}`)
  }
  for (const line of toldOfInline(await inlineMode(api, content, words))) say(line)
  say('By hand, because no bot may do it: in BotFather /mybots → Edit Bot → Edit Privacy Policy,')
  say('and there the address of your privacy notice (docs/privacy.md has its words).')
}

/** Who chooses which card is nobody's business, so BotFather need not tell it. */
function toldOfInline({ isOn, name, placeholder }: InlineMode): string[] {
  if (isOn)
    return [`Inline mode is on: in any chat people may type @${name} and words of an advert.`]
  return [
    'Inline mode is off. By hand, because no bot may do it: send these three to BotFather, one by one:',
    '  /setinline',
    `  @${name}`,
    `  ${placeholder}`,
    'Leave /setinlinefeedback as it is (Disabled): nobody needs to know which card somebody sends.',
  ]
}

/** `npm run setup -- --stage prod` */
async function main() {
  const { values } = parseArgs({ options: { stage: { type: 'string', default: 'dev' } } })
  await setUp(await openStage(values.stage, process.env), loadOrThrow(root), console.log)
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Misconfigured ? error.message : error)
    process.exitCode = 1
  })
}
