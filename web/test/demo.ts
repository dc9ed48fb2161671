import { spawn, type ChildProcess } from "node:child_process";

import { binary, freePort } from "./service.js";

/**
 * Starts the demo on a free port before the tests, and ends it after them. `BOARD` is then the address of its board. A page
 * of the origin `PORTAL` may call it as well.
 */
export default async function start(): Promise<() => Promise<void>> {
  const portal = `http://localhost:${await freePort()}`;
  process.env["PORTAL"] = portal;
  const demo = spawn(binary, ["demo", "--bind", "127.0.0.1:0"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, GROUNDWORK_CORS_ORIGINS: portal },
  });
  process.env["BOARD"] = `${await addressOf(demo)}/board`;
  return async () => void demo.kill("SIGTERM");
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
