import { type Api, GrammyError } from 'grammy/web'
import { patiently } from '../app/patience.ts'
import type { Files } from '../app/ports/pictures.ts'
import { Busy } from '../app/trouble.ts'
import { call } from './call.ts'

/** Milliseconds for asking where a file is and for fetching it. */
const patience = 8000

interface Bot {
  token: string
  root: string
}

/** Files that people have sent to the bot. They are fetched into memory and written nowhere. */
export function createFiles(api: Api, bot: Bot, patienceMs = patience): Files {
  return {
    fetch: (id, most) =>
      patiently(patienceMs, async (over) => {
        const place = await placeOf(api, id)
        if (typeof place === 'string') return place
        if (place.size > most) return 'large'
        return download(`${bot.root}/file/bot${bot.token}/${place.path}`, most, over)
      }),
  }
}

/** Where Telegram has the file, and how many bytes it is said to have. */
async function placeOf(api: Api, id: string) {
  try {
    const { file_path: path, file_size: size = 0 } = await call(api.getFile(id))
    return path === undefined
      ? 'gone'
      : { path: path.split('/').map(encodeURIComponent).join('/'), size }
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    return error.description.includes('file is too big') ? 'large' : 'gone'
  }
}

/** The address holds the token, so no error of the platform's is passed on: it could name it. */
async function download(address: string, most: number, over: AbortSignal) {
  const response = await reached(fetch(address, { redirect: 'manual', signal: over }))
  const { ok, status, headers } = response
  const isLarge = Number(headers.get('content-length')) > most
  if (ok && !isLarge) return reached(bytesOf(response, most))
  await response.body?.cancel().catch(() => undefined)
  if (ok) return 'large'
  if (status === 400 || status === 404) return 'gone'
  throw troubleOf(status, Number(headers.get('retry-after')) || 1)
}

function troubleOf(status: number, seconds: number): Error {
  if (status === 429) return new Busy(seconds, 'Telegram asks to wait')
  if (status >= 500) return new Busy(1, 'Telegram is in trouble')
  return new Error(`Telegram answers ${status} instead of a file`)
}

/** What was told of the length is not trusted: reading stops where it is too much. */
async function bytesOf({ body }: Response, most: number) {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > most) return 'large'
    chunks.push(chunk)
  }
  return new Blob(chunks).bytes()
}

async function reached<Answer>(request: Promise<Answer>): Promise<Answer> {
  try {
    return await request
  } catch {
    throw new Busy(1, 'Telegram could not be reached')
  }
}
