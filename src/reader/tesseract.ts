import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Strip } from './missed.ts'
import type { Place } from './place.ts'

/** What we use of tesseract.js-core: the C++ of tesseract and leptonica, by their own names. */
interface Core {
  FS: {
    writeFile(path: string, bytes: Uint8Array): void
    readFile(path: string): Uint8Array
    unlink(path: string): void
  }
  TessBaseAPI: new () => Api
  ETEXT_DESC: unknown
  wrapPointer(at: number, kind: unknown): object
  getPointer(object: object): number
  getValue(at: number, kind: 'i32'): number
  setValue(at: number, value: number | bigint, kind: 'i32' | 'i64'): void
  _malloc(bytes: number): number
  _free(at: number): void
  _pixDestroy(at: number): void
}

interface Api {
  /** 0 where all models were taken. */
  Init(folder: null, languages: string, engine: number): number
  SetVariable(name: string, value: string): void
  /** Reads `/input`; 0 where it can. */
  SetImageFile(exif: number, radians: number): number
  SetRectangle(left: number, top: number, width: number, height: number): void
  GetThresholdedImage(): Pix
  FindLines(): number
  /** In radians: how far lines climb. */
  GetGradient(): number
  /** 0 where the monitor's time was enough. */
  Recognize(monitor: object): number
  GetTSVText(): string
  /** Into `/image.png`. */
  WriteImage(kind: number): void
  Clear(): void
}

/** A picture of black and white, 32 points a word, the leftmost highest. */
interface Pix {
  w: number
  h: number
  /** Words of a row. */
  wpl: number
  data: number
}

/** How paper is told from ink. */
export type Threshold = 'global' | 'local'

export interface Look {
  /** As EXIF counts them. */
  turn: number
  threshold: Threshold
}

export interface Changes {
  width: number
  rows: number[]
}

export interface Tesseract {
  /** Takes the bytes that the next calls are about. */
  take(picture: Uint8Array): void
  /** Opens the picture. Whether it could. */
  open(look: Look): boolean
  /** How often each row of what is looked at changes between paper and ink. */
  changes(): Changes
  /** Turns it by what its lines climb. */
  straighten(look: Look): void
  /** Looks at these rows alone, with a threshold of their own. */
  narrow(strip: Strip, width: number): void
  /** The table of words; undefined where the milliseconds were not enough. */
  words(milliseconds: number): string | undefined
  /** The open picture in grey, for whoever does not know its kind. */
  png(): Uint8Array
  drop(): void
}

/** The engine that reads lines by a neural net; the older one is not in this build. */
const lstm = 1

/** The layout is looked for: columns, text on its side, photos without any. The API's own default takes all for one block. */
const automatic = '3'

const thresholds: Record<Threshold, string> = { global: '0', local: '2' }

/** As the binding counts pictures: in colour, grey, black and white. */
const grey = 1

/** Lines that climb by less, in radians, are read as they are. */
const slight = 0.005

/** Loads the models: half a second of processor time, 160 MB. Throws where a file is missing. */
export async function openTesseract({ letters, models }: Place): Promise<Tesseract> {
  const create: (own: object) => Promise<Core> = createRequire(import.meta.url)(letters)
  const silent = () => undefined
  // Its remarks about a picture are no concern of the log; what fails is told by what it returns.
  const core = await create({ print: silent, printErr: silent, TesseractProgress: silent })
  const names = models.map((path) => basename(path, '.traineddata.gz'))
  for (const [at, path] of models.entries())
    core.FS.writeFile(`${names[at]}.traineddata`, gunzipSync(readFileSync(path)))
  const api = new core.TessBaseAPI()
  if (api.Init(null, names.join('+'), lstm) !== 0) throw new Error('tesseract takes no model')
  api.SetVariable('tessedit_pageseg_mode', automatic)
  return operate(core, api)
}

function operate(core: Core, api: Api): Tesseract {
  const until = createMonitor(core)
  return {
    take: (picture) => core.FS.writeFile('/input', picture),
    open({ turn, threshold }) {
      api.SetVariable('thresholding_method', thresholds[threshold])
      return api.SetImageFile(turn, 0) === 0
    },
    changes: () => changes(core, api.GetThresholdedImage()),
    straighten({ turn }) {
      api.FindLines()
      const climb = api.GetGradient()
      if (Math.abs(climb) >= slight) api.SetImageFile(turn, climb)
    },
    // Where a strip is as wide as the picture, tesseract reads what stands at the foot of the picture instead.
    narrow: ({ from, to }, width) =>
      api.SetRectangle(1, Math.round(from), width - 2, Math.round(to - from)),
    words: (milliseconds) =>
      api.Recognize(until(milliseconds)) === 0 ? api.GetTSVText() : undefined,
    png() {
      api.WriteImage(grey)
      const bytes = core.FS.readFile('/image.png')
      core.FS.unlink('/image.png')
      return bytes
    },
    drop() {
      api.Clear()
      core.FS.unlink('/input')
    },
  }
}

/** As long as `ETEXT_DESC` of tesseract 5, with room to spare, and where its `end_time` lies. */
const monitorBytes = 64
const endTimeAt = 24

/** A monitor that ends a recognition, so many milliseconds from now. The binding has no setter for its time. */
function createMonitor(core: Core) {
  const at = core._malloc(monitorBytes)
  for (let byte = 0; byte < monitorBytes; byte += 4) core.setValue(at + byte, 0, 'i32')
  const monitor = core.wrapPointer(at, core.ETEXT_DESC)
  return (milliseconds: number) => {
    // Its steady clock is this one, in nanoseconds.
    const end = BigInt(Math.round((performance.now() + milliseconds) * 1e6))
    core.setValue(at + endTimeAt, end, 'i64')
    return monitor
  }
}

function changes(core: Core, pix: Pix): Changes {
  const { w, h, wpl, data } = pix
  const rows = Array.from({ length: h }, (_, row) => {
    let count = 0
    for (let word = 0; word < wpl; word += 1)
      count += changesIn(core.getValue(data + (row * wpl + word) * 4, 'i32'))
    return count
  })
  destroy(core, pix)
  return { width: w, rows }
}

/** How many of the 32 points of a word are another colour than the one before. */
function changesIn(word: number): number {
  let rest = (word ^ (word << 1)) & ~1
  let count = 0
  for (; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** `pixDestroy` asks for the place where the pointer stands. */
function destroy(core: Core, pix: Pix) {
  const at = core._malloc(4)
  core.setValue(at, core.getPointer(pix), 'i32')
  core._pixDestroy(at)
  core._free(at)
}
