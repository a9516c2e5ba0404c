import { numbersNamed } from '../cards/number-label.ts'
import { type Case, isUrgent } from '../case.ts'
import type { Choice, Text } from '../turn.ts'

/** `🔴 urgent · Heron 47 · uk · → NL`: what the topic is called. */
export function topicName(one: Case): Text {
  const { shared, language } = one
  const country = shared.country ? [plain(`→ ${shared.country}`)] : []
  const items = [state(one), bird(one), plain(language), ...country]
  return { key: 'join:dots', vars: { items } }
}

/**
 * What the desk sees first of a case, as it stands now, with the name of who has taken it. No word of the person, and nothing that tells
 * who they are.
 */
export function caseCard(one: Case, name: string | undefined): Text {
  const { shared, urgent, isMinor, isForeign, waits } = one
  const lines: Text[] = [
    { key: 'desk:card.state', vars: { state: state(one) } },
    ...(one.state === 'taken' && name ? [{ key: 'desk:card.by', vars: { name } }] : []),
    { key: 'desk:card.language', vars: { language: languageOf(one.language) } },
    ...(isForeign ? [{ key: 'desk:card.foreign' }] : []),
    ...(isMinor ? [{ key: 'desk:card.minor' }] : []),
    ...(urgent ? [{ key: `desk:card.urgent.${urgent}` }] : []),
    ...sharedLines(shared),
    { key: waits ? 'desk:card.waits' : 'desk:card.shows' },
  ]
  const list: Text = { key: 'join:lines', vars: { items: lines } }
  return { key: 'desk:card.text', vars: { bird: bird(one), lines: list } }
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
