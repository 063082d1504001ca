import { z } from 'zod'
import { parseJson } from '#lib/text/json.ts'

const schema = z.strictObject({ title: z.string() })

it('is a value of the schema', () => {
  expect(parseJson(schema, '{"title":"Tide"}')).toEqual({ title: 'Tide' })
})

it.each([['{"title":1}'], ['{}'], ['{"title":"Tide","more":1}'], ['null']])('refuses %s', (text) => {
  expect(() => parseJson(schema, text)).toThrow(z.ZodError)
})

it('refuses what is no JSON', () => {
  expect(() => parseJson(schema, '{')).toThrow(SyntaxError)
})
