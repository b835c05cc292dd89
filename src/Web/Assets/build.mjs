// Builds dist/ from the sources beside this file: one script, one style sheet, the fonts, the icons, each named by its content
// so that a browser may keep it for ever; text also as .br and .gz. dist/assets.json maps plain names to these.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { PurgeCSS } from "purgecss";

const here = fileURLToPath(new URL(".", import.meta.url)), web = join(here, ".."), dist = join(here, "dist");
process.chdir(here);

/** Of Tabler only the rules whose classes and elements our pages name; our own ui.css stays whole. */
const purge = {
  name: "purge",
  setup: bundle => bundle.onLoad({ filter: /tabler\.css$/ }, async ({ path }) => {
    const pages = readdirSync(web, { recursive: true })
      .filter(file => /\.(razor|cs)$/.test(file) && !/^(obj|bin|Assets)[\\/]/.test(file))
      .map(file => ({ raw: readFileSync(join(web, file), "utf8"), extension: "html" }));
    const ours = ["ui.css", "pages.css", "forms.css"].map(file => readFileSync(file, "utf8")).join("");
    const [{ css }] = await new PurgeCSS().purge({
      content: pages,
      css: [{ raw: readFileSync(path, "utf8") }],
      keyframes: true,
      fontFace: true,
      variables: true,
      dynamicAttributes: ["data-bs-theme"],
      // Elements that Markdown, mail and the shell bring without naming them in a page.
      safelist: {
        standard: ["html", "body", ..."a b blockquote br code del em h1 h2 h3 h4 hr i img ins li ol p pre strong table tbody td th thead tr ul".split(" ")],
        variables: [...new Set(ours.match(/--tblr-[\w-]+/g))],
      },
    });
    return { contents: css, loader: "css" };
  }),
};

/** Turbo puts its progress bar's rules into the page by script, which our content security policy forbids; app.css has them. */
const withoutInlineStyle = {
  name: "without-inline-style",
  setup: bundle => bundle.onLoad({ filter: /turbo\.es2017-esm\.js$/ }, ({ path }) => {
    const source = readFileSync(path, "utf8"), call = "    this.installStylesheetElement();\n";
    if (source.split(call).length !== 2) throw new Error("Turbo installs its progress bar's style differently: look at build.mjs.");
    return { contents: source.replace(call, ""), loader: "js" };
  }),
};

/** One sprite of the icons named in icons.txt. */
function sprite() {
  const symbol = name => {
    const [folder, file] = name.endsWith("-filled") ? ["filled", name.slice(0, -7)] : ["outline", name];
    const svg = readFileSync(`node_modules/@tabler/icons/icons/${folder}/${file}.svg`, "utf8");
    const shapes = svg.match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1]
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" ?\/>/, "").replace(/\s+/g, " ").replace(/ ?(\/>) ?/g, "$1").trim();
    return `<symbol id="${name}" viewBox="0 0 24 24"${folder === "filled" ? ' fill="currentColor" stroke="none"' : ""}>${shapes}</symbol>`;
  };
  const names = readFileSync("icons.txt", "utf8").split(/\s+/).filter(Boolean);
  return `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join("")}</svg>\n`;
}

const named = (name, contents) => {
  const { length } = extname(name), hash = createHash("sha256").update(contents).digest("hex").slice(0, 8).toUpperCase();
  return [`${name.slice(0, -length)}-${hash}${name.slice(-length)}`, contents];
};

const shared = {
  bundle: true, minify: true, write: false, outdir: dist, entryNames: "[name]-[hash]", assetNames: "[name]-[hash]",
  loader: { ".woff2": "file" }, legalComments: "none", logLevel: "warning",
};
const [script, style] = await Promise.all([
  build({ ...shared, entryPoints: ["app.ts"], format: "esm", target: "es2022", plugins: [withoutInlineStyle] }),
  build({ ...shared, entryPoints: ["app.css"], plugins: [purge] }),
]);

const files = new Map([
  ...[...script.outputFiles, ...style.outputFiles].map(file => [basename(file.path), Buffer.from(file.contents)]),
  named("icons.svg", Buffer.from(sprite())),
  named("favicon.svg", readFileSync("favicon.svg")),
]);

// Files that are there already are the same, by their name. Nothing is removed before all is written.
mkdirSync(dist, { recursive: true });
const kept = new Set(["assets.json"]);
const put = (name, contents) => {
  kept.add(name);
  if (!existsSync(join(dist, name))) writeFileSync(join(dist, name), contents());
};
for (const [name, contents] of files) {
  put(name, () => contents);
  if (name.endsWith(".woff2")) continue;
  put(`${name}.br`, () => brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length } }));
  put(`${name}.gz`, () => gzipSync(contents, { level: 9 }));
}
const plain = name => name.replace(/-[0-9A-Z]{8}(?=\.)/, "");
writeFileSync(join(dist, "assets.json"), JSON.stringify(Object.fromEntries([...files.keys()].sort().map(name => [plain(name), name])), null, 2) + "\n");
readdirSync(dist).filter(name => !kept.has(name)).forEach(name => rmSync(join(dist, name)));

const size = name => readFileSync(join(dist, existsSync(join(dist, `${name}.br`)) ? `${name}.br` : name)).length;
for (const [name, contents] of files) console.log(`${plain(name).padEnd(36)} ${(contents.length / 1024).toFixed(1).padStart(7)} KB  sent ${(size(name) / 1024).toFixed(1).padStart(5)} KB`);
