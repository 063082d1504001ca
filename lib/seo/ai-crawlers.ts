/**
 * Names AI companies' crawlers go by in robots.txt, by what they fetch pages for. Every name stands in the list of
 * ai.robots.txt (https://github.com/ai-robots-txt/ai.robots.txt). What OpenAI's, Anthropic's, Meta's, Amazon's,
 * Perplexity's, Apple's, Mistral's, Moonshot's (Kimi) and Common Crawl's are for was checked in November 2026 against
 * others' copies and summaries of those companies' pages, that of the rest against nothing. `Google-Extended` and
 * `Applebot-Extended` are no crawlers but words their companies heed. Sent by a person who asked, `ChatGPT-User`,
 * `meta-externalfetcher` and `Perplexity-User` may come all the same.
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
    'KimiBot',
    'meta-externalagent',
    'MistralAI-Training',
    'omgili',
    'PanguBot',
    'Timpibot',
    'webzio-extended',
  ],
  search: [
    'Amzn-SearchBot',
    'Claude-SearchBot',
    'DuckAssistBot',
    'Kimi-SearchBot',
    'meta-webindexer',
    'MistralAI-Index',
    'OAI-SearchBot',
    'PerplexityBot',
    'YouBot',
  ],
  people: [
    'Amzn-User',
    'ChatGPT-User',
    'Claude-User',
    'Kimi-User',
    'meta-externalfetcher',
    'MistralAI-User',
    'Perplexity-User',
  ],
} as const
