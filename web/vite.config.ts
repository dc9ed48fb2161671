import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Address of the demo that `npm run dev` and `npm run preview` pass on to what it alone can answer. */
const service = process.env["GROUNDWORK_URL"] ?? "http://127.0.0.1:8080";

// The demo signs in pages of its own host: the host of Vite's server, which is passed on.
const proxy = Object.fromEntries(["/v1", "/board/config.json", "/board/demo"].map((path) => [path, { target: service, changeOrigin: false }]));

export default defineConfig({
  base: "/board/",
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
