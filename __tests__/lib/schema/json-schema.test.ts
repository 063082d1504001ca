import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { SCHEMA_NAMES, toJsonSchema } from '#lib/schema/to-json-schema.ts'
import { loadYaml } from '#lib/text/yaml.ts'

it.each(SCHEMA_NAMES)('%s is a JSON Schema with a title and properties', (name) => {
  const schema = z
    .object({
      title: z.string(),
      type: z.literal('object'),
      $schema: z.string(),
      properties: z.looseObject({}),
    })
    .parse(toJsonSchema(name))
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
})

it('knows every setting of the sample paper’s site.yaml, and no misspelt one', () => {
  const { properties, additionalProperties, required } = z
    .object({
      properties: z.looseObject({}),
      additionalProperties: z.boolean(),
      required: z.array(z.string()).optional(),
    })
    .parse(toJsonSchema('site'))
  const settings = z
    .looseObject({})
    .parse(loadYaml(readFileSync('content/site.yaml', 'utf8'), { repeatedKeys: 'refuse' }))
  expect(Object.keys(settings).filter((name) => !Object.hasOwn(properties, name))).toEqual([])
  expect(additionalProperties).toBe(false)
  expect(required).toBeUndefined()
})

it('knows every key that the guide for writers names', () => {
  const { properties } = z.object({ properties: z.looseObject({}) }).parse(toJsonSchema('post'))
  const keys = [
    'title',
    'description',
    'date',
    'updated',
    'expires',
    'draft',
    'section',
    'tags',
    'authors',
    'image',
    'slug',
    'aliases',
    'lang',
    'canonical',
    'corrections',
    'translations',
  ]
  expect(keys.filter((key) => !Object.hasOwn(properties, key))).toEqual([])
})
