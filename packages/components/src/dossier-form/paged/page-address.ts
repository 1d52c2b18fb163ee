/**
 * The address of a page is the fragment `#<form>/<page>`: it names the form too, so that two forms on one document and the portal's own
 * fragments keep apart. The server never sees it.
 */
export function pageAddress(form: string, page: string): string {
  const address = new URL(location.href);
  address.hash = `${encodeURIComponent(form)}/${encodeURIComponent(page)}`;
  return address.href;
}

/** The page that the address names; empty where it names none, undefined where the fragment is somebody else's. */
export function pageInAddress(form: string): string | undefined {
  const fragment = location.hash.slice(1);
  const start = `${encodeURIComponent(form)}/`;
  if (fragment === "") return "";
  if (!fragment.startsWith(start)) return undefined;
  try {
    return decodeURIComponent(fragment.slice(start.length));
  } catch {
    // Cut off or made up by somebody.
    return undefined;
  }
}
