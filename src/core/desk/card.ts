import { numbersNamed } from '../cards/number-label.ts'
import { type Case, isUrgent, type Referral } from '../case.ts'
import type { Choice, Text } from '../turn.ts'
import { scoreOf, weightsOf } from './score.ts'

/** `🔴 urgent · Heron 47 · uk · → NL`: what the topic is called. */
export function topicName(one: Case): Text {
  const { shared, language } = one
  const country = shared.country ? [plain(`→ ${shared.country}`)] : []
  const items = [state(one), bird(one), plain(language), ...country]
  return { key: 'join:dots', vars: { items } }
}

/** What is asked when a card is written, and kept nowhere: what members are called; and how much signs weigh. */
export interface Around {
  names: Map<number, string>
  signs: Parameters<typeof weightsOf>[1]
}

/**
 * What the desk sees first of a case, as it stands now, with the name of who has taken it, or had it before. No word of the person, and nothing that tells
 * who they are.
 */
export function caseCard(one: Case, { names, signs }: Around): Text {
  const { shared, urgent, isMinor, isForeign, waits, by = 0, had = 0 } = one
  const name = one.state === 'taken' ? names.get(by) : undefined
  const before = one.state === 'waiting' && names.get(had)
  const lines: Text[] = [
    { key: 'desk:card.state', vars: { state: state(one) } },
    ...(name ? [{ key: 'desk:card.by', vars: { name } }] : []),
    ...(before ? [{ key: 'desk:card.had', vars: { name: before } }] : []),
    { key: 'desk:card.language', vars: { language: languageOf(one.language) } },
    ...(isForeign ? [{ key: 'desk:card.foreign' }] : []),
    ...(isMinor ? [{ key: 'desk:card.minor' }] : []),
    ...(urgent ? [{ key: `desk:card.urgent.${urgent}` }] : []),
    ...scoreLine(one, signs),
    ...sharedLines(shared),
    ...notedLines(one, names),
    { key: waits ? 'desk:card.waits' : 'desk:card.shows' },
  ]
  const list: Text = { key: 'join:lines', vars: { items: lines } }
  return { key: 'desk:card.text', vars: { bird: bird(one), lines: list } }
}

/** Telegram opens the message: the group's number without what marks it as one. */
export function linkTo({ group }: Pick<Case, 'group'>, ...path: (number | undefined)[]): string {
  return ['https://t.me/c', String(group).replace(/^-100/, ''), ...path].join('/')
}

/** Why it comes before others, so that nobody has to believe a number. */
function scoreLine(one: Case, signs: Around['signs']): Text[] {
  const weights = weightsOf(one, signs)
  if (one.state === 'closed' || weights.length === 0) return []
  const items = weights.map(({ why, points }) => {
    return { key: `desk:score.${why}`, vars: { points } }
  })
  const reasons: Text = { key: 'join:commas', vars: { items } }
  return [{ key: 'desk:card.score', vars: { points: scoreOf(one, signs), reasons } }]
}

/** What the desk has noted itself. */
function notedLines(one: Case, names: Around['names']): Text[] {
  const { needs = [], plan, review, referrals = [], thread } = one
  const items = needs.map((need) => ({ key: `desk:needs.${need}` }))
  return [
    ...(items.length > 0
      ? [{ key: 'desk:card.needs', vars: { needs: { key: 'join:commas', vars: { items } } } }]
      : []),
    ...(plan
      ? [
          {
            key: 'desk:card.plan',
            vars: {
              day: date(plan.day),
              url: linkTo(one, thread, ...(plan.message ? [plan.message] : [])),
            },
          },
        ]
      : []),
    ...referrals.map(referralLine),
    ...(review
      ? [
          {
            key: 'desk:card.review',
            vars: { name: names.get(review.by) ?? '—', day: date(dayOf(review.at)) },
          },
        ]
      : []),
  ]
}

/** The organisation stands there by its id, as it is typed. */
function referralLine({ to, isAgreed }: Referral): Text {
  const is = isAgreed === undefined ? 'asked' : isAgreed ? 'yes' : 'no'
  return { key: `desk:card.referral.${is}`, vars: { to } }
}

function dayOf(ms: number) {
  return new Date(ms).toISOString().slice(0, 10)
}

function date(day: string): Text {
  return { key: 'name:date', vars: { date: day } }
}

/** The buttons below it: what can be done with the case now. */
export function cardChoices({ state: now, urgent }: Case): Choice[] {
  if (now === 'closed') return []
  const ids = [now === 'waiting' ? 'take' : 'transfer', urgent ? 'calm' : 'urgent', 'close']
  return ids.map((id) => ({
    id: id === 'calm' ? 'urgent' : id,
    label: { key: `desk:button.${id}` },
  }))
}

export function bird({ name }: Pick<Case, 'name'>): Text {
  const [kind = '', number = ''] = name.split('-')
  return { key: 'desk:bird', vars: { name: { key: `desk:birds.${kind}` }, number } }
}

/** In words, because a colour alone says nothing to who does not see it. */
function state(one: Case): Text {
  if (one.state === 'closed') return { key: 'desk:state.closed' }
  return { key: `desk:state.${one.state}${isUrgent(one) ? '-urgent' : ''}` }
}

function sharedLines({ country, signs = [], firms = [] }: Case['shared']): Text[] {
  const labels = signs.map((id) => ({ key: `indicators:${id}.label` }))
  return [
    ...(country ? [{ key: 'desk:card.country', vars: { country: countryOf(country) } }] : []),
    ...(signs.length > 0
      ? [
          {
            key: 'desk:card.signs',
            vars: { signs: { key: 'join:bullets', vars: { items: labels } } },
          },
        ]
      : []),
    ...(firms.length > 0
      ? [
          {
            key: 'desk:card.firms',
            vars: { firms: { key: 'join:commas', vars: { items: numbersNamed(firms) } } },
          },
        ]
      : []),
  ]
}

function countryOf(code: string): Text {
  return { key: 'name:country', vars: { code } }
}

function languageOf(code: string): Text {
  return { key: 'name:language', vars: { code } }
}

function plain(text: string): Text {
  return { key: 'name:plain', vars: { text } }
}
