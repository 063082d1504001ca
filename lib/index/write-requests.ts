import type { Problem } from '#lib/problems/problem.ts'
import type { Fault } from './faults.ts'

/** Who is told of changes: search engines of a story's address, the hub of its feeds', a shared cache of cache tags. */
export type Service = 'indexnow' | 'websub' | `purge ${string}`

/** A path or a cache tag that changed, when it last was queued, and how often telling of it was tried. */
export type Announcement = { path: string; added: number; attempts: number }

/** What the index keeps of a picture whose bytes were decoded once. `tone` is its average colour, `#rrggbb`, or ''. */
export type PictureRecord = { hash: string; width: number; height: number; frames: number; tone: string }

/** What a rendering found, to be noted in the index: plain data. `tag` is the cache tag of what shows the text. */
export type FoundInText = {
  /** Content files the text links to, and the path each had at that moment. */
  links: readonly { file: string; url: string | null }[]
  sourceFile: string
  tag: string
  /** Sources of the pictures in the text; null leaves them as they were. */
  pictures: readonly string[] | null
  /** What had to be left out; null leaves it as it was. */
  problems: readonly Problem[] | null
}

/** What is written about a picture. `due` is in milliseconds; `fault` says why it cannot be had. */
export type PictureWrite =
  | { of: 'seen'; stamp: string; checked: PictureRecord; due: number | null }
  | { of: 'fault'; stamp: string; fault: string | null; due: number | null; tries: number }
  | { of: 'kept'; due: number; tries: number }
  | { of: 'wanted'; due: number }
  | { of: 'removed' }

/**
 * Everything that is written on behalf of readers, as plain data: it may be sent to the thread that owns the index.
 * `late`: milliseconds since 1970 after which no render awaits it, and pages were made without it.
 */
export type Write =
  | { kind: 'rendering'; found: FoundInText; now: number }
  | { kind: 'picture'; source: string; write: PictureWrite; late: number | null }
  | { kind: 'picture-key'; key: string; source: string; hash: string; focus: string }
  | { kind: 'announced'; service: Service; told: Announcement[]; due: number | null }
  | { kind: 'meta'; key: string; value: string }
  /** Looks at a picture of the content folder, for an instance that does not read the files. */
  | { kind: 'look'; source: string }
  /** Everything that shared caches hold under these tags is to be purged. */
  | { kind: 'purge'; tags: readonly string[] }
  /** A thread that only reads has a fault to say (`isRaised`), or that it is over. */
  | { kind: 'fault'; fault: Fault; isRaised: boolean; message: string }
  /** Brings the clone of CONTENT_GIT up with its branch. */
  | { kind: 'pull' }
