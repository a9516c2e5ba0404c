import { hostOf } from '../host.ts'
import { inPages } from '../pages.ts'
import type { Text } from '../turn.ts'
import { isFreeMail } from './mail.ts'
import { farAboveTimes, type PayCompared } from './pay.ts'
import type { Scan } from './scan.ts'

/** Signs with their words on one page, also below the word that a machine has read them: under 600 characters whatever they are. */
const hitsOnPage = { typed: 4, read: 3 }

/** Whether somebody typed what was scanned, or a machine has read it from a picture. */
export type Scanned = keyof typeof hitsOnPage

/** How many messages it takes to tell what was found. */
export function foundPages(scan: Scan, how: Scanned = 'typed'): number {
  return inPages(scan.hits, hitsOnPage[how]).length + (details(scan).length > 0 ? 1 : 0)
}

/** One page: signs with the words that raised them, or at last what the pay and the address tell. */
export function foundText(scan: Scan, page: number, now: Date, how: Scanned = 'typed'): Text {
  const hits = inPages(scan.hits, hitsOnPage[how])[page]
  if (!hits) return { key: 'join:paragraphs', vars: { items: details(scan, now) } }
  const items = hits.map(
    ({ sign, words }): Text => ({
      key: 'scan:hit',
      vars: { words, label: { key: `indicators:${sign}.label` } },
    }),
  )
  return { key: 'scan:found', vars: { items: { key: 'join:bullets', vars: { items } } } }
}

function details({ pay, domains }: Scan, now?: Date): Text[] {
  const texts: Text[] = []
  if (pay && pay.is !== 'usual') texts.push(payText(pay), ...sourceOf(pay, now))
  const [domain] = domains
  if (domain)
    texts.push({ key: isFreeMail(domain) ? 'scan:free-mail' : 'scan:mail', vars: { domain } })
  return texts
}

function payText({ is, wage, country }: PayCompared): Text {
  return {
    key: `scan:pay.${is}`,
    vars: {
      country: { key: 'name:country', vars: { code: country } },
      wage: {
        key: `scan:per.${wage.per}`,
        vars: {
          amount: { key: 'name:money', vars: { amount: wage.amount, currency: wage.currency } },
        },
      },
      from: { key: 'name:date', vars: { date: wage.validFrom } },
      ...(is === 'far-above' && { times: farAboveTimes }),
    },
  }
}

/** No wage without its source and its day, nor with false certainty after the next change. */
function sourceOf({ wage: { source, checkedOn, nextChange } }: PayCompared, now?: Date): Text[] {
  const host = hostOf(source)
  const read: Text = {
    key: 'scan:pay.source',
    vars: { host, date: { key: 'name:date', vars: { date: checkedOn } } },
  }
  const isOver = now && nextChange !== null && now.toISOString().slice(0, 10) >= nextChange
  return isOver ? [read, { key: 'scan:pay.changed' }] : [read]
}
