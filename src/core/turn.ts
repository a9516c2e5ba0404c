import type { Helped, News, Shared } from './case.ts'
import type { Answer, NumberRead, Question } from './firm/firm.ts'
import type { PictureFault } from './picture.ts'

/** A text by name, never words: `offer:fee.text`. A language given here wins over the person's. */
export type Text = { key: string; vars?: Vars; language?: string }

/** What fills the holes of a text. Strings are escaped; texts are looked up; a list becomes lines. */
export type Vars = { [name: string]: string | number | Text | Text[] }

/** One button of a screen. */
export type Choice = { id: string; label: Text }

/** The step that a screen's buttons belong to. */
export type Place = { flow: string; step: string }

/** Everything that can happen to a person's talk. */
export type Input =
  /** Said: by words that call for it, wherever the person stands; theirs, if somebody else's were passed on. */
  | { kind: 'open'; flow: string; step?: string; isSaid?: true; isTheirs?: true }
  | { kind: 'press'; flow: string; step: string; choice: string; isTyped?: true }
  | Message
  | Picture
  | PictureRead
  /** The registers have answered a question that a step asked. */
  | { kind: 'checked'; answer: Answer }
  | DeskFound
  | DeskNews
  /** A message shall go, the one that this answers. */
  | { kind: 'take-back'; message?: number }
  | { kind: 'unknown-command' }

/**
 * Which desk would talk with the person; none where nobody is there, or where whoever is there does not talk with them (parted). Away: nobody is to
 * answer at this hour. Before: the one of a talk that is over, with which they may go on.
 */
export type DeskFound = {
  kind: 'desk-found'
  desk?: string
  isAway?: true
  before?: string
  isParted?: true
}

/** Something that the desk did with the person's case. Where it waits, what it is shows on a press only. With the desk that they
 * stay with. */
export type DeskNews = { kind: 'desk-news'; news: News; waits?: true; desk?: string }

/** What somebody wrote or passed on. */
export type Message = {
  kind: 'message'
  text?: string
  /** What stands below a picture or a file; a bare one has neither. */
  caption?: string
  /** Words of somebody else, passed on. */
  isTheirs?: boolean
  /** What was written above the words, where these are quoted. */
  above?: Message
  /** Where the quoted words lead, unless those above them answer the question. */
  asks?: Place
  /** Something beside the words that nobody reads. */
  holds?: Unread
  /** It answers to what stands in another chat. */
  isElsewhere?: true
  /** A place that moves with whoever sent it. */
  isLive?: true
  /** Words below a picture that were changed; the picture was read before. */
  isBelow?: true
  /** Files that were sent as one, with the update that brought this one. */
  album?: { name: string; id: number }
  /** It changes what was understood before: the last thing that was done, or something that the person has gone on from. */
  isEdit?: 'newest' | 'past'
  numbers?: NumberRead[]
  /** Whether it is what stands on a button. */
  isLabel?: (label: Text) => boolean
  /** One of several pictures of the same advert. */
  isPart?: true
  /** A machine has read it from a picture. */
  isRead?: true
}

/** What nobody reads: a recording or film, a file, a telephone or address, a place, a link; anything else. */
export type Unread = 'recording' | 'file' | 'contact' | 'place' | 'link' | 'other'

/** A picture came; what stands in it is read meanwhile. */
export type Picture = {
  kind: 'picture'
  /** Tells it from other pictures of the person. */
  id: number
  /** Pictures that were sent as one. */
  album?: string
  /** What stands below it. */
  message: Message
  /** Known before it is opened. */
  fault?: PictureFault
  /** Where the words below it lead that nothing may keep waiting. */
  urgent?: Place
}

/** What stands in a picture that came before. */
export type PictureRead = {
  kind: 'read'
  /** Which one. */
  of: number
  /** It was sent as one with others. */
  isOfAlbum?: true
  /** Nothing of ours says that it is being read. */
  isQuiet?: true
  /** The person has gone on since. */
  isLate?: true
  /** Something else was answered since, below what says that it is being read. */
  isBelow?: true
  fault?: PictureFault
  /** Somebody's papers, so nothing of it is read. */
  isPaper?: true
  /** Many of its letters may be wrong. */
  isBlurred?: true
  /** A code in it leads somewhere. */
  hasCode?: true
  /** Its words, those of somebody else. */
  message: Message
  /** Where these lead that no step may keep waiting. */
  urgent?: Place
}

/** A screen with buttons; Back, Menu and SOS come by themselves. A kept one has none and stays in the chat. */
export type Show = {
  kind: 'show'
  text: Text
  at?: Place
  choices?: Choice[]
  progress?: { at: number; of: number }
  keep?: true
  /** Where it lands after a press: a kept one over the message that was pressed, another one below it, as a new message. */
  lands?: 'over' | 'below'
}

/** Who helps in a country, one record a screen. Whether it is open now is known only when it is shown. */
export type ShowContact = {
  kind: 'contact'
  id: string
  at: Place
  choices: Choice[]
}

/** A minimum wage of a country, one a screen. Which amount holds, and whether it may have changed, depends on the day. */
export type ShowWage = {
  kind: 'wage'
  country: string
  /** Which of the country's scales, counted from 0. */
  scale: number
  at: Place
  choices: Choice[]
}

/**
 * A screen of the step's own kind that depends on what is held when it is shown. Its name is all that is decided, so a
 * long list costs no more than a question.
 */
export type Draw = { kind: 'draw'; at: Place; view: string }

