import { z } from 'zod'
import type { Site } from '#lib/config/site.ts'
import { SERVER_VERSION } from './server-card.ts'
import { callTool, listTools, type ToolResult } from './tools.ts'

/** Revisions of the protocol we speak, newest first; a request for any other is answered with the newest. */
const VERSIONS = ['2025-11-25', '2025-06-18', '2025-03-26'] as const

const messageSchema = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string().max(200), z.number()]).optional(),
  method: z.string().max(200).optional(),
  params: z.record(z.string(), z.unknown()).optional(),
})

const callSchema = z.object({ name: z.string().max(200), arguments: z.unknown().optional() })

/** JSON-RPC's own codes. @see https://www.jsonrpc.org/specification#error_object */
const PARSE_ERROR = -32700
const INVALID_REQUEST = -32600
const METHOD_NOT_FOUND = -32601
const INVALID_PARAMS = -32602

type Paper = Pick<Site, 'name' | 'tagline' | 'description' | 'search'>
type Outcome = { result: object } | { error: { code: number; message: string } }

/**
 * Answers one message of the Model Context Protocol, without a session: each says all there is to know. Null for a
 * notification, which gets no answer.
 *
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/transports
 */
export async function answerMessage(text: string, site: Paper, now: Date): Promise<object | null> {
  const json = parseJson(text)
  if (json === undefined) return toReply(null, fail(PARSE_ERROR, 'This is not JSON.'))
  const parsed = messageSchema.safeParse(json)
  if (!parsed.success) return toReply(null, fail(INVALID_REQUEST, 'This is no JSON-RPC 2.0 message.'))
  const { id, method, params = {} } = parsed.data
  if (id === undefined || method === undefined) return null
  return toReply(id, await run(method, params, site, now))
}

async function run(
  method: string,
  params: Record<string, unknown>,
  site: Paper,
  now: Date,
): Promise<Outcome> {
  switch (method) {
    case 'initialize':
      return { result: describeServer(params.protocolVersion, site) }
    case 'ping':
      return { result: {} }
    case 'tools/list':
      return { result: { tools: listTools(site) } }
    case 'tools/call': {
      const call = callSchema.safeParse(params)
      if (!call.success) return fail(INVALID_PARAMS, 'A call has the name of a tool.')
      const { name, arguments: given } = call.data
      const result = await callTool(name, given, now)
      return result === null
        ? fail(INVALID_PARAMS, `There is no tool ${name}.`)
        : { result: toContent(result) }
    }
    default:
      return fail(METHOD_NOT_FOUND, `There is no method ${method}.`)
  }
}

function describeServer(asked: unknown, { name, tagline, description }: Paper): object {
  return {
    protocolVersion: VERSIONS.find((version) => version === asked) ?? VERSIONS[0],
    capabilities: { tools: {} },
    serverInfo: { name: 'broadsheet', title: name, version: SERVER_VERSION },
    instructions: description || tagline || name,
  }
}

function toContent({ text, data, isError = false }: ToolResult): object {
  return {
    content: [{ type: 'text', text: text.toWellFormed() }],
    ...(data === undefined ? {} : { structuredContent: data }),
    isError,
  }
}

function toReply(id: string | number | null, outcome: Outcome): object {
  return { jsonrpc: '2.0', id, ...outcome }
}

function fail(code: number, message: string): Outcome {
  return { error: { code, message } }
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
