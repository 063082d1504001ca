import { boolCoreTag, FAILSAFE_SCHEMA, load, mergeTag, nullCoreTag } from 'js-yaml'

/** Text stays text: `404`, `2020-10-12` and `1602509541.0172567` reach us as they were written. */
const textSchema = FAILSAFE_SCHEMA.withTags(nullCoreTag, boolCoreTag, mergeTag)

const MAX_DEPTH = 100
const MAX_ALIASES = 100
const MAX_MERGED_KEYS = 1000

/**
 * Reads YAML into strings, booleans, null, lists and mappings; nothing else is guessed from a scalar. Empty text is
 * an empty mapping. With `repeatedKeys: 'last'` the last of repeated keys wins instead of being an error.
 *
 * @throws {YAMLException} with the place of the fault in `mark`.
 */
export function loadYaml(text: string, { repeatedKeys }: { repeatedKeys: 'refuse' | 'last' }): unknown {
  if (!/^[ \t]*[^\s#]/m.test(text)) return {}
  const loaded = load(text, {
    schema: textSchema,
    json: repeatedKeys === 'last',
    maxDepth: MAX_DEPTH,
    maxAliases: MAX_ALIASES,
    maxTotalMergeKeys: MAX_MERGED_KEYS,
  })
  return loaded ?? {}
}