/** Something that the clock will bring, with the minute since 1970. */
export type Due = { minute: number; what: string }

/** What comes to a person by itself, because they asked for it, until they end it. */
export type Held = { dues: Due[]; themes: string[] }

/**
 * What the scan finds in the message that this update brought, one page a message that stays. It holds no word of it:
 * the message is scanned again when the page is shown.
 */
export type ShowFound = { kind: 'found'; page: number }

/** Where the codes of the picture lead that this input has read, in one message that stays. It holds no word of them. */
export type ShowCodes = { kind: 'codes' }

/**
 * What the registers answered, in one message that stays. It holds no word of theirs: the answer is at hand when it is shown. `typed`
 * is the firm's name in the offer, to compare theirs with.
 */
export type ShowFirm = { kind: 'firm'; typed?: string }

/** What is done outside the talk, at once or, after a crash, by whoever comes next. */
export type Deed =
  | Show
  | ShowContact
  | ShowWage
  | Draw
  | ShowFound
  | ShowFirm
  | ShowCodes
  /** A short word beside the screen: over a press, above an answer to a message. */
  | { kind: 'hint'; text: Text }
  /** Ask the registers; the answer comes back as an input of its own. */
  | { kind: 'check'; question: Question }
  /** Read the picture that came; what stands in it comes back as an input of its own. Quiet: nothing says so. */
  | { kind: 'read'; isQuiet?: true }
  /** The clock shall bring these from now on, and nothing that was planned before. */
  | { kind: 'remind'; dues: Due[] }
  /** Tips about a theme shall come, or come no more. */
  | { kind: 'subscribe'; theme: string; on: boolean }
  /** What comes by itself shall come in the language that the person speaks from now on. */
  | { kind: 'speak' }
  /** Nothing of this shall come by itself any more. */
  | { kind: 'end'; what: (keyof Held)[] }
  /** A message of ours that says what is over is taken away. */
  | { kind: 'unsay'; message: number }
  /** Which desk would talk with the person; the answer comes back as an input of its own. */
  | { kind: 'find-desk' }
  | HandOff
  | Relay
  /** The message that this one answers goes away, here and at the desk. */
  | { kind: 'take-back'; message: number }
  /** What the desk wrote and the person has not seen yet is shown. */
  | { kind: 'reveal' }
  /** The person ends their case, or takes back what they agreed to. */
  | { kind: 'end-case'; isWithdrawn?: true }
  /** The desk may pass the case on to the organisation that it has named, or may not. */
  | { kind: 'referral'; isAgreed: boolean }
  /** The person goes on with their case, which was over. */
  | { kind: 'reopen' }
  /** The message that came is a complaint about the desk, for who leads it. */
  | { kind: 'complain' }
  /** Whether the talk with the desk has helped. */
  | { kind: 'feedback'; helped: Helped }
  /** Empty the chat on the phone and end with one neutral line. */
  | { kind: 'hide' }
  /** Delete everything we hold about the person and say so. */
  | { kind: 'forget' }

/**
 * The message that came is copied to the desk. Too many: it stays here, because so much came at once. Last: it is about a talk that is over.
 */
export type Relay = { kind: 'relay'; isUrgent?: true; isTooMany?: true; isLast?: true }

/** A desk shall talk with the person, who has agreed to hand over this. */
export type HandOff = {
  kind: 'hand-off'
  desk: string
  shared: Shared
  /** The wording that they agreed to, by its day. */
  wording: string
  /** Words of the desk are shown on a press only. */
  waits?: true
}

/** What is done of a list of things to do: the items, by the list as `departure.list`. */
export type Ticks = { [list: string]: string[] }

/** What the last advert told that other checks can begin with: numbers of firms by id, a country. Never a word of it. */
export type Noted = { numbers: string[]; country?: string }

/** The newest picture that is being read, or was; those of its album are parts of the same advert. */
export type Reading = {
  last: number
  album?: string
  /** What came of its other parts: an answer, help that was called for below one, or an advert that waits for the last one. */
  led?: Led
  /** One of its other parts could not be read well. */
  isPoor?: true
  /** Numbers of firms that stood below it, by id: the advert's too. */
  numbers?: string[]
}

export const leds = ['answered', 'helped', 'held'] as const
export type Led = (typeof leds)[number]

/** What is known of a person beside their way; it outlives a flow. */
export type Facts = {
  language?: string
  country?: string
  /** Under 18, as they said when a flow asked. */
  minor?: boolean
  ticks?: Ticks
  noted?: Noted
  reading?: Reading
  /** The desk that talks with them; false when it does no more. */
  case?: string | false
}

/** The same, where what is not known may be said to be undefined. */
export type Known = { [Name in keyof Facts]?: Facts[Name] | undefined }

/** Everything the bot can do about it; a fact about the person goes into the talk itself. */
export type Effect = Deed | ({ kind: 'set' } & Facts)

/** A step on the way, with the answer once it is given. */
export type Visit = { step: string; answer?: string }

/** A way through one flow; the person stands on the last step. */
export type Way = { flow: string; path: Visit[] }

/** A way that waits, with the one that it has interrupted itself. */
export type Waiting = Way & { resume?: Way }

/** Where a person is, the way to go on with after an aside, and the aside that led to this one with what was answered there. */
export type State = Way & { resume?: Waiting; from?: Place & { answer?: string } }

/** What one input did. */
export type Turn = { state: State; effects: Effect[] }
