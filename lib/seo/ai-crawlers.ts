/**
 * Names AI companies' crawlers go by in robots.txt, by what they fetch pages for. From the companies' own pages, as they
 * stood in November 2026; `Google-Extended` and `Applebot-Extended` are no crawlers but words their companies heed.
 */
export const AI_CRAWLERS = {
  training: [
    'AI2Bot',
    'Amazonbot',
    'Applebot-Extended',
    'Bytespider',
    'CCBot',
    'ClaudeBot',
    'cohere-training-data-crawler',
    'Diffbot',
    'Google-CloudVertexBot',
    'Google-Extended',
    'GPTBot',
    'ImagesiftBot',
    'meta-externalagent',
    'omgili',
    'PanguBot',
    'Timpibot',
    'webzio-extended',
  ],
  search: [
    'Claude-SearchBot',
    'DuckAssistBot',
    'meta-webindexer',
    'OAI-SearchBot',
    'PerplexityBot',
    'YouBot',
  ],
  people: ['ChatGPT-User', 'Claude-User', 'meta-externalfetcher', 'MistralAI-User', 'Perplexity-User'],
} as const
