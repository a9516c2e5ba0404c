import * as z from 'zod'
import { countryOfTheme, themeOf } from '../themes.ts'
import type { Choice, Draw } from '../turn.ts'
import { type Drawing, kind, own, pressed, type Scene, type Sight } from './step.ts'
import { Name, Target } from './target.ts'

const schema = z.strictObject({
  kind: z.literal('subscriptions'),
  themes: z.array(Name).min(1).max(6),
  /** Where another country is chosen. */
  country: Target,
  /** Where "no tips at all" leads. */
  end: Target,
})
type Subscriptions = z.infer<typeof schema>

/** What tips one would like: themes and countries, each a button that says what it does. */
export const subscriptions = kind(schema, {
  exits: (step) => [step.country, step.end],
  fills: ['themes'],
  texts: (step) => ({
    says: ['text'],
    labels: ['country', 'end', ...step.themes],
  }),
  choices: (step) => [...step.themes, 'country', 'end'],
  themes: (step) => step.themes,
  ends: () => true,
  showsHeld: true,
  enter: (_step, scene) => ({ effects: [drawn(scene)] }),
  receive: (step, input, scene) => {
    const id = pressed(input) ?? ''
    if (id === 'country') return { answer: id, go: step.country }
    if (id === 'end') return { answer: id, go: step.end }
    const [verb = '', theme = ''] = id.split(/-(.*)/)
    if (!['on', 'off'].includes(verb)) return undefined
    if (!step.themes.includes(theme) && !countryOfTheme(theme)) return undefined
    return { effects: [{ kind: 'subscribe', theme, on: verb === 'on' }, drawn(scene)] }
  },
  draw: (step, _view, sight) => draw(step, sight),
})

function drawn({ at }: Scene): Draw {
  return { kind: 'draw', at, view: 'all' }
}

function draw(step: Subscriptions, sight: Sight): Drawing {
  const { themes } = sight.held
  const mine = sight.country ? [themeOf(sight.country)] : []
  const countries = new Set([...mine, ...themes.filter((theme) => countryOfTheme(theme))])
  const items = themes.map(sight.nameOf)
  const none = { key: 'name:none' }
  const listed = items.length > 0 ? { key: 'join:bullets', vars: { items } } : none
  const choices = [...step.themes, ...countries].map((theme) => toggle(theme, sight))
  choices.push({ id: 'country', label: own(sight, 'country') })
  if (themes.length > 0) choices.push({ id: 'end', label: own(sight, 'end') })
  return { text: { ...own(sight, 'text'), vars: { themes: listed } }, choices }
}

function toggle(theme: string, { held, nameOf }: Sight): Choice {
  const isOn = held.themes.includes(theme)
  const key = isOn ? 'common:switch-off' : 'common:switch-on'
  return { id: `${isOn ? 'off' : 'on'}-${theme}`, label: { key, vars: { name: nameOf(theme) } } }
}
