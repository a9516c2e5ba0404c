import { once } from 'node:events'
import type { Server } from 'node:http'
import { addFault, type Fault } from './faults.ts'
import { newServer } from './http/server.ts'
import { isLoopback } from './http/visit.ts'
import { newWorld } from './new-world.ts'
import { groupOf, newGroup, type SimGroup } from './people/groups.ts'
import { newPerson, type Person, personOf, type Wish } from './people/people.ts'
import { settled } from './updates/updates.ts'
import { setHook } from './updates/webhook.ts'
import { type Call, forward, type SimEvent, type World } from './world.ts'

export interface SimulatorOptions {
  /** 0 takes any free port. */
  port?: number
  host?: string
  token?: string
  now?: () => Date
  /** Serves the web page with the phone and the desk. */
  page?: boolean
  /** False: the bot is never told to slow down. */
  limits?: boolean
  /** False: the bot cannot be called in other chats, as BotFather has it at first. */
  inline?: boolean
  /** Pauses before the webhook is tried again are multiplied by this. */
  retryScale?: number
}

/** A Telegram of our own, for people without a token, for tests and for benchmarks. */
export interface Simulator {
  /** The value for TELEGRAM_API_ROOT. */
  url: string
  token: string
  person(options?: Wish): Person
  people(): Person[]
  group(options: { title: string; forum?: boolean; basic?: boolean }): SimGroup
  groups(): SimGroup[]
  clock: { now(): Date; forward(seconds: number): void }
  faults: { add(fault: Fault): void; clear(): void }
  calls: Call[]
  problems: string[]
  /** Resolves when the bot has taken every update. */
  settled(): Promise<void>
  subscribe(listener: (event: SimEvent) => void): () => void
  stop(): Promise<void>
}

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, host = '127.0.0.1', token = '1:simulator', now = () => new Date() } = options
  const { limits = true, inline = true, retryScale = 1, page = false } = options
  const world = newWorld({ token, now, limits, inline, retryScale })
  const server = newServer(world, { page, isLocal: isLoopback(`http://${urlName(host)}`) })
  server.listen(port, host)
  await once(server, 'listening')
  return simulatorOf(world, server, addressOf(server, host))
}

function simulatorOf(world: World, server: Server, url: string): Simulator {
  const { calls, problems, listeners, faults } = world
  return {
    url,
    token: world.token,
    person: (wish = {}) => personOf(world, newPerson(world, wish)),
    people: () => [...world.people.values()].map((room) => personOf(world, room)),
    group: (wish) => groupOf(world, newGroup(world, wish)),
    groups: () => [...world.groups.values()].map((room) => groupOf(world, room)),
    clock: { now: world.clock.now, forward: (seconds) => forward(world, seconds) },
    faults: {
      add: (fault) => addFault(faults, fault),
      clear: () => faults.waiting.splice(0),
    },
    calls,
    problems,
    settled: () => settled(world.updates),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => stop(world, server),
  }
}

async function stop(world: World, server: Server): Promise<void> {
  setHook(world.webhook, undefined)
  world.clock.stop()
  world.listeners.clear()
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}

function addressOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${urlName(name)}:${port}`
}

function urlName(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
