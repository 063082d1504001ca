import { getField, type WxrItem } from './read-item.ts'

/** What plug-ins' fields say of who may read an item, and until when; `notes` for the report. */
export type Restrictions = {
  isDraft: boolean
  expires: string | null
  isHiddenFromSearch: boolean
  notes: string[]
}

/** Fields that say that not everybody may read it: Members, Restrict Content, MemberPress, WP-Members, Jetpack, Ultimate Member … */
const RESTRICTING =
  /^_?(?:members_access_role|members_access_error|rcp_(?:subscription_level|user_level|access_level|is_paid)|rcp_is_paid|restrict_content|restricted_to|mepr_rules?|mepr_unauth|wpmem_block|jetpack_newsletter_access|jetpack_memberships_contains_paid_content|um_content_restriction|um_custom_access_settings|um_accessible|pmpro_|wc_memberships_force_private|s2member|paywall|leaky_paywall|lp_visibility|issuem_leaky_paywall_visibility|visibility|post_visibility|access_level|content_restriction|is_premium|premium|members_only|subscribers?_only|private|hidden|unlisted|embargo)/i
const OPEN =
  /^(?:|0|no|off|false|none|null|everybody|everyone|all|public|visible|a:0:\{\}|\[\]|\{\}|default)$/i

/** When an item was to be taken down: PublishPress Future (Post Expirator) and others. */
const ENDING =
  /^_?(?:expiration[-_]date|expirationdate|post[-_]expir|expir(?:y|es|ation)|unpublish|archive)[\w-]*$/i
const STATE = /(?:status|type|options|taxonomy|action)$/i

const NOINDEX: readonly (readonly [field: string, says: RegExp])[] = [
  ['_yoast_wpseo_meta-robots-noindex', /^1$/],
  ['rank_math_robots', /noindex/],
  ['_aioseo_noindex', /^(?:1|on|true)$/],
  ['_aioseop_noindex', /^(?:1|on|true)$/],
  ['_seopress_robots_index', /^yes$/],
  ['_genesis_noindex', /^1$/],
  ['_sq_noindex', /^1$/],
  ['_su_meta_robots_noindex', /^1$/],
]

/** Where page builders keep a text: the export's own is empty then, or a shadow of it. */
const BUILDERS = [
  '_elementor_data',
  '_fl_builder_data',
  'panels_data',
  '_bricks_page_content_2',
  '_cornerstone_data',
  '_thrive_content',
  'tve_updated_post',
  'ct_builder_json',
  '_breakdance_data',
]

/** What custom fields say of who may read an item: none of that is passed over. */
export function readRestrictions(item: WxrItem): Restrictions {
  const said = [...item.fields].flatMap(([key, values]) =>
    values.map((value) => [key, value.trim()] as const),
  )
  const restricting = said.filter(([key, value]) => RESTRICTING.test(key) && !OPEN.test(value))
  const ending = said.filter(([key, value]) => ENDING.test(key) && !STATE.test(key) && !OPEN.test(value))
  const ends = ending.map(([, value]) => toInstant(value))
  const builder = BUILDERS.find((name) => getField(item, name) !== '')
  return {
    isDraft: restricting.length > 0 || ends.includes(null),
    expires: ends.filter((end) => end !== null).toSorted()[0] ?? null,
    isHiddenFromSearch: NOINDEX.some(([name, says]) => says.test(getField(item, name))),
    notes: [
      ...restricting.map(
        ([key, value]) => `${key} (${value.slice(0, 40)}) says that it is not for everybody: it is a draft`,
      ),
      ...ending.map(([key, value]) =>
        toInstant(value) === null
          ? `${key} (${value.slice(0, 40)}) may be a day it was to come down at: it is a draft`
          : `${key} is when it is to come down`,
      ),
      ...(builder !== undefined && item.content.trim() === ''
        ? [`it has no text: a page builder keeps it in ${builder}`]
        : []),
    ],
  }
}

/** Seconds since 1970, or a day or time as written; null for anything else. */
function toInstant(value: string): string | null {
  if (/^\d{9,10}$/.test(value)) return new Date(Number(value) * 1_000).toISOString()
  return /^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?$/.test(value) ? value : null
}
