import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { isUpload } from './upload.ts'

/** The whole Bot API as data: every method and type with its fields. */
export interface Shapes {
  methods: Map<string, Shape>
  types: Map<string, Shape>
}

type Field = z.infer<typeof Field>
const Field = z.object({
  name: z.string(),
  types: z.array(z.string()),
  required: z.boolean(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
})

export type Shape = z.infer<typeof Shape>
const Shape = z.object({
  fields: z.array(Field).default([]),
  subtypes: z.array(z.string()).optional(),
  returns: z.array(z.string()).default([]),
})

const File = z.object({
  methods: z.record(z.string(), Shape),
  types: z.record(z.string(), Shape),
})

export function loadShapes(): Shapes {
  const text = readFileSync(new URL('./shapes.json', import.meta.url), 'utf8')
  const { methods, types } = File.parse(JSON.parse(text))
  return { methods: new Map(Object.entries(methods)), types: new Map(Object.entries(types)) }
}

/** What is wrong with the parameters of a call, in words; undefined if nothing is. */
export function faultOfCall(shapes: Shapes, method: string, payload: object): string | undefined {
  const shape = shapes.methods.get(method)
  return shape ? faultOfFields(shapes, shape, payload, '') : `there is no method ${method}`
}

/** What is wrong with a value that should have one of these types. */
export function faultOfValue(
  shapes: Shapes,
  types: string[],
  value: unknown,
  at: string,
): string | undefined {
  const faults: string[] = []
  for (const type of types) {
    const fault = faultOfType(shapes, type, value, at)
    if (!fault) return undefined
    faults.push(fault)
  }
  return closest(faults)
}

/** Of several alternatives the one that fitted longest tells best what is wrong. */
function closest(faults: string[]): string | undefined {
  const depth = (fault: string) => fault.split(/[.[]/).length
  return faults.toSorted((one, other) => depth(other) - depth(one))[0]
}

/** What the documentation says in words only. */
const ALSO = new Map([['RichText', ['String', 'Array of RichText']]])

function faultOfType(shapes: Shapes, type: string, value: unknown, at: string): string | undefined {
  const item = /^Array of (.+)$/.exec(type)?.[1]
  if (item !== undefined) return faultOfArray(shapes, item, value, at)
  const isPlain = plain[type]
  if (isPlain) return isPlain(value) ? undefined : `${at}: expected ${type}, got ${nameOf(value)}`
  const shape = shapes.types.get(type)
  if (shape?.subtypes) {
    const possible = [...(ALSO.get(type) ?? []), ...meant(shapes, shape.subtypes, value)]
    return faultOfValue(shapes, possible, value, at)
  }
  if (!shape) return `${at}: unknown type ${type}`
  if (!isObject(value)) return `${at}: expected ${type}, got ${nameOf(value)}`
  return faultOfFields(shapes, shape, value, at)
}

/** Of several objects those that it says to be, mostly by its `type`; all if it says nothing known. */
function meant({ types }: Shapes, subtypes: string[], value: unknown): string[] {
  const given = new Map<string, unknown>(isObject(value) ? Object.entries(value) : [])
  const fitting = subtypes.filter((name) => {
    const named = types.get(name)?.fields.filter((field) => field.required && field.enum) ?? []
    return named.every((field) => field.enum?.some((allowed) => allowed === given.get(field.name)))
  })
  return fitting.length > 0 ? fitting : subtypes
}

function faultOfArray(shapes: Shapes, item: string, value: unknown, at: string) {
  if (!Array.isArray(value)) return `${at}: expected Array of ${item}, got ${nameOf(value)}`
  for (const [index, element] of value.entries()) {
    const fault = faultOfType(shapes, item, element, `${at}[${index}]`)
    if (fault) return fault
  }
  return undefined
}

function faultOfFields(shapes: Shapes, shape: Shape, value: object, at: string) {
  const given = new Map<string, unknown>(Object.entries(value))
  for (const field of shape.fields) {
    const path = at ? `${at}.${field.name}` : field.name
    const fault = faultOfField(shapes, field, given.get(field.name), path)
    if (fault) return fault
    given.delete(field.name)
  }
  const [unknown] = given.keys()
  return unknown === undefined
    ? undefined
    : `${at ? `${at}.` : ''}${unknown}: there is no such parameter`
}

function faultOfField(shapes: Shapes, field: Field, value: unknown, at: string) {
  if (value === undefined) return field.required ? `${at}: missing` : undefined
  const fault = faultOfValue(shapes, field.types, value, at)
  if (fault || !field.enum || Array.isArray(value)) return fault
  const isAllowed = field.enum.some((allowed) => allowed === value)
  return isAllowed ? undefined : `${at}: ${JSON.stringify(value)} is not one of ${field.enum}`
}

const plain: Record<string, (value: unknown) => boolean> = {
  Integer: Number.isSafeInteger,
  Float: Number.isFinite,
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  // A lone surrogate cannot be written in UTF-8, so Telegram refuses the string.
  String: (value) => typeof value === 'string' && value.isWellFormed(),
  InputFile: isUpload,
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'string') return value.isWellFormed() ? 'a string' : 'a broken string'
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`
}
