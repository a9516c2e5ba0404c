import type { Need } from './needs.ts'
import type { Moment } from './zones.ts'

/** What a person has agreed to hand over, beside what they write from then on. */
export interface Shared {
  /** Where they want to work or do. */
  country?: string
  /** Warning signs that the checks have found, by id. */
  signs?: string[]
  /** Numbers of firms, by id. */
  firms?: string[]
}

export type SharedItem = keyof Shared

/** Why a case is urgent, the strongest reason first. */
export const urgencies = ['cry', 'desk', 'critical', 'minor'] as const
export type Urgency = (typeof urgencies)[number]

export type CaseState = 'waiting' | 'taken' | 'closed'

/** Somebody who talks with a desk. It holds no word of theirs, no name and nothing else that tells who they are. */
export interface Case {
  /** The update by which the person agreed. */
  id: number
  /** Counts the writes; 0 was never written. */
  version: number
  desk: string
  /** The desk's group. */
  group: number
  /** The topic; undefined until it is opened. */
  thread?: number
  /** It takes the place of one that is gone, and what the person wrote last is not there yet. */
  isAnew?: true
  /** The message there that says what the case is about. */
  card?: number
  /** What the desk calls the person: `heron-47`. */
  name: string
  /** Which language the person reads. */
  language: string
  isMinor?: true
  /** Nobody at the desk is known to speak that language. */
  isForeign?: true
  shared: Shared
  /** In milliseconds, and the wording that they saw, by its day. */
  consent: { at: number; wording: string }
  state: CaseState
  /** Who has taken it, by Telegram's number for them. */
  by?: number
  /** Who had it before its person went on with it. */
  had?: number
  /** Who leads the desk has had it, so complaints do not go to them. */
  isOfLead?: true
  urgent?: Urgency
  /** What they need, as the desk has noted it. */
  needs?: Need[]
  /** Words of the desk are shown on a press only. */
  waits?: true
  /** Since when it waits for somebody of the desk, in milliseconds; undefined: since the consent. */
  waitingSince?: number
  /** How often the desk was called because nobody had taken it, since then. */
  called?: number
  /** Desks that had it before, and did not go on with it. */
  left?: string[]
  /** The person was asked whether another desk shall go on with it. */
  isOffered?: true
  /** To which organisations the desk would pass it on, and what the person says to that. */
  referrals?: Referral[]
  /** What was agreed: by which day, and which message of the topic says it. */
  plan?: { day: string; message?: number }
  /** Which message of the topic the desk is reminded of. */
  reminder?: number
  /** Which second member has read it, when, in milliseconds. */
  review?: { by: number; at: number }
  /** What the clock brings to the desk, by minutes since 1970. */
  clock?: { [what in CaseClock]?: number }
  /** The last albums of the desk of which a part was kept back: so is the rest. Inside: it began with `//`. */
  albums?: { id: string; isInside?: true }[]
  /** Messages in the topic that the person has not seen yet. */
  unseen?: number[]
  /** What these answer to in the topic, by their numbers. */
  unseenTo?: { [message: string]: number }
  /** The last messages in the topic that nobody may be shown: they were changed to what stays there before they were copied. */
  withheld?: number[]
  /** The last messages of the person that were complaints: no change of them goes to the desk. */
  apart?: number[]
  /** When somebody of the desk first answered, in milliseconds. */
  answeredAt?: number
  /** When a word last kept it alive, in milliseconds; undefined while it is young. */
  touchedAt?: number
  closedAt?: number
  /** Its person has taken back what they agreed to, so they cannot go on with it. */
  isWithdrawn?: true
  /** The update by which its person last went on with it, so that its repeat is known. */
  reopened?: number
  /** It was over, and counted: it never is again. */
  isCounted?: true
  /** Its person has said whether it helped. */
  isRated?: true
  /** The update by which the desk last changed it, so that its repeat is known. */
  deed?: number
}

/** Nobody has taken it in time; it was to be remembered; the day of the plan has come. */
export const caseClocks = ['limit', 'remind', 'plan'] as const
export type CaseClock = (typeof caseClocks)[number]

/** An organisation, by the id of its contact, and what the person says to it, since when in milliseconds. */
export interface Referral {
  to: string
  isAgreed?: boolean
  at?: number
}

/** The one that they have been asked about and have not answered. */
export function askedReferral({ referrals = [] }: Pick<Case, 'referrals'>): Referral | undefined {
  return referrals.find(({ at }) => at === undefined)
}

/** For another reason than their age, which says what to mind and not that it must be now. */
export function isUrgent({ urgent }: Pick<Case, 'urgent'>): boolean {
  return urgent !== undefined && urgent !== 'minor'
}

/** A case as its person may see it. */
export type HeldCase = {
  /** What the desk is called. */
  desk: string
  /** What it speaks. */
  languages: string[]
  complaints: string
  /** In milliseconds. */
  since: number
  wording: string
  shared: SharedItem[]
  isTaken?: true
  /** It is over, and held for a while. */
  isClosed?: true
  /** Its desk does not talk with them for a while. */
  isParted?: true
  /** Who leads the desk has talked with them. */
  isOfLead?: true
  waits?: true
  unseen?: number
  /** Nobody has taken it, and nobody is to answer before. */
  opens?: Moment
  /** How often the desk was called, because nobody had taken it in time. */
  called?: number
  /** Another desk could go on with it. */
  isOffered?: true
  /** What the desk has noted: what they need, and the day by which something was agreed. */
  needs?: Need[]
  planned?: string
  /** What the organisation is called to which the desk would pass it on, if they agree. */
  referral?: string
  /** Those to which it may. */
  referred?: string[]
}

/**
 * Somebody has taken it; it waits for somebody else; nobody took it in time; another desk could; the desk asks whether it may be passed on;
 * a message came and the person stands elsewhere; one came that shows on a press; it was closed; it could not be brought to the desk; it was
 * closed, and the desk does not talk with them for a while; another desk that they agreed to cannot take it, so they stay with theirs.
 */
export const newsOfDesks = [
  'taken',
  'waiting',
  'late',
  'offered',
  'referral',
  'wrote',
  'unseen',
  'closed',
  'lost',
  'parted',
  'kept',
] as const
export type News = (typeof newsOfDesks)[number]

/** Whether the talk has helped, as the person says. */
export const helps = ['yes', 'partly', 'no'] as const
export type Helped = (typeof helps)[number]
