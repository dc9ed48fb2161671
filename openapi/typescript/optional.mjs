// Lets optional fields be undefined, as code passes them on: `{ cursor: page.next }`. Without it, nothing of that kind
// compiles in a project with `exactOptionalPropertyTypes`.
import { readFileSync, writeFileSync } from "node:fs";

const file = "src/schema.ts";
const schema = readFileSync(file, "utf8");
writeFileSync(file, schema.replace(/^( +[^\s:]+\?: [^;]*);$/gm, "$1 | undefined;"));
