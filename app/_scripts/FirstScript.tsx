/**
 * Before anything is painted: the theme a reader chose, and that there is script at all, so that controls which need
 * one are there from the start and nothing moves when it arrives.
 */
const SOURCE = `(e=>{e.script=navigator.share?'share':'';try{let t=localStorage.getItem('theme');if(t)e.theme=t}catch{}})(document.documentElement.dataset)`

/** The one script that stands in the page itself, in its head. */
export function FirstScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
  return <script data-keep="" dangerouslySetInnerHTML={{ __html: SOURCE }} />
}
