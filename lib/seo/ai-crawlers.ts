/**
 * Names AI companies' crawlers go by in robots.txt, by what they fetch pages for. OpenAI's, Anthropic's, Meta's and
 * Amazon's by what each company's page on its crawlers says of them, the others by the list of ai.robots.txt
 * (https://github.com/ai-robots-txt/ai.robots.txt), in copies of 2026. `Google-Extended` and `Applebot-Extended` are no
 * crawlers but words their companies heed. Fetching for a person who asked, `ChatGPT-User`, `Perplexity-User` and
 * `meta-externalfetcher` may do it all the same.
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
