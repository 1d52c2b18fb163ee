/** What can be found out about what is shown, through all shadow roots. Lines are for people: what is wrong, and where. */

function everything(root: Document | ShadowRoot = document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("*")].flatMap((one) => [one, ...(one.shadowRoot ? everything(one.shadowRoot) : [])]);
}

function rootsOf(): (Document | ShadowRoot)[] {
  return [document, ...everything().flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []))];
}

const isVisible = (one: HTMLElement): boolean => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });

const nameOf = (one: Element): string =>
  `${one.localName}${one.id ? `#${one.id}` : ""}${one.className ? `.${String(one.className).split(" ").join(".")}` : ""}`;

/** Text that its own box cuts off. Boxes that scroll, and words for screen readers only, are none. */
export function clipped(): readonly string[] {
  return everything()
    .filter((one) => isVisible(one) && !/^(input|textarea|select|svg|progress)$/.test(one.localName))
    .filter((one) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(one);
      if (clipPath !== "none" || one.textContent?.trim() === "") return false;
      const cuts = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";
      return (cuts(overflowX) && one.scrollWidth > one.clientWidth + 1) || (cuts(overflowY) && one.scrollHeight > one.clientHeight + 1);
    })
    .map((one) => `${nameOf(one)} cuts its text`);
}

/** The page must not scroll sideways. */
export function sideways(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`${scrollWidth} px wide on a screen of ${clientWidth} px`] : [];
}

/** Names of texts that stand where the text itself should: its language has none. */
export function keys(): readonly string[] {
  return everything()
    .flatMap((one) => [one.childElementCount === 0 ? (one.textContent ?? "") : "", one.ariaLabel ?? ""])
    .filter((text) => /^[a-z]+(?:\.[a-z][\w-]*)+$/.test(text.trim()))
    .map((key) => `«${key.trim()}» is shown instead of words`);
}

/** The spacing that WCAG 1.4.12 wants text to bear. A constructed sheet: a strict policy allows that. */
export function spaceText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
  );
  for (const root of rootsOf()) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** What moves although the person asked for rest. */
export function moving(): readonly string[] {
  return document
    .getAnimations()
    .filter(({ effect, playState }) => playState === "running" && Number(effect?.getComputedTiming().duration ?? 0) > 1)
    .map(({ effect }) => `${effect instanceof KeyframeEffect && effect.target ? nameOf(effect.target) : "something"} moves`);
}

/** Pictures and sounds, which would need words of their own. */
export function media(): readonly string[] {
  return everything()
    .filter((one) => /^(img|canvas|video|audio|object|embed|iframe)$/.test(one.localName))
    .map((one) => `${nameOf(one)} is there`);
}

function deepest(root: Document | ShadowRoot = document): HTMLElement | null {
  const one = root.activeElement;
  return one instanceof HTMLElement ? (one.shadowRoot && deepest(one.shadowRoot)) || one : null;
}

/** How many places the Tab key should come to: a group of radio buttons is one, and so are the cells of a grid. */
export function stops(): number {
  const reachable = everything().filter(
    (one) =>
      isVisible(one) &&
      one.matches("button, input, select, textarea, summary, a[href], [tabindex]") &&
      one.tabIndex >= 0 &&
      !one.matches(":disabled") &&
      !one.closest("[inert]"),
  );
  const radios = new Set<string>();
  return reachable.filter((one) => {
    if (!(one instanceof HTMLInputElement) || one.type !== "radio") return true;
    const isFirst = !radios.has(one.name);
    radios.add(one.name);
    return isFirst;
  }).length;
}

export interface FocusPlace {
  /** The same number for the same place. */
  readonly place: number;
  readonly name: string;
  /** Lies in an element that keeps the Tab key until Escape. */
  readonly keepsTab: boolean;
  readonly faults: readonly string[];
}

const places = new Map<HTMLElement, number>();

/** Where the focus is, and whether it can be seen; undefined where it has left the page. */
export function focused(): FocusPlace | undefined {
  const one = deepest();
  if (!one || one === document.body) return undefined;
  if (!places.has(one)) places.set(one, places.size);
  const name = nameOf(one);
  const faults: string[] = [];
  const ringed = [one, ...ancestors(one)].slice(0, 4).some((at) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    return outlineStyle === "auto" || (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2);
  });
  if (!ringed) faults.push(`the focus on ${name} cannot be seen`);
  const box = one.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)];
  const isInView = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const top = isInView ? deepestAt(x, y) : null;
  if (!isInView) faults.push(`${name} has the focus and is out of sight`);
  else if (top && top !== one && !ancestors(top).includes(one) && !ancestors(one).includes(top) && !isLabelOf(top, one))
    faults.push(`${nameOf(top)} covers ${name}`);
  return { place: places.get(one) ?? 0, name, keepsTab: ancestors(one).some((at) => at.localName === "fisc-line-table"), faults };
}

const isLabelOf = (top: HTMLElement, control: HTMLElement): boolean =>
  control instanceof HTMLInputElement && [...(control.labels ?? [])].some((label) => label === top || label.contains(top));

function ancestors(one: HTMLElement): HTMLElement[] {
  const up = one.parentElement ?? (one.getRootNode() instanceof ShadowRoot ? (one.getRootNode() as ShadowRoot).host : null);
  return up instanceof HTMLElement ? [up, ...ancestors(up)] : [];
}

function deepestAt(x: number, y: number, root: Document | ShadowRoot = document): HTMLElement | null {
  const one = root.elementFromPoint(x, y);
  if (!(one instanceof HTMLElement)) return one?.closest("*")?.parentElement ?? null;
  return one.shadowRoot && one.shadowRoot !== root ? (deepestAt(x, y, one.shadowRoot) ?? one) : one;
}

/** How many controls say that what stands in them is wrong, and those that do not say it in words that are tied to them. */
export function toldFaults(): { readonly looked: number; readonly faults: readonly string[] } {
  const invalid = everything().filter((one) => one.matches('[aria-invalid="true"]') && isVisible(one));
  const faults = invalid.flatMap((one) => {
    const root = one.getRootNode() as ShadowRoot;
    const ids = `${one.getAttribute("aria-describedby") ?? ""} ${one.getAttribute("aria-errormessage") ?? ""}`.split(" ").filter(Boolean);
    const text = ids.map((id) => root.getElementById(id)?.textContent ?? "").join("");
    return text.trim().length > 3 ? [] : [`${nameOf(one)} is invalid and does not say why`];
  });
  return { looked: invalid.length, faults };
}

/** Controls of which nothing is left to see where the system's colours replace the page's: neither a border, nor a line, nor an icon. */
export function outlines(): { readonly looked: number; readonly faults: readonly string[] } {
  const controls = everything().filter(
    (one) => isVisible(one) && one.matches("button, select, textarea, input:not([type=checkbox], [type=radio], [type=file])"),
  );
  const faults = controls
    .filter((one) => {
      const { borderTopStyle, borderTopWidth, textDecorationLine } = getComputedStyle(one);
      return (borderTopStyle === "none" || Number.parseFloat(borderTopWidth) < 1) && !textDecorationLine.includes("underline");
    })
    .filter((one) => !inTable(one) && one.querySelector("svg") === null)
    .map((one) => `${nameOf(one)} has no outline`);
  return { looked: controls.length, faults };
}

/** Cells have the lines of the table around them. */
const inTable = (one: HTMLElement): boolean => one.closest("td, th") !== null;
