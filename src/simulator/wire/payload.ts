import type { IncomingMessage } from 'node:http'
import { jsonObject, readBody } from './body.ts'
import { badRequest } from './refusal.ts'
import type { Shape } from './shapes.ts'
import { newUpload, type Upload } from './upload.ts'

export type Payload = Record<string, unknown>

/** The parameters of a call, from the query string and from a JSON, form or multipart body. */
export async function readPayload(
  request: IncomingMessage,
  query: URLSearchParams,
  shape: Shape,
): Promise<Payload> {
  const body = await readBody(request)
  const given = ofStrings(new Map(query), new Map(), shape)
  if (body.length === 0) return given
  const type = request.headers['content-type'] ?? ''
  if (/^application\/json\b/i.test(type)) return { ...given, ...jsonObject(body) }
  return { ...given, ...(await ofForm(await readForm(body, type), shape)) }
}

async function readForm(body: Buffer, type: string): Promise<FormData> {
  try {
    const copy = new Uint8Array(body)
    return await new Response(copy, { headers: { 'content-type': type } }).formData()
  } catch {
    throw badRequest(`can't parse the body as ${type || 'nothing: it has no content type'}`)
  }
}

/** Forms know only strings and files: each string becomes what the method's shape asks for. */
async function ofForm(form: FormData, shape: Shape): Promise<Payload> {
  const files = new Map<string, Upload>()
  const strings = new Map<string, string>()
  for (const [name, value] of form) {
    if (typeof value === 'string') strings.set(name, value)
    else files.set(name, await newUpload(value))
  }
  return ofStrings(strings, files, shape)
}

function ofStrings(
  strings: Map<string, string>,
  files: Map<string, Upload>,
  shape: Shape,
): Payload {
  const payload = new Map<string, unknown>()
  for (const [name, text] of strings) {
    const types = shape.fields.find((field) => field.name === name)?.types ?? ['String']
    payload.set(name, files.get(text.replace(/^attach:\/\//, '')) ?? ofString(text, types))
  }
  for (const { name } of shape.fields) if (files.has(name)) payload.set(name, files.get(name))
  return Object.fromEntries(payload)
}

function ofString(text: string, types: string[]): unknown {
  if (types.includes('Integer') && /^-?\d+$/.test(text)) return Number(text)
  if (types.includes('Float') && text.trim() !== '') return Number(text)
  if (types.includes('Boolean') && /^(true|1)$/i.test(text)) return true
  if (types.includes('Boolean') && /^(false|0)$/i.test(text)) return false
  if (types.includes('String')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
