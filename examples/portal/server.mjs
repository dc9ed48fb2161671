// A portal at http://localhost:8090: its files, and a token of the person whom a real portal would know from its session.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { promisify } from "node:util";

const groundwork = process.env.GROUNDWORK_BINARY ?? "groundwork";
const types = { "/": "text/html", "/portal.js": "text/javascript", "/portal.css": "text/css" };

createServer(async (request, response) => {
  if (request.method === "POST" && request.url === "/token") {
    const { stdout } = await promisify(execFile)(groundwork, ["token", "--demo", "--person", "ben.okafor"]);
    response.end(stdout.trim());
  } else if (types[request.url] !== undefined) {
    response.setHeader("Content-Type", types[request.url]);
    response.end(await readFile(new URL(request.url === "/" ? "index.html" : `.${request.url}`, import.meta.url)));
  } else {
    response.writeHead(404).end();
  }
}).listen(8090, "localhost", () => console.log("http://localhost:8090"));
