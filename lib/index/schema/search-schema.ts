/**
 * The index of words, part of the index's own schema. It knows stories by the row of `post` they are.
 *
 * - `search`          the words of each story as `tokenize` gives them, without the text. Its row number is the story's
 *                     place (`to-place.ts`): later stories have greater ones. The body comes first, as FTS5 stores the
 *                     positions of the first column shortest. `facets` has what a search can be narrowed to.
 * - `search_story`    which story has which place, and what is counted or compared without reading it: its section and a
 *                     sketch of its text (64 bits in two halves) by which near-duplicates are known.
 * - `search_word`     each word of the paper and in how many stories it is: for variants of a word, typos, related stories.
 * - `search_spelt`    those of them whose misspellings are looked for.
 * - `search_typo`     hashes of each of these with one letter left out (and of the word itself), by which misspellings find it.
 * - `search_language` in how many stories a language is used: whose stems are tried.
 *
 * The words of hidden stories are here too. Whatever is told from these tables is compared with the rule of what is live first.
 */
export const SEARCH_SCHEMA = `
-- Words as version 1 of tokenize.ts, fold-word.ts and search-text.ts gives them: count up when they give others.
CREATE VIRTUAL TABLE search USING fts5(
  body, title, standfirst, authors, tags, facets,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search, row);

CREATE TABLE search_story (
  place INTEGER PRIMARY KEY,
  post INTEGER NOT NULL UNIQUE,
  section TEXT,
  sketch_high INTEGER NOT NULL,
  sketch_low INTEGER NOT NULL
);

CREATE TABLE search_word (word TEXT PRIMARY KEY, stories INTEGER NOT NULL, spelt INTEGER) WITHOUT ROWID;
CREATE TABLE search_spelt (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
CREATE TABLE search_typo (key INTEGER NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE TABLE search_language (language TEXT PRIMARY KEY, stories INTEGER NOT NULL) WITHOUT ROWID;
`
