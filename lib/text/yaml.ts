import {
  boolCoreTag,
  defineMappingTag,
  defineScalarTag,
  FAILSAFE_SCHEMA,
  load,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullCoreTag,
  YAMLException,
} from 'js-yaml'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Ruby before 2.0 wrote whatever is not ASCII so, and Jekyll's importers with it: `title: !binary |-⏎  w6k=`. */
const binaryText = {
  resolve: (source: string) => {
    try {
      return utf8.decode(Buffer.from(source, 'base64'))
    } catch {
      return NOT_RESOLVED
    }
  },
  identify: () => false,
}

/** Text stays text: `404`, `2020-10-12` and `1602509541.0172567` reach us as they were written. */
const textSchema = FAILSAFE_SCHEMA.withTags(
  nullCoreTag,
  boolCoreTag,
  mergeTag,
  defineScalarTag('!binary', binaryText),
  defineScalarTag('tag:yaml.org,2002:binary', binaryText),
  defineScalarTag('!ruby/', { resolve: (source) => source, identify: () => false, matchByTagPrefix: true }),
  defineMappingTag('!ruby/', { ...mapTag, identify: () => false, matchByTagPrefix: true }),
)

const MAX_DEPTH = 100
const MAX_ALIASES = 100
const MAX_MERGED_KEYS = 1000

/** Values with aliases written out: four hundred bytes of them can stand for more than fit into any memory. */
const MAX_VALUES = 500_000

/**
 * Reads YAML into strings, booleans, null, lists and mappings; nothing else is guessed from a scalar. Empty text is
 * an empty mapping. With `repeatedKeys: 'last'` the last of repeated keys wins instead of being an error.
 *
 * @throws {YAMLException} with the place of the fault in `mark`.
 * @throws {RangeError} for values without an end.
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
  if (countValues(loaded, 0, new Set()) > MAX_VALUES)
    throw new YAMLException(`there are more than ${MAX_VALUES} values, aliases written out`)
  return loaded ?? {}
}

/**
 * Counts on from `count`, no further than is allowed.
 *
 * @param around the lists and mappings that `value` is in
 * @throws {RangeError} for one that is in itself: it has no end
 */
function countValues(value: unknown, count: number, around: Set<unknown>): number {
  if (typeof value !== 'object' || value === null) return count + 1
  if (around.has(value)) throw new RangeError('an alias stands for what it is in')
  around.add(value)
  let sum = count + 1
  for (const inner of Object.values(value)) {
    if (sum > MAX_VALUES) break
    sum = countValues(inner, sum, around)
  }
  around.delete(value)
  return sum
}
