const length = 4096

/** Texts of 4096 characters that somebody may send to make the scan slow, by what they try. */
export const hostile: Record<string, string> = Object.fromEntries(
  Object.entries({
    'one letter': 'a',
    'words of one letter': 'a b ',
    'beginnings of phrases': 'bez umowa opłata kaucja nie praca na ',
    'gaps that never close': 'opłata za za za za ',
    'gaps in Russian': 'без не паспорт сдаете паспорт ',
    'words that begin the most phrases': 'до за по do не ',
    'numbers before phrases': '5 за 6 zł * на ',
    denials: 'nie bez żadnych ',
    'a denied list': 'bez kaucji, kaucji, ',
    numbers: '1 2 ',
    'numbers with dots': '1.234,56-',
    'money without end': '15 € 16 € - ',
    currencies: '€$£',
    mailboxes: '@a.b',
    'a domain without end': `a@${'a.'.repeat(100)}`,
    accents: 'a\u0301\u0302\u0303\u0304',
    'only accents': '\u0301',
    'signs that stand for many letters': '\uFDFA',
    'zero width': 'a\u200B',
    'reading order': '\u202Ea',
    'two scripts': 'aаoо',
    'mathematical letters': '𝐎𝐩ł𝐚𝐭𝐚 ',
    'letters set apart': 'k a u c j a  ',
    'letters set apart without end': 'a.b-c ',
    'digits among letters': 'a1b2c3',
    'letters for noughts': '3OOO ',
    emoji: '👨‍👩‍👧‍👦🔥',
    spaces: ' ',
    lines: '\n',
    names: 'Firma Anna Praca W Berlinie ',
    'anywhere words': 'czat krypto kasyno chat оператор чата ',
    countries: 'holandia niemcy kambodża ',
  }).map(([name, piece]) => [name, filled(piece)]),
)

function filled(piece: string) {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
}
