import { addDocument } from '../wire/files.ts'
import type { World } from '../world.ts'
import type { Anything } from './anything.ts'

/** What somebody may send who only wants to see what the bot does with it. Its kinds are Telegram's names. */
export type Sample = keyof typeof SAMPLES

const clip = (kind: string, duration: number) => {
  // Like a photo that comes without a file: getFile has nothing of it.
  return { file_id: `${kind}-sample`, file_unique_id: `${kind}-sample`, duration }
}
const hotel = { latitude: 52.3727, longitude: 4.8936 }
const advert =
  'Work in the Netherlands, 17 € an hour, a room is paid for. Send a photo of your passport today.'

const SAMPLES = {
  contact: () => ({
    // A number that Ofcom keeps for stories, which nobody has.
    contact: { phone_number: '+447700900123', first_name: 'Adam', last_name: '(recruiter)' },
  }),
  location: () => ({ location: hotel }),
  venue: () => ({
    venue: { location: hotel, title: 'Workers’ hotel', address: 'Damrak 1, Amsterdam' },
  }),
  poll: () => ({
    poll: {
      ...{ id: '1', question: 'Would you go?', type: 'regular', total_voter_count: 0 },
      ...{ is_closed: false, is_anonymous: true, allows_multiple_answers: false },
      ...{ allows_revoting: true, members_only: false },
      options: ['Yes', 'No'].map((text) => ({ persistent_id: text, text, voter_count: 0 })),
    },
  }),
  checklist: () => ({
    checklist: {
      title: 'Before I go',
      tasks: ['Copy the passport', 'Read the contract'].map((text, at) => ({ id: at + 1, text })),
    },
  }),
  voice: () => ({ voice: { ...clip('voice', 7), mime_type: 'audio/ogg' } }),
  video: () => ({ video: { ...clip('video', 12), width: 720, height: 1280 } }),
  video_note: () => ({ video_note: { ...clip('video_note', 9), length: 384 } }),
  sticker: () => {
    const { duration: _none, ...file } = clip('sticker', 0)
    const looks = { type: 'regular', is_animated: false, is_video: false, emoji: '👍' }
    return { sticker: { ...file, ...looks, width: 512, height: 512 } }
  },
  story: () => ({
    story: { id: 1, chat: { id: -1_001_000_000_001, type: 'channel', title: 'Work abroad' } },
  }),
  document: ({ files }: World) => {
    const about = { name: 'contract.pdf', mime: 'application/pdf', width: 0, height: 0 }
    return { document: addDocument(files, Buffer.from(PDF), about) }
  },
  rich_message: () => ({
    rich_message: {
      blocks: [
        { type: 'heading', text: 'Work in the Netherlands', size: 1 },
        {
          type: 'paragraph',
          text: ['17 € an hour, ', { type: 'bold', text: 'a room is paid for' }],
        },
      ],
    },
  }),
  /** An answer to a message of another chat, from which a part is quoted. */
  external_reply: ({ clock }: World) => ({
    text: 'Is it true?',
    external_reply: {
      origin: { type: 'hidden_user', date: clock.unix(), sender_user_name: 'Somebody' },
    },
    quote: { text: advert, position: 0, is_manual: true },
  }),
} satisfies Record<string, (world: World) => Anything>

export function sampleOf(world: World, kind: Sample): Anything {
  return SAMPLES[kind](world)
}

export function isSample(kind: string): kind is Sample {
  return Object.hasOwn(SAMPLES, kind)
}

/** One empty page. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
`
