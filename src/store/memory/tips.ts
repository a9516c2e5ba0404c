import type { Subscriber, Tips } from '../../app/ports/tips.ts'

export function createMemoryTips(): Tips {
  const themes = new Map<string, Map<number, Subscriber>>()
  const of = (chat: number) => [...themes].flatMap(([theme, who]) => (who.has(chat) ? theme : []))
  return {
    add: async (chat, theme, language) => {
      const mine = { chat, ...(language && { language }) }
      themes.set(theme, new Map(themes.get(theme)).set(chat, mine))
    },
    remove: async (chat, theme) => void themes.get(theme)?.delete(chat),
    of: async (chat) => of(chat).sort(),
    speak: async (chat, language) => {
      for (const theme of of(chat)) themes.get(theme)?.set(chat, { chat, language })
    },
    subscribers: async (theme, after) => {
      const all = [...(themes.get(theme)?.values() ?? [])].sort((a, b) => order(a.chat, b.chat))
      return all.filter(({ chat }) => after === undefined || order(chat, after) > 0).slice(0, 100)
    },
  }
}

/** As the table sorts its keys: by the text. */
function order(one: number, other: number) {
  return String(one) < String(other) ? -1 : Number(String(one) !== String(other))
}
