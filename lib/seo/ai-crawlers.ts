/**
 * Names AI companies' crawlers go by in robots.txt, by what they fetch pages for. Every name stands in the list of
 * ai.robots.txt (https://github.com/ai-robots-txt/ai.robots.txt, robots.txt at 000552c2). What OpenAI's, Anthropic's,
 * Meta's and Amazon's are for was checked in 2026 against others' copies and summaries of those companies' pages, that of
 * the rest against nothing. `Google-Extended` and `Applebot-Extended` are no crawlers but words their companies heed.
 * Sent by a person who asked, `ChatGPT-User` and `meta-externalfetcher` may come all the same.
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
    'Amzn-SearchBot',
    'Claude-SearchBot',
    'DuckAssistBot',
    'meta-webindexer',
    'OAI-SearchBot',
    'PerplexityBot',
    'YouBot',
  ],
  people: [
    'Amzn-User',
    'ChatGPT-User',
    'Claude-User',
    'meta-externalfetcher',
    'MistralAI-User',
    'Perplexity-User',
  ],
} as const
