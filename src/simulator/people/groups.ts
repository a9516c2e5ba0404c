import { addGroup, setForum, upgrade } from '../chats/moving.ts'
import { ANONYMOUS, join, leave, setBot } from '../chats/presence.ts'
import { closeTopic, deleteTopic, openTopic, reopenTopic, topicOf } from '../chats/topics.ts'
import type { GroupRoom, Membership, Right, Topic } from '../rooms/rooms.ts'
import { Refusal } from '../wire/refusal.ts'
import type { World } from '../world.ts'
import { type Somebody, type Talking, talkIn, userOf } from './in-group.ts'

/** A supergroup; with `forum`, one with topics. Or a basic group, which may become one. */
export interface SimGroup extends Talking {
  id: number
  title: string
  readonly forum: boolean
  /** Who is in it; the first is its owner. */
  readonly members: { id: number; name: string; status: Membership }[]
  join(person: Somebody, status?: 'administrator' | 'member'): void
  /** By themselves, unless somebody else takes them out. */
  leave(person: Somebody, extra?: { by?: Somebody }): void
  topics(): Topic[]
  openTopic(person: Somebody, name: string): number
  closeTopic(person: Somebody, threadId: number): void
  reopenTopic(person: Somebody, threadId: number): void
  deleteTopic(threadId: number): void
  /** As an administrator who may do what a desk needs, unless said otherwise; also changes its rights. */
  addBot(extra?: { by?: Somebody; status?: 'administrator' | 'member'; denied?: Right[] }): void
  removeBot(extra?: { by?: Somebody }): void
  /** Switches topics on or off. A basic group becomes a supergroup by it: the one that is returned. */
  setForum(person: Somebody, isForum: boolean): SimGroup
  /** Makes a supergroup of a basic group; the old one is no more. */
  upgrade(person: Somebody): SimGroup
}

interface NewGroup {
  title: string
  forum?: boolean
  /** Not a supergroup. */
  basic?: boolean
}

export function newGroup(world: World, { title, forum = false, basic = false }: NewGroup) {
  if (forum && basic) throw new Refusal(400, 'a basic group has no topics')
  return addGroup(
    world,
    { title, ...(forum && { is_forum: true }) },
    basic ? 'group' : 'supergroup',
  )
}

export function groupOf(world: World, room: GroupRoom): SimGroup {
  const { chat } = room
  const user = (person: Somebody) => userOf(world, person)
  const byWhom = (by?: Somebody) => (by ? user(by) : ANONYMOUS)
  return {
    ...talkIn(world, room),
    ...topicsOf(world, room),
    id: chat.id,
    title: chat.title ?? '',
    get forum() {
      return chat.is_forum ?? false
    },
    get members() {
      return membersOf(world, room)
    },
    join: (person, status) => join(world, room, { user: user(person), status }),
    leave: (person, { by = person } = {}) => leave(world, room, user(person), user(by)),
    addBot: ({ by, status = 'administrator', denied = [] } = {}) =>
      setBot(world, room, { from: byWhom(by), status, denied }),
    removeBot: ({ by } = {}) => setBot(world, room, { from: byWhom(by), status: 'kicked' }),
    setForum: (person, isForum) => groupOf(world, setForum(world, room, user(person), isForum)),
    upgrade: (person) => groupOf(world, upgrade(world, room, user(person))),
  }
}

type Topics = Pick<SimGroup, 'topics' | 'openTopic' | 'closeTopic' | 'reopenTopic' | 'deleteTopic'>

function topicsOf(world: World, room: GroupRoom): Topics {
  const deed = (person: Somebody, threadId: number) => {
    return { room, topic: topicOf(room, threadId), from: userOf(world, person) }
  }
  return {
    topics: () => [...room.group.topics.values()].map((topic) => ({ ...topic })),
    openTopic: (person, name) => openTopic(world, room, userOf(world, person), { name }).id,
    closeTopic: (person, threadId) => closeTopic(world, deed(person, threadId)),
    reopenTopic: (person, threadId) => reopenTopic(world, deed(person, threadId)),
    deleteTopic: (threadId) => deleteTopic(world, { room, topic: topicOf(room, threadId) }),
  }
}

function membersOf(world: World, { group }: GroupRoom): SimGroup['members'] {
  return [...group.members].map(([id, status]) => {
    return { id, status, name: userOf(world, { id }).first_name }
  })
}
