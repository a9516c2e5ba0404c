import fc from 'fast-check'
import type { Source } from '../../src/app/ports/source.ts'
import type { Pending, Talk } from '../../src/app/ports/talk.ts'
import type { Question } from '../../src/core/firm/firm.ts'
import type {
  Choice,
  Deed,
  Due,
  Held,
  Place,
  Show,
  ShowContact,
  ShowWage,
  State,
  Text,
  Visit,
  Waiting,
  Way,
} from '../../src/core/turn.ts'
import { leds } from '../../src/core/turn.ts'

/** A talk in which everything stands that a talk can hold. */
export const richTalk: Talk = {
  language: 'uk',
  country: 'DE',
  minor: false,
  state: {
    flow: 'sos',
    path: [{ step: 'where', answer: 'DE' }, { step: 'who' }],
    resume: {
      flow: 'offer',
      path: [{ step: 'country', answer: 'DE' }, { step: 'fee' }],
      resume: { flow: 'agency', path: [{ step: 'where' }] },
    },
  },
  ticks: { 'departure.list': ['contract', 'code-word'] },
  noted: { numbers: ['kraz-98765', 'vat-DE136695976'], country: 'NL' },
  recent: [812_345_678, 812_345_690],
  pace: { minute: 29_912_340, count: 19 },
  pending: {
    message: {
      update: 812_345_678,
      at: 1_795_348_800_123,
      message: 71,
      sentAt: 1_795_348_799,
      effects: [
        {
          kind: 'show',
          keep: true,
          text: {
            key: 'common:verdict.strong',
            vars: {
              count: 2,
              cite: 'Art. 18 <b>',
              points: {
                key: 'join:lines',
                vars: { items: [{ key: 'indicators:offer_fee.label' }, { key: 'a:b', vars: {} }] },
              },
            },
          },
        },
        {
          kind: 'contact',
          id: 'de-emergency',
          at: { flow: 'sos', step: 'who' },
          choices: [{ id: 'next-2', label: { key: 'common:next-point', vars: { at: 2, of: 5 } } }],
        },
        {
          kind: 'wage',
          country: 'NO',
          scale: 3,
          at: { flow: 'pay', step: 'list' },
          choices: [{ id: 'other', label: { key: 'pay:list.other' } }],
        },
        { kind: 'found', page: 1 },
        { kind: 'firm', typed: 'Arctic Jobs' },
        { kind: 'hint', text: { key: 'common:use-buttons', language: 'pl' } },
      ],
    },
    press: {
      update: 812_345_690,
      at: 0,
      message: 72,
      sentAt: 0,
      effects: [
        {
          kind: 'show',
          at: { flow: 'offer', step: 'fee' },
          text: { key: 'offer:fee.text' },
          choices: [
            { id: 'yes', label: { key: 'offer:fee.yes' } },
            { id: 'no', label: { key: 'common:no' } },
          ],
          progress: { at: 8, of: 13 },
        },
        { kind: 'draw', at: { flow: 'departure', step: 'list' }, view: 'page-0' },
        { kind: 'remind', dues: [{ minute: 29_912_340, what: 'arrival' }] },
        { kind: 'subscribe', theme: 'country-NL', on: true },
        { kind: 'end', what: ['dues', 'themes'] },
        { kind: 'speak' },
        { kind: 'hide' },
        { kind: 'forget' },
      ],
    },
  },
  version: 0,
}

const name = fc.stringMatching(/^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,2}$/)
const anything = fc.string({ unit: 'binary' })
/** The signs that the stored form is made of must not confuse it. */
const answer = fc.oneof(anything, fc.string({ unit: fc.constantFrom('a', '=', '.', '@', '~') }))
const count = fc.nat()
const place: fc.Arbitrary<Place> = fc.record({ flow: name, step: name })

