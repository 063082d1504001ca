/** Stops the servers that `build-site.js` started. */
export default async function stopSite() {
  await Reflect.get(globalThis, 'stopSharedServers')?.()
}
