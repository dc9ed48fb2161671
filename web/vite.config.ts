import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { defineConfig, type Connect, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Address of the service that `npm run dev` and `npm run preview` pass `/v1` on to. */
const service = process.env["GROUNDWORK_URL"] ?? "http://127.0.0.1:8080";
const binary = process.env["GROUNDWORK_BINARY"] ?? here("../target/debug/groundwork");

const people = [
  { user_name: "ana.silva", name: "Ana Silva", about: "employee" },
  { user_name: "ben.okafor", name: "Ben Okafor", about: "manager" },
  { user_name: "hanna.weiss", name: "Hanna Weiss", about: "hr_admin" },
];

/** Answers what the service answers at `/board/config.json` and `/board/demo/{user_name}`, with tokens of the demo. */
const demo: Connect.NextHandleFunction = (request, response, next) => {
  const path = request.url?.split("?")[0] ?? "";
  const send = (body: unknown) => {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(body));
  };
  if (path === "/board/config.json") {
    send({ issuer: null, client_id: null, scope: null, demo: { people } });
    return;
  }
  const person = /^\/board\/demo\/([a-z.]+)$/.exec(path)?.[1];
  if (request.method !== "POST" || person === undefined) {
    next();
    return;
  }
  const role = person === "hanna.weiss" ? ["--role", "hr_admin"] : [];
  promisify(execFile)(binary, ["token", "--demo", "--person", person, ...role]).then(
    ({ stdout }) => send({ access_token: stdout.trim(), expires_in: 3600 }),
    next,
  );
};

const demoSignIn: Plugin = {
  name: "groundwork-demo-sign-in",
  configureServer: ({ middlewares }) => void middlewares.use(demo),
  configurePreviewServer: ({ middlewares }) => void middlewares.use(demo),
};

const proxy = { "/v1": service };

export default defineConfig({
  base: "/board/",
  plugins: [demoSignIn],
  resolve: {
    alias: { "@groundwork/client": here("../openapi/typescript/src/index.ts") },
    // The client's own dependencies come from here, so that it needs no installation of its own.
    dedupe: ["openapi-fetch"],
  },
  server: { proxy, fs: { allow: [here("."), here("../openapi/typescript")] } },
  preview: { proxy },
  build: {
    target: "es2022",
    modulePreload: {
      polyfill: false,
      // Only in the page: components of a portal on another origin would preload from the portal.
      resolveDependencies: (_file, chunks, { hostType }) => (hostType === "html" ? chunks : []),
    },
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    rollupOptions: {
      input: { board: here("index.html"), components: here("src/components.ts") },
      preserveEntrySignatures: "allow-extension",
      output: {
        entryFileNames: ({ name }) => (name === "components" ? "components.js" : "assets/[name]-[hash].js"),
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
});
