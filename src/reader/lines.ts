/** A line of a picture. */
export interface Line {
  /** Lines of one paragraph have one name. */
  paragraph: string
  box: Box
  words: Word[]
}

export interface Word {
  text: string
  box: Box
  /** How sure the reader is of it: 0 to 100. */
  confidence: number
}

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** The words of tesseract's table, line by line. */
export function linesOf(table: string): Line[] {
  const lines: Line[] = []
  for (const row of table.split('\n').map((one) => one.split('\t'))) {
    const [level, page, block, paragraph] = row
    const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = row.slice(6, 11).map(Number)
    const text = row[11] ?? ''
    const box = { left, top, width, height }
    if (level === '4') lines.push({ paragraph: [page, block, paragraph].join(), box, words: [] })
    if (level === '5' && text.trim() !== '') lines.at(-1)?.words.push({ text, box, confidence })
  }
  return lines.filter(({ words }) => words.length > 0)
}

/** Below it a line is an icon, an emoji or a pattern, not words: those have 85 and more. */
const junkBelow = 60

export function withoutJunk(lines: Line[]): Line[] {
  return lines.filter((line) => confidenceOf([line]) >= junkBelow)
}

/** As they stand in the picture, with an empty line between paragraphs: there a sentence ends. */
export function textOf(lines: Line[]): string {
  const parts = lines.map((line, at) => {
    const before = lines[at - 1]
    const gap = !before ? '' : goesOn(before, line) ? '\n' : '\n\n'
    return gap + line.words.map(({ text }) => text).join(' ')
  })
  return parts.join('')
}

/** Between lines of one sentence there is less room than a line is high. Of text on its side, tesseract's paragraphs must do. */
function goesOn(before: Line, line: Line): boolean {
  if (before.paragraph === line.paragraph) return true
  if (isAside(before) || isAside(line)) return false
  const [above, below] = [before.box, line.box]
  const room = below.top - above.top - above.height
  const most = 0.8 * Math.min(above.height, below.height)
  return room < most && room > -above.height
}

function isAside({ box }: Line) {
  return box.height > box.width
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
