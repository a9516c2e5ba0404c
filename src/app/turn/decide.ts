import { plain } from '../../core/countries.ts'
import { advance } from '../../core/engine/advance.ts'
import { withinPace } from '../../core/engine/desk.ts'
import { kindOf, standingStep, stepAt } from '../../core/engine/flow.ts'
import { applyFacts } from '../../core/facts.ts'
import { isFirmName } from '../../core/firm/name.ts'
import { isEnding, isFact } from '../../core/nature.ts'
import type { Text } from '../../core/turn.ts'
import { after, isLater } from '../pending/pending.ts'
import type { Incoming } from '../ports/arrival.ts'
import type { Pending, Talk } from '../ports/talk.ts'
import type { World } from '../ports/world.ts'
import { voiceFrom } from '../words/word.ts'
import { changes } from './edited.ts'
import { isOvertaken } from './newer.ts'
import { toInput } from './understand.ts'

/** Telegram repeats an update for a day at most; so many of one person's are remembered. */
const remembered = 32

/** The talk after the update, together with what is to be done about it. */
export function decide(
  world: World,
  { cut, pace: before, ...talk }: Talk,
  incoming: Incoming,
): Talk {
  const { content, now } = world
  const isLabel = labelled(world, incoming, talk)
  const reader = {
    readNumbers: numbersOf(world, talk),
    isLabel,
    isName: namesOf(world, talk, incoming),
    isEdit: changes(talk, incoming),
    since: (of: number) => since(talk, of),
  }
  const input = toInput({ ...world, ...reader }, incoming)
  const { update, source, message, sentAt, editedAt } = incoming
  const turn = advance(content, talk, input, now())
  const second = editedAt ?? sentAt
  const { effects, pace } = withinPace(content, { pace: before, second }, turn.effects)
  const doing = effects.filter((effect) => !isFact(effect))
  const changed = editedAt === undefined ? {} : { editedAt }
  const entry: Pending = {
    update,
    at: now().getTime(),
    message,
    sentAt,
    ...changed,
    effects: doing,
  }
  const recent = [...talk.recent, update].slice(-remembered)
  const last = doing.some(isEnding) ? update : cut
  return {
    ...applyFacts(talk, effects),
    state: turn.state,
    recent,
    ...(pace && { pace }),
    ...(last !== undefined && recent.includes(last) && { cut: last }),
    pending: after(talk.pending, source, entry),
  }
}

/** Other pictures are no going on. What is answered by itself bears a number of ours, below 0. */
function since({ recent, reading }: Omit<Talk, 'cut'>, of: number) {
  const isLate = isOvertaken({ recent }, { update: reading?.last ?? of })
  const isBelow = recent.some((one) => one < 0 && isLater({ recent }, one, of))
  return { ...(isLate && { isLate }), ...(isBelow && { isBelow }) }
}

/** Where a name is asked for, a company's own form says that it is one, whatever its words mean elsewhere. */
function namesOf({ content }: World, { state }: Omit<Talk, 'cut'>, { editedAt }: Incoming) {
  const { flow = '', path = [] } = state ?? {}
  // Who changes a message may change a name that was asked for before.
  const asked = editedAt === undefined ? path.slice(-1) : path
  const isAsked = asked.some(({ step: name }) => {
    const step = stepAt(content, { flow, step: name })
    return step !== undefined && kindOf(step).takes?.(step) === 'name'
  })
  return (text: string) => isAsked && isFirmName(text)
}

/** As the person may mean them: of the country that the step asks about, or of theirs. */
function numbersOf({ content, readNumbers }: World, { state, country }: Omit<Talk, 'cut'>) {
  const step = state && standingStep(content, state)
  const kind = step && kindOf(step)
  const isAsked = step !== undefined && kind?.takes?.(step) === 'number'
  const place = (step && kind?.numbersOf?.(step)) ?? country
  return (text: string) => readNumbers(text, place, isAsked)
}

/** Case, accents, punctuation and what stands behind a colon aside: "Next point: 2 of 3". */
function labelled(world: World, incoming: Incoming, talk: Omit<Talk, 'cut'>) {
  const voice = voiceFrom(world, incoming, talk)
  return (label: Text, typed: string) => {
    const whole = world.label(label, voice)
    return [whole, whole.replace(/:.*$/, '')].some((one) => plain(one) === plain(typed))
  }
}
