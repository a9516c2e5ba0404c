/** A line of a picture, with how sure the reader is of it. */
export interface Line {
  /** Lines of one paragraph have one number. */
  paragraph: string
  words: Word[]
}

interface Word {
  text: string
  confidence: number
}

/** The words of tesseract's table, line by line. */
export function linesOf(table: string): Line[] {
  const lines: Line[] = []
  for (const row of table.split('\n').map((one) => one.split('\t'))) {
    const [level, page, block, paragraph] = row
    const [confidence, text = ''] = row.slice(10)
    if (level === '4') lines.push({ paragraph: [page, block, paragraph].join(), words: [] })
    if (level !== '5' || text.trim() === '') continue
    lines.at(-1)?.words.push({ text, confidence: Number(confidence) })
  }
  return lines.filter(({ words }) => words.length > 0)
}

/** Below it a line is an icon, an emoji or a photo, not words. */
const junkBelow = 60

export function withoutJunk(lines: Line[]): Line[] {
  return lines.filter((line) => confidenceOf([line]) >= junkBelow)
}

/** As they stand in the picture, with an empty line between paragraphs. */
export function textOf(lines: Line[]): string {
  const parts = lines.map(({ paragraph, words }, at) => {
    const before = lines[at - 1]
    const gap = !before ? '' : before.paragraph === paragraph ? '\n' : '\n\n'
    return gap + words.map(({ text }) => text).join(' ')
  })
  return parts.join('')
}

/** The mean of the words, longer ones weighing more: 0 to 100. */
export function confidenceOf(lines: Line[]): number {
  let sum = 0
  let letters = 0
  for (const { text, confidence } of lines.flatMap(({ words }) => words)) {
    sum += confidence * text.length
    letters += text.length
  }
  return letters === 0 ? 0 : Math.round(sum / letters)
}
