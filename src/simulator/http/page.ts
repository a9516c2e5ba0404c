import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../wire/refusal.ts'
import type { Visit } from './visit.ts'

const FOLDER = fileURLToPath(new URL('../page/', import.meta.url))

const TYPES = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['ico', 'image/x-icon'],
])

/** One file of the web page; the script is put together anew each time, so that a reload shows a change. */
export async function servePage({ request, response, url }: Visit): Promise<void> {
  const name = url.pathname === '/' ? 'index.html' : url.pathname.slice(1)
  // A plain name only: no folder, so no way out of the page's own.
  const ending = /^[\w-]+\.([a-z]+)$/.exec(name)?.[1] ?? ''
  const type = TYPES.get(ending)
  if (!type || !['GET', 'HEAD'].includes(request.method ?? '')) throw new Refusal(404, 'Not Found')
  const content = name === 'app.js' ? await bundle() : await fileNamed(name)
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  })
  response.end(content)
}

async function fileNamed(name: string): Promise<Buffer> {
  try {
    return await readFile(`${FOLDER}${name}`)
  } catch {
    throw new Refusal(404, 'Not Found')
  }
}

async function bundle(): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [`${FOLDER}app.ts`],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
