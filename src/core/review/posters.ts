import type { Content, Flow } from '../engine/flow.ts'
import type { Fault } from './fault.ts'

/** What the bot counts every poster under that is not named. */
const unnamed = 'other'

/** Telegram's limit for what a link brings along. */
const maxLink = 64

/** Posters whose link would not work, or would not be counted as itself. */
export function reviewPosters(content: Content, flow: Flow): Fault[] {
  const file = `flows/${flow.id}.yaml`
  return flow.posters.flatMap((poster, index) => {
    const isTwice = flow.posters.indexOf(poster) < index
    const found = isTwice ? twice : wrong(content, flow, poster)
    return found ? [{ file, at: 'posters', fault: `${poster} ${found[0]}`, cure: found[1] }] : []
  })
}

type Found = [fault: string, cure: string]

const twice: Found = ['stands there twice', 'Delete one.']

function wrong({ flows }: Content, { id }: Flow, poster: string): Found | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(poster))
    return ['cannot stand in a link', 'Use Latin letters, digits, hyphens and underscores only.']
  if (poster === unnamed) return ['counts all that are not named here', 'Choose another name.']
  const link = `${id}-${poster}`
  const room = maxLink - id.length - 1
  if (link.length > maxLink) return ['is too long for a link', `Shorten it to ${room} characters.`]
  const other = Object.keys(flows).find(
    (one) => one.startsWith(`${id}-`) && (link === one || link.startsWith(`${one}-`)),
  )
  if (!other) return undefined
  return [`makes a link that opens the flow ${other}`, 'Choose another name.']
}
