import { z } from 'zod'
import { siteSchema } from '#lib/config/site.ts'
import {
  authorFrontMatterSchema,
  pageFrontMatterSchema,
  postFrontMatterSchema,
} from './front-matter-schema.ts'

export const SCHEMA_NAMES = ['site', 'post', 'page', 'author'] as const

export type SchemaName = (typeof SCHEMA_NAMES)[number]

const SCHEMAS: Readonly<Record<SchemaName, { title: string; schema: z.ZodType }>> = {
  site: { title: 'site.yaml of Broadsheet', schema: siteSchema },
  post: { title: 'Front matter of a story', schema: postFrontMatterSchema },
  page: { title: 'Front matter of a page', schema: pageFrontMatterSchema },
  author: { title: 'Front matter of an author', schema: authorFrontMatterSchema },
}

/** JSON Schema (draft 2020-12) of what a writer may write: defaults are not required. */
export function toJsonSchema(name: SchemaName): object {
  const { title, schema } = SCHEMAS[name]
  return { title, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) }
}
