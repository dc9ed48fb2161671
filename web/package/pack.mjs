// Copies components.js and what it imports from the built board, so that the package has what portals need and no more.
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";

const from = fileURLToPath(new URL("../dist/", import.meta.url));
const to = fileURLToPath(new URL("./dist/", import.meta.url));
const specifier = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+\.js)["']/g;

await rm(to, { recursive: true, force: true });
const found = new Set([`${from}components.js`]);
for (const file of found) {
  const text = await readFile(file, "utf8");
  for (const [, path = ""] of text.matchAll(specifier)) {
    found.add(fileURLToPath(new URL(path, `file://${file}`)));
  }
  const target = to + relative(from, file);
  await mkdir(dirname(target), { recursive: true });
  await cp(file, target);
}
