import type { Membership, Right } from '../rooms/rooms.ts'
import type { SimMessage } from '../rooms/screen.ts'

export interface Person {
  id: number
  name: string
  language: string
  blocked: boolean
}

export interface Bot {
  username: string
  /** It can be called in every chat by its name. */
  inline: boolean
}

export interface Group {
  id: number
  title: string
  forum: boolean
  /** Not a supergroup. */
  basic: boolean
  members: Member[]
  topics: { id: number; name: string; state: 'open' | 'closed' | 'deleted' }[]
  bot: Membership
  /** What the bot may not do though it is an administrator. */
  denied: Right[]
}

export interface Member {
  id: number
  name: string
  status: Membership
}

export interface Chat {
  messages: SimMessage[]
}

/** The simulator said no, and why. */
export class Refused extends Error {
  override name = 'Refused' as const
}

/** The simulator is not there, for now. */
export class Unreachable extends Error {
  override name = 'Unreachable' as const
}

export function read<T>(path: string): Promise<T> {
  return ask(path, {})
}

export function tell<T>(path: string, body: object = {}): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** A file, with what is said about it. */
export function tellFile<T>(path: string, about: object, body: Blob): Promise<T> {
  const query = new URLSearchParams(
    Object.entries(about).map(([name, value]) => [name, `${value}`]),
  )
  const headers = { 'content-type': 'application/octet-stream' }
  return ask(`${path}?${query}`, { method: 'POST', headers, body })
}

async function ask<T>(path: string, request: RequestInit): Promise<T> {
  const { ok, status, text } = await answerOf(path, request)
  const answer = text ? JSON.parse(text) : undefined
  if (!ok) throw new Refused(answer?.description ?? `HTTP ${status}`)
  return answer
}

async function answerOf(path: string, request: RequestInit) {
  try {
    const response = await fetch(path, request)
    const { ok, status } = response
    return { ok, status, text: await response.text() }
  } catch {
    throw new Unreachable('The simulator does not answer.')
  }
}

/** A lost connection is told of elsewhere, and everything is read anew when it is back. */
export function quietly(work: Promise<unknown> | undefined): void {
  void work?.catch((error) => {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error
  })
}
