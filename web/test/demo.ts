import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { preview } from "vite";

const binary = process.env["GROUNDWORK_BINARY"] ?? fileURLToPath(new URL("../../target/debug/groundwork", import.meta.url));

/**
 * Starts the demo on a free port before the tests, and ends it after them. `BOARD` is then the address of the board: the
 * program's own, or one of Vite's in front of it if the program has no board or `GROUNDWORK_BOARD=vite` asks for it. A page
 * of the origin `PORTAL` may call it as well.
 */
export default async function start(): Promise<() => Promise<void>> {
  const portal = `http://localhost:${await freePort()}`;
  process.env["PORTAL"] = portal;
  const demo = spawn(binary, ["demo", "--bind", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, GROUNDWORK_CORS_ORIGINS: portal },
  });
  const service = await addressOf(demo);
  const end = () => void demo.kill("SIGTERM");
  process.env["GROUNDWORK_URL"] = service;
  process.env["BOARD"] = `${service}/board`;
  const ownBoard = await fetch(`${service}/board/config.json`);
  if (ownBoard.ok && process.env["GROUNDWORK_BOARD"] !== "vite") {
    return async () => end();
  }
  process.env["GROUNDWORK_BINARY"] = binary;
  const server = await preview({ preview: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") {
    throw new Error("vite does not listen on a port");
  }
  process.env["BOARD"] = `http://127.0.0.1:${address.port}/board`;
  process.env["SERVED_BY_VITE"] = "1";
  return async () => {
    await server.close();
    end();
  };
}

function addressOf(demo: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    demo.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      // Printed last: the service listens now.
      const address = /"address":"([\d.:]+)","message":"serving the demo"|open +(http:\/\/\S+)/.exec(printed);
      if (address !== null) {
        resolve(address[2] ?? `http://${address[1]}`);
      }
    });
    demo.on("exit", (code) => reject(new Error(`the demo ended with code ${code}:\n${printed}`)));
    demo.on("error", reject);
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
