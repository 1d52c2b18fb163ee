// How the demo's pages are built: the portal's, and those that are only weighed.

/** Templates and styles come as they are laid out in the sources; indents, blanks and what styles say to their readers stay here. */
const withoutLayout = {
  name: "templates-without-layout",
  enforce: "pre",
  transform: (code, id) =>
    /\/components\/src\/.*\.ts$/.test(id) ? code.replace(/\n\s+/g, "\n").replace(/css`[^`]*`/g, compactStyle) : undefined,
};

function compactStyle(style) {
  return style
    .replace(/\/\*[^]*?\*\//g, "")
    .replace(/\s*([{};])\s*/g, "$1")
    .replace(/([:,])\s+/g, "$1");
}

/** Scripts that come on demand are asked for as they are: what the builder would load ahead of them weighs more than it saves. */
const plainImports = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) => (id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : undefined),
};

/** Settings of the builder that all pages share. */
export const settings = {
  configFile: false,
  logLevel: "warn",
  resolve: { conditions: ["source", "browser", "import", "default"] },
  oxc: {
    decorator: { legacy: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
    assumptions: { setPublicClassFields: true },
  },
  plugins: [withoutLayout, plainImports],
  build: { emptyOutDir: true, target: "es2023", modulePreload: false },
};