const { text } = fc.letrec<{ text: Text }>((tie) => ({
  text: fc.record(
    {
      key: anything,
      vars: fc.dictionary(
        anything.filter((hole) => hole !== '__proto__'),
        fc.oneof(
          { depthSize: 'small', withCrossShrink: true },
          anything,
          fc.integer(),
          tie('text'),
          fc.array(tie('text'), { maxLength: 3 }),
        ),
        { maxKeys: 3 },
      ),
      language: anything,
    },
    { requiredKeys: ['key'] },
  ),
}))

/** Texts that follow from the step's name are stored shorter, so they have to come often and in disguise. */
function textOf(usual: string): fc.Arbitrary<Text> {
  return fc.oneof(
    text,
    text.map((one) => ({ ...one, key: usual })),
  )
}

function choicesAt({ flow, step }: Place): fc.Arbitrary<Choice[]> {
  const choice = name.chain((id) =>
    fc.record({
      id: fc.constant(id),
      label: fc.oneof(textOf(`${flow}:${step}.${id}`), labelOfCode(id), labelOfCode('other')),
    }),
  )
  return fc.array(choice, { maxLength: 4 })
}

function labelOfCode(code: string): fc.Arbitrary<Text> {
  return fc.constantFrom<Text>(
    { key: 'name:country', vars: { code } },
    { key: 'name:country', vars: { code }, language: code },
    { key: 'name:own-language', language: code },
    { key: 'name:language', vars: { code } },
  )
}

const show: fc.Arbitrary<Show> = place.chain((at) =>
  fc.record(
    {
      kind: fc.constant('show'),
      text: textOf(`${at.flow}:${at.step}.text`),
      at: fc.constant(at),
      choices: choicesAt(at),
      progress: fc.record({ at: count, of: count }),
      keep: fc.constant(true),
    },
    { requiredKeys: ['kind', 'text'] },
  ),
)
const contact: fc.Arbitrary<ShowContact> = place.chain((at) =>
  fc.record({
    kind: fc.constant('contact'),
    id: anything,
    at: fc.constant(at),
    choices: choicesAt(at),
  }),
)
const due: fc.Arbitrary<Due> = fc.record({ minute: count, what: name })
const wage: fc.Arbitrary<ShowWage> = place.chain((at) =>
  fc.record({
    kind: fc.constant('wage'),
    country: anything,
    scale: count,
    at: fc.constant(at),
    choices: choicesAt(at),
  }),
)
const question: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ by: fc.constant('number'), number: name, proves: fc.constantFrom('firm', 'agency') }),
  fc.record({
    by: fc.constant('name'),
    name: anything,
    country: anything,
    proves: fc.constantFrom('firm', 'agency'),
  }),
)

/** One of each kind: whoever adds a kind adds it here. */
const effects: { [Kind in Deed['kind']]: fc.Arbitrary<Extract<Deed, { kind: Kind }>> } = {
  show,
  contact,
  wage,
  found: fc.record({ kind: fc.constant('found'), page: count }),
  firm: fc.record({ kind: fc.constant('firm'), typed: anything }, { requiredKeys: ['kind'] }),
  hint: fc.record({ kind: fc.constant('hint'), text }),
  draw: fc.record({ kind: fc.constant('draw'), at: place, view: anything }),
  check: fc.record({ kind: fc.constant('check'), question }),
  codes: fc.constant({ kind: 'codes' }),
  read: fc.record(
    { kind: fc.constant('read'), isQuiet: fc.constant(true) },
    { requiredKeys: ['kind'] },
  ),
  remind: fc.record({ kind: fc.constant('remind'), dues: fc.array(due, { maxLength: 4 }) }),
  subscribe: fc.record({ kind: fc.constant('subscribe'), theme: anything, on: fc.boolean() }),
  end: fc.record({
    kind: fc.constant('end'),
    what: fc.subarray<keyof Held>(['dues', 'themes']),
  }),
  speak: fc.constant({ kind: 'speak' }),
  unsay: fc.record({ kind: fc.constant('unsay'), message: count }),
  'find-desk': fc.constant({ kind: 'find-desk' }),
  'hand-off': fc.record(
    {
      kind: fc.constant('hand-off'),
      desk: name,
      shared: fc.record(
        { country: name, signs: fc.array(name), firms: fc.array(name) },
        { requiredKeys: [] },
      ),
      wording: name,
      waits: fc.constant(true),
    },
    { requiredKeys: ['kind', 'desk', 'shared', 'wording'] },
  ),
  relay: fc.record(
    {
      kind: fc.constant('relay'),
      isUrgent: fc.constant(true),
      isTooMany: fc.constant(true),
      isLast: fc.constant(true),
    },
    { requiredKeys: ['kind'] },
  ),
  'take-back': fc.record({ kind: fc.constant('take-back'), message: fc.nat() }),
  reveal: fc.constant({ kind: 'reveal' }),
  'end-case': fc.record(
    { kind: fc.constant('end-case'), isWithdrawn: fc.constant(true) },
    { requiredKeys: ['kind'] },
  ),
  referral: fc.record({ kind: fc.constant('referral'), isAgreed: fc.boolean() }),
  reopen: fc.constant({ kind: 'reopen' }),
  complain: fc.constant({ kind: 'complain' }),
  feedback: fc.record({
    kind: fc.constant('feedback'),
    helped: fc.constantFrom('yes', 'partly', 'no'),
  }),
  hide: fc.constant({ kind: 'hide' }),
  forget: fc.constant({ kind: 'forget' }),
}
const effect: fc.Arbitrary<Deed> = fc.oneof(...Object.values(effects))

