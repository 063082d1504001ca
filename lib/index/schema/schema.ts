import { sha256 } from '#lib/text/hash.ts'
import { SEARCH_SCHEMA } from './search-schema.ts'

/**
 * The index: a view of the files, never the truth. Instants are milliseconds since 1970, as `Date` counts.
 *
 * - `file`     one row for each file seen. `stamp` is size, mtime and ctime; equal stamps are not read again.
 * - `post`     the last good reading of each story. `slug` is null for an identical copy of another file.
 *              `mapped`: sitemaps name it. From `coverage_start` to `coverage_end` a live story is live.
 * - `packed_body` its Markdown, compressed, apart: lists must not drag it through memory. `body` is the same as text.
 * - `live_update` the updates of live stories, each as it could last be read; `live_intro` the text above them.
 * - `list`     every list a reader can open (all, section, tag, author, year, month); `total` counts its rows.
 * - `listing`  which story stands in which list, in reading order. Drafts and copies stand in none.
 * - `alias`    other paths a story answers for: its front matter names them, or (`moved`) it had that slug before.
 * - `redirect` addresses that lead to a fixed one: settings, pages and authors name them. A `path` may end in `/*`.
 * - `gone`     slugs of deleted stories that the public had seen. The one thing here that the files cannot tell.
 * - `identity` the first address of a story that has another one now: what feed readers know it by.
 * - `translation` which story says it is the same as which in another language: a slug, or a file below `posts/`.
 * - `announcement` addresses that changed and the services still to be told of them.
 * - `problem`  what is wrong, by the step that found it.
 * - `reference` which pages (by cache tag) name which file, or which old address, in their text: they change when what it
 *              leads to does.
 * - `picture`  what is known of a picture, by its address. `stamp` is that of its file, or what its site calls this version
 *              of it; `hash` is null until its bytes were checked; `due` is when it is to be fetched, or asked for again;
 *              `tries` is how often that failed in a row, or how often it was the same still; `fault` is why it cannot be had.
 * - `picture_use` which content file names which picture, as its own or (`body`) in its text.
 * - `picture_key` which picture, and which point of it, an address of derived pictures stands for: several where
 *              files hold the same bytes.
 * - `tag`      the revision at which what a cache tag names last changed, and the instant.
 * - `search…`  the words of the stories: `search-schema.ts`.
 */
