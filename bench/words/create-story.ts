import { createSequence, createZipf, pick, shuffle } from './sequence.ts'
import { listNames, VOCABULARIES, type Vocabulary } from './vocabularies.ts'

/** An invented story. `titleWords` and `words` are its text before it was set: without capitals and stops. */
export type InventedStory = {
  language: string
  space: string
  title: string
  titleWords: string[]
  description: string
  section: string
  tags: string[]
  author: string
  paragraphs: string[]
  words: string[]
}

const SECTIONS = ['News', 'Harbour', 'Business', 'Culture', 'Sport', 'Opinion']
const TOPICS = 200
const TOPIC_WORDS = 60
const NAMES = listNames(2_000)

type Source = {
  vocabulary: Vocabulary
  draw: (next: () => number) => number
  topics: readonly (readonly string[])[]
}

const SOURCES: readonly Source[] = VOCABULARIES.map((vocabulary, place) => {
  const rare = shuffle(vocabulary.words.slice(Math.min(60, vocabulary.words.length / 4)), place + 10)
  const topics = Array.from({ length: TOPICS }, (_, topic) => {
    const start = (topic * TOPIC_WORDS) % Math.max(1, rare.length - TOPIC_WORDS)
    return rare.slice(start, start + TOPIC_WORDS)
  })
  return { vocabulary, draw: createZipf(vocabulary.words.length), topics }
})

/** The story of this number, of about `bytes` of UTF-8. */
export function createStory(number: number, bytes: number): InventedStory {
  const next = createSequence(number + 1)
  const source = toSource(next() % 100)
  const topic = next() % TOPICS
  const word = createWords(source, topic, next)
  const { language, space } = source.vocabulary
  const titleWords = [...word.rare(3), ...word.any(3)]
  const words: string[] = []
  const paragraphs: string[] = []
  for (let size = 0; size < bytes - 400; ) {
    const sentences = Array.from({ length: 6 }, () => word.any(8 + (next() % 9)))
    words.push(...sentences.flat())
    const paragraph = sentences
      .map((sentence) => setSentence(sentence, source.vocabulary))
      .join('')
      .trim()
    paragraphs.push(paragraph)
    size += Buffer.byteLength(paragraph) + 2
  }
  return {
    language,
    space,
    title: toCapital(titleWords.join(space)),
    titleWords,
    description: setSentence(word.any(18), source.vocabulary).trim(),
    section: pick(SECTIONS, next),
    tags: [`tag ${topic}`, `tag ${next() % TOPICS}`],
    author: NAMES[next() % 40] ?? '',
    paragraphs,
    words,
  }
}

function toSource(percent: number): Source {
  let left = percent
  const source = SOURCES.find(({ vocabulary }) => {
    left -= vocabulary.share
    return left < 0
  })
  if (source === undefined) throw new Error('The shares of the languages make less than 100')
  return source
}

/** Draws words: most from the whole vocabulary, one in eight from the topic, now and then a name. */
function createWords({ vocabulary, draw, topics }: Source, topic: number, next: () => number) {
  const ofTopic = topics[topic] ?? vocabulary.words
  const drawWord = (): string => {
    const kind = next() % 64
    if (kind < 8) return pick(ofTopic, next)
    if (kind === 8 && vocabulary.space === ' ') return pick(NAMES, next)
    return vocabulary.words[draw(next)] ?? ''
  }
  const drawRare = () =>
    vocabulary.words[Math.floor(vocabulary.words.length / 8 + (next() % (vocabulary.words.length * 0.8)))] ??
    ''
  return {
    any: (count: number) => Array.from({ length: count }, drawWord),
    rare: (count: number) =>
      Array.from({ length: count }, (_, at) => (at === 0 ? pick(ofTopic, next) : drawRare())),
  }
}

function setSentence(words: readonly string[], { space, stop }: Vocabulary): string {
  return toCapital(words.join(space)) + stop
}

function toCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
