import type { HeldCase } from '../case.ts'
import type { DeskSeen, Drawing, Sight } from '../steps/step.ts'
import { countryOfTheme } from '../themes.ts'
import type { Draw, Held, Text, Ticks } from '../turn.ts'
import { type Content, kindOf, stepAt } from './flow.ts'
import { type Holder, keptOf } from './kept.ts'
import { shareable } from './shareable.ts'

/** Whose screen it is. */
export interface Viewer extends Holder {
  language?: string | undefined
  country?: string | undefined
  minor?: boolean | undefined
  ticks?: Ticks | undefined
  held: Held
  heldCase?: HeldCase | undefined
  desk?: DeskSeen | undefined
}

/** A screen as the kind of its step draws it now; after a change of the content there may be none. */
export function drawing(content: Content, { at, view }: Draw, viewer: Viewer): Drawing | undefined {
  const { language = '', country, minor = false, ticks = {}, held, desk } = viewer
  const sight: Sight = {
    at,
    country,
    language,
    isMinor: minor,
    desk,
    case: viewer.heldCase,
    shareable: shareable(content, viewer.state, viewer),
    ticked: ticks[`${at.flow}.${at.step}`] ?? [],
    held,
    kept: keptOf(content, viewer),
    ticks: Object.values(ticks).flat().length,
    nameOf: (theme) => themeName(content, theme),
  }
  const step = stepAt(content, at)
  return step && kindOf(step).draw?.(step, view, sight)
}

/** Whether it shows what comes to the person by itself, which costs reads of its own. */
export function showsHeld(content: Content, draw: Draw): boolean {
  const step = stepAt(content, draw.at)
  return Boolean(step && kindOf(step).showsHeld)
}

/** Whether it shows a desk that was found, or the person's case. */
export function showsDesk(content: Content, draw: Draw): 'found' | 'case' | undefined {
  const step = stepAt(content, draw.at)
  return step && kindOf(step).showsDesk
}

/** What a theme is called: as the step that offers it says, or the country's name. */
function themeName({ flows }: Content, theme: string): Text {
  const code = countryOfTheme(theme)
  if (code) return { key: 'name:country', vars: { code } }
  for (const flow of Object.values(flows)) {
    for (const [name, step] of Object.entries(flow.steps)) {
      if (kindOf(step).themes?.(step).includes(theme)) return { key: `${flow.id}:${name}.${theme}` }
    }
  }
  return { key: 'name:none' }
}