const visit: fc.Arbitrary<Visit> = fc.record({ step: name, answer }, { requiredKeys: ['step'] })
const way: fc.Arbitrary<Way> = fc.record({ flow: name, path: fc.array(visit, { maxLength: 6 }) })
const waiting: fc.Arbitrary<Waiting> = fc
  .record({ way, resume: way }, { requiredKeys: ['way'] })
  .map(({ way: there, ...more }) => ({ ...there, ...more }))
const room = fc.record({ flow: name, step: name, answer }, { requiredKeys: ['flow', 'step'] })
const state: fc.Arbitrary<State> = fc
  .record({ way, resume: waiting, from: room }, { requiredKeys: ['way'] })
  .map(({ way: here, ...more }) => ({ ...here, ...more }))
const bare = {
  update: count,
  at: count,
  message: count,
  sentAt: count,
  effects: fc.array(effect, { maxLength: 3 }),
  failed: count,
}
const needed = ['update', 'at', 'message', 'sentAt', 'effects'] as const
const left = fc.array(fc.record(bare, { requiredKeys: [...needed] }), { maxLength: 2 })
const pending: fc.Arbitrary<Pending> = fc.record({ ...bare, left }, { requiredKeys: [...needed] })
const sources: { [Name in Source]: typeof pending } = {
  message: pending,
  press: pending,
  check: pending,
  read: pending,
  desk: pending,
  due: pending,
}

/** Any talk that the types allow, before it was written for the first time. */
export const anyTalk: fc.Arbitrary<Talk> = fc.record(
  {
    language: anything,
    country: anything,
    minor: fc.boolean(),
    case: name,
    state,
    ticks: fc.dictionary(name, fc.array(name, { minLength: 1, maxLength: 4 })),
    noted: fc.record(
      {
        numbers: fc.array(fc.constantFrom('kraz-8448', 'vat-DE136695976', 'siret-1'), {
          maxLength: 3,
        }),
        country: fc.constantFrom('DE', 'NL'),
      },
      { requiredKeys: ['numbers'] },
    ),
    reading: fc.record(
      {
        last: count,
        album: fc.stringMatching(/^\w{1,20}$/),
        led: fc.constantFrom(...leds),
        isPoor: fc.constant(true),
        numbers: fc.constantFrom(['kraz-8448'], ['nip-7740001454', 'vat-DE136695976']),
      },
      { requiredKeys: ['last'] },
    ),
    recent: fc.array(count, { maxLength: 32 }),
    pace: fc.record({ minute: count, count }),
    cut: count,
    pending: fc.record(sources, { requiredKeys: [] }),
    version: fc.constant(0),
  },
  { requiredKeys: ['recent', 'pending', 'version'] },
)