export const SCHEMA = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE file (
  path TEXT PRIMARY KEY,
  stamp TEXT NOT NULL,
  hash TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE post (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  slug TEXT UNIQUE,
  base_slug TEXT NOT NULL,
  copy_key TEXT NOT NULL,
  copy_of TEXT,
  language TEXT NOT NULL,
  published INTEGER NOT NULL,
  expires INTEGER,
  breaking_until INTEGER,
  coverage_start INTEGER,
  coverage_end INTEGER,
  draft INTEGER NOT NULL,
  mapped INTEGER NOT NULL DEFAULT 1,
  month TEXT NOT NULL,
  modified INTEGER NOT NULL,
  corrected INTEGER NOT NULL,
  data TEXT NOT NULL
);
CREATE INDEX post_month ON post (month, published, expires, modified)
  WHERE slug IS NOT NULL AND draft = 0 AND mapped = 1;
CREATE INDEX post_corrected ON post (published) WHERE slug IS NOT NULL AND draft = 0 AND corrected = 1;
CREATE INDEX post_name ON post (name);
CREATE INDEX post_base_slug ON post (base_slug);
CREATE INDEX post_copy_key ON post (copy_key);
CREATE INDEX post_published ON post (published) WHERE slug IS NOT NULL AND draft = 0;
-- Whether the public may see a story, without reading its row.
CREATE INDEX post_live ON post (id, published, expires, slug) WHERE slug IS NOT NULL AND draft = 0;
CREATE INDEX post_expires ON post (expires) WHERE slug IS NOT NULL AND draft = 0 AND expires IS NOT NULL;

CREATE INDEX post_breaking ON post (breaking_until) WHERE breaking_until IS NOT NULL;

CREATE INDEX post_coverage_start ON post (coverage_start) WHERE coverage_start IS NOT NULL;
CREATE INDEX post_coverage_end ON post (coverage_end) WHERE coverage_end IS NOT NULL;

CREATE TABLE live_update (
  post INTEGER NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  pinned INTEGER NOT NULL,
  is_key INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (post, id)
) WITHOUT ROWID;
CREATE INDEX live_update_order ON live_update (post, pinned, at, ordinal);
CREATE TABLE live_intro (post INTEGER PRIMARY KEY, text TEXT NOT NULL);

CREATE TABLE packed_body (post INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE VIEW body (post, text) AS SELECT post, unpack_text(data) FROM packed_body;

CREATE TABLE list (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  total INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kind, slug)
);

CREATE TABLE listing (
  list INTEGER NOT NULL,
  published INTEGER NOT NULL,
  slug TEXT NOT NULL,
  post INTEGER NOT NULL,
  expires INTEGER,
  PRIMARY KEY (list, published, slug)
) WITHOUT ROWID;
CREATE INDEX listing_expires ON listing (list, expires) WHERE expires IS NOT NULL;

CREATE TABLE alias (
  path TEXT NOT NULL,
  post INTEGER NOT NULL,
  moved INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (path, post)
) WITHOUT ROWID;
CREATE INDEX alias_post ON alias (post);

CREATE TABLE redirect (
  path TEXT NOT NULL,
  file TEXT NOT NULL,
  target TEXT NOT NULL,
  status INTEGER NOT NULL,
  PRIMARY KEY (path, file)
) WITHOUT ROWID;
CREATE INDEX redirect_file ON redirect (file);

CREATE TABLE gone (slug TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE identity (post INTEGER PRIMARY KEY, path TEXT NOT NULL);

CREATE TABLE translation (
  post INTEGER NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (post, target)
) WITHOUT ROWID;
CREATE INDEX translation_target ON translation (target);

CREATE TABLE announcement (
  service TEXT NOT NULL,
  url TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL,
  added INTEGER NOT NULL,
  PRIMARY KEY (service, url)
) WITHOUT ROWID;
CREATE INDEX announcement_due ON announcement (service, due);

CREATE TABLE page (file TEXT PRIMARY KEY, slug TEXT NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX page_slug ON page (slug);
CREATE TABLE author (
  file TEXT PRIMARY KEY,
  slug TEXT NOT NULL,
  name_slug TEXT NOT NULL,
  data TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX author_slug ON author (slug);
CREATE INDEX author_name_slug ON author (name_slug);

CREATE TABLE reference (name TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (name, tag)) WITHOUT ROWID;

CREATE TABLE picture (
  source TEXT PRIMARY KEY,
  stamp TEXT NOT NULL,
  hash TEXT,
  width INTEGER,
  height INTEGER,
  frames INTEGER,
  tone TEXT,
  fault TEXT,
  due INTEGER,
  tries INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX picture_due ON picture (due) WHERE due IS NOT NULL;
CREATE INDEX picture_fault ON picture (source) WHERE fault IS NOT NULL;

CREATE TABLE picture_use (
  file TEXT NOT NULL,
  place TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (file, place, source)
) WITHOUT ROWID;
CREATE INDEX picture_use_source ON picture_use (source);

CREATE TABLE picture_key (
  key TEXT NOT NULL,
  source TEXT NOT NULL,
  hash TEXT NOT NULL,
  focus TEXT NOT NULL,
  PRIMARY KEY (key, source)
) WITHOUT ROWID;

CREATE TABLE problem (
  id INTEGER PRIMARY KEY,
  step TEXT NOT NULL,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  severity TEXT NOT NULL,
  data TEXT NOT NULL
);
CREATE INDEX problem_file ON problem (file, step);
CREATE INDEX problem_step ON problem (step, file);
CREATE INDEX problem_error ON problem (file) WHERE severity = 'error';

CREATE TABLE tag (name TEXT PRIMARY KEY, revision INTEGER NOT NULL, changed INTEGER NOT NULL) WITHOUT ROWID;
${SEARCH_SCHEMA}`

/** A number of the tables above: an index of another version is thrown away and rebuilt from the files. Never 0. */
export const SCHEMA_VERSION = 3 + Number.parseInt(sha256(SCHEMA).slice(0, 7), 16)
