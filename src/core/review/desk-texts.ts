import { urgencies } from '../case.ts'
import { commandNames } from '../desk/commands.ts'
import { deeds, refusals } from '../desk/deeds.ts'
import { caseLines } from '../desk/lines.ts'
import { birds } from '../desk/names.ts'
import type { Needed } from './need.ts'

const notSent = [
  'over',
  'theirs',
  'untaken',
  'mention',
  'name',
  'poll',
  'edit',
  'late',
  'impossible',
  'unreachable',
]
const rights = ['isForum', 'isAdmin', 'topics', 'deleting', 'pinning']
const states = ['waiting', 'waiting-urgent', 'taken', 'taken-urgent', 'closed']
const codeFaults = ['forged', 'expired', 'malformed', 'used', 'taken', 'not-admin']

/** Below `desk.json`: what a desk reads in its group. The pages of the code of conduct are named by `flows/conduct.yaml`. */
export const deskTexts: Record<string, Needed> = {
  welcome: {},
  anonymous: {},
  'no-case': {},
  'unknown-command': {},
  help: {},
  paused: {},
  opened: {},
  ...each('command', commandNames, {}),
  bird: { holes: ['name', 'number'] },
  ...each('birds', birds, {}),
  ...each('state', states, {}),
  'card.text': { holes: ['bird', 'lines'] },
  'card.state': { holes: ['state'] },
  'card.by': { holes: ['name'] },
  'card.language': { holes: ['language'] },
  'card.foreign': {},
  'card.minor': {},
  ...each('card.urgent', urgencies, {}),
  'card.country': { holes: ['country'] },
  'card.signs': { holes: ['signs'] },
  'card.firms': { holes: ['firms'] },
  'card.waits': {},
  'card.shows': {},
  ...each('button', ['take', 'transfer', 'urgent', 'calm', 'close'], { label: true }),
  ...each('done', Object.keys(deeds), {}),
  ...each('refused', refusals, {}),
  ...each('not-sent', notSent, {}),
  'sent.elsewhere': {},
  ...each('delete', ['how', 'old', 'phone-only', 'no-right'], {}),
  ...each('line', caseLines, { holes: ['bird'] }),
  'line.forgotten': {},
  'line.forgotten-urgent': {},
  'connect.rights': {},
  'connect.again': {},
  'connect.done': {},
  'connect.next': {},
  ...each('connect', codeFaults, {}),
  'rights.there': { holes: ['what'] },
  'rights.missing': { holes: ['what'] },
  ...each('rights', rights, {}),
  'about.name': { holes: ['name'] },
  'about.languages': { holes: ['languages'] },
  'about.countries': { holes: ['countries'] },
  'about.everywhere': {},
  'about.minors.yes': {},
  'about.minors.no': {},
  'about.complaints': { holes: ['complaints'] },
  'about.ready': {},
  'about.not-ready': {},
  'about.unstaffed': {},
  'conduct.first': {},
  'conduct.text': { holes: ['at', 'of', 'text'] },
  'conduct.accepted': {},
  ...each('conduct', ['before', 'next', 'accept'], { label: true }),
  'list.none': {},
  'list.none-waits': {},
  'list.next': { holes: ['topic'] },
  'list.of': { holes: ['topic', 'name'] },
  'list.topic': { holes: ['url', 'topic'] },
}

function each(group: string, names: readonly string[], needs: Needed): Record<string, Needed> {
  return Object.fromEntries(names.map((name) => [`${group}.${name}`, needs]))
}
