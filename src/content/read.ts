import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, LineCounter, parseDocument, visit } from 'yaml'
import type * as z from 'zod'
import type { Fault } from '../core/review/fault.ts'

/** Reads one file of the authors by its schema; undefined after a fault was reported. */
export type Read = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
) => z.infer<Schema> | undefined

interface Request<Schema> {
  root: string
  path: string
  schema: Schema
  report: (fault: Fault) => void
  known?: Known | undefined
}

/** Trees that were read before without a fault, by their texts. */
export type Known = Map<string, unknown>

/** YAML or JSON (which is YAML); a fault names the line and the key. A file that is missing is a fault too. */
export function readFile<Schema extends z.ZodType>(
  request: Request<Schema>,
): z.infer<Schema> | undefined {
  const { root, path, schema, report, known } = request
  const text = readText(join(root, path))
  if (text === undefined) {
    report({ file: path, at: '', fault: 'the file is missing', cure: 'Create it.' })
    return undefined
  }
  const tree = known?.get(text) ?? (path.endsWith('.json') ? readJson(text) : undefined)
  const quick = tree === undefined ? undefined : schema.safeParse(tree)
  return quick?.success ? quick.data : readSlowly(request, text)
}

/** JSON in which each key stands once; undefined for all else, which is read again slowly, to say where it is wrong. */
function readJson(text: string): unknown {
  try {
    const tree: unknown = JSON.parse(text)
    return keysWritten(text) === keysIn(tree) ? tree : undefined
  } catch {
    return undefined
  }
}

function keysWritten(text: string) {
  const strings = [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)]
  return strings.filter(([, colon]) => colon).length
}

function keysIn(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null) return 0
  const inner = Object.values(tree)
  const own = Array.isArray(tree) ? 0 : inner.length
  return inner.reduce((count: number, one) => count + keysIn(one), own)
}

function readSlowly<Schema extends z.ZodType>(
  { path, schema, report, known }: Request<Schema>,
  text: string,
): z.infer<Schema> | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const mistakes = mistakesIn(document)
  for (const { message, offset } of mistakes) {
    const at = `line ${lines.linePos(offset).line}`
    report({
      file: path,
      at,
      fault: `cannot be read: ${message}`,
      cure: 'Mend the punctuation or the indentation there.',
    })
  }
  if (mistakes.length > 0) return undefined
  const tree: unknown = document.toJS()
  const parsed = schema.safeParse(tree)
  if (parsed.success) {
    known?.set(text, tree)
    return parsed.data
  }
  for (const issue of parsed.error.issues) report(toFault(path, issue, { document, lines }))
  return undefined
}

function readText(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Wrong punctuation, and YAML's references (`*name`), which nobody writes on purpose here. */
function mistakesIn(document: Document) {
  const found = document.errors.map(({ message, pos: [offset] }) => ({ message, offset }))
  visit(document, {
    Alias: (_key, { source, range }) => {
      found.push({ message: `quote what begins with *${source}`, offset: range?.[0] ?? 0 })
    },
  })
  return found
}

function toFault(
  file: string,
  issue: z.core.$ZodIssue,
  source: { document: Document; lines: LineCounter },
): Fault {
  const inner = deepest(issue)
  const key = inner.path.map(String).join('.')
  const line = lineOf(inner.path, source)
  return {
    file,
    at: line ? `line ${line}, ${key}` : key,
    fault: inner.message,
    cure: 'Compare with the comments in flows/start.yaml and docs/authors.md.',
  }
}

/** Of a choice between shapes, the shape that came furthest tells best what is wrong. */
function deepest(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0]
  if (!inner) return issue
  const found = deepest(inner)
  return { path: [...issue.path, ...found.path], message: found.message }
}

function lineOf(
  path: PropertyKey[],
  { document, lines }: { document: Document; lines: LineCounter },
) {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
      return lines.linePos(Number(node.range[0])).line
    }
  }
  return undefined
}
