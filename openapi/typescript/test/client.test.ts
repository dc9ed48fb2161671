import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test, type TestContext } from "node:test";

import { createGroundworkClient, type GroundworkClient, itemsOf, ProblemError } from "@groundwork/client";
import { beginPlan } from "./example.js";

const baseUrl = setting("GROUNDWORK_URL");
const token = setting("GROUNDWORK_TOKEN");
const groundwork = createGroundworkClient({ baseUrl, token });

function setting(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is missing: scripts/judge typescript starts a service and sets it`);
  return value;
}

async function newPlan(client: GroundworkClient = groundwork, title = "From tester to lead") {
  return await client.POST("/v1/plans", { body: { title } });
}

async function refused(call: Promise<unknown>): Promise<ProblemError> {
  const error = await call.then(
    () => assert.fail("was not refused"),
    (error: unknown) => error,
  );
  assert.ok(error instanceof ProblemError, String(error));
  return error;
}

type Handle = (forward: () => Promise<void>, response: ServerResponse, request: IncomingMessage) => Promise<void> | void;

/** A way to the service on which the first requests fare as `handlers` say; keeps what comes by. */
async function bumpyRoad(t: TestContext, ...handlers: Handle[]) {
  const keys: (string | string[] | undefined)[] = [];
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    keys.push(request.headers["idempotency-key"]);
    const body = Buffer.concat(await request.toArray()).toString();
    bodies.push(body);
    const forward = async () => {
      const headers = Object.fromEntries(
        ["authorization", "content-type", "idempotency-key"]
          .map((name) => [name, request.headers[name]])
          .filter(([, value]) => value !== undefined),
      );
      const answer = await fetch(baseUrl + request.url, {
        method: request.method ?? "GET",
        headers,
        ...(body && { body }),
      });
      response.writeHead(answer.status, {
        "content-type": answer.headers.get("content-type") ?? "application/octet-stream",
        "idempotency-replayed": answer.headers.get("idempotency-replayed") ?? "false",
      });
      response.end(await answer.text());
    };
    await (handlers.shift() ?? forward)(forward, response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const client = createGroundworkClient({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
  });
  return { client, keys, bodies };
}

function answer(status: number, headers: Record<string, string> = {}): Handle {
  return (_, response) => {
    response.writeHead(status, headers);
    response.end();
  };
}

/** Never called: that it compiles proves that each of these lines would not without its comment. */
export async function whatDoesNotCompile() {
  // @ts-expect-error: the body has no such field.
  await groundwork.POST("/v1/plans", { body: { title: "A plan", start_on: "2026-01-01" } });
  // @ts-expect-error: a plan needs a title.
  await groundwork.POST("/v1/plans", { body: {} });
  // @ts-expect-error: there is no such parameter.
  await groundwork.GET("/v1/plans", { params: { query: { stauts: "draft" } } });
  // @ts-expect-error: there is no such status.
  await groundwork.GET("/v1/plans", { params: { query: { status: "drat" } } });
  // @ts-expect-error: there is no such path.
  await groundwork.GET("/v1/plan");
  // @ts-expect-error: the path needs an id.
  await groundwork.GET("/v1/plans/{plan_id}");
  // @ts-expect-error: questions are read only.
  await groundwork.POST("/v1/questionnaire");
  const plan = await newPlan();
  // @ts-expect-error: a plan has no such field.
  return plan.data.titel;
}

test("the readme's example runs", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const example = await readFile(new URL("../test/example.ts", import.meta.url), "utf8");
  assert.ok(readme.includes(`\`\`\`ts\n${example}\`\`\``), "the readme shows another example");

  const left = await beginPlan(baseUrl, token);

  assert.ok(left.length > 0);
});

test("paging visits every item once, in order", async () => {
  const { data: plan } = await newPlan();
  const path = { plan_id: plan.id };
  const titles = Array.from({ length: 7 }, (_, number) => `Study ${number}`);
  for (const title of titles) {
    await groundwork.POST("/v1/plans/{plan_id}/action-items", { params: { path }, body: { title } });
  }
  let pages = 0;

  const visited: string[] = [];
  for await (const item of itemsOf((cursor) => {
    pages += 1;
    return groundwork.GET("/v1/plans/{plan_id}/action-items", { params: { path, query: { limit: 3, cursor } } });
  })) {
    visited.push(item.title);
  }

  assert.deepEqual(visited, titles);
  assert.equal(pages, 3);
});

test("a POST whose answer is lost creates once", async (t) => {
  const title = `Made once ${crypto.randomUUID()}`;
  const { client, keys } = await bumpyRoad(
    t,
    (_, response) => void response.destroy(),
    async (forward, response) => {
      response.end = () => response.destroy();
      await forward();
    },
  );

  const { data: plan, response } = await newPlan(client, title);

  assert.equal(response.headers.get("Idempotency-Replayed"), "true");
  assert.equal(keys.length, 3);
  assert.equal(new Set(keys).size, 1);
  const made = [];
  for await (const each of itemsOf((cursor) => groundwork.GET("/v1/plans", { params: { query: { cursor } } }))) {
    if (each.title === title) {
      made.push(each.id);
    }
  }
  assert.deepEqual(made, [plan.id]);
});

for (const status of [409, 429, 503]) {
  test(`a POST answered by ${status} is sent again as soon as Retry-After allows`, async (t) => {
    const { client, keys } = await bumpyRoad(t, answer(status, { "Retry-After": "0" }));

    await newPlan(client);

    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
  });
}

test("a request is not sent for ever", async (t) => {
  const { client, keys } = await bumpyRoad(t, ...Array<Handle>(10).fill(answer(503, { "Retry-After": "0" })));

  const problem = await refused(client.GET("/v1/me"));

  assert.equal(problem.status, 503);
  assert.equal(problem.type, "about:blank");
  assert.equal(keys.length, 5);
});

test("a wait that is too long is left to the caller", async (t) => {
  const { client, keys } = await bumpyRoad(t, answer(429, { "Retry-After": "31" }));

  const problem = await refused(client.GET("/v1/me"));

  assert.equal(problem.response.headers.get("Retry-After"), "31");
  assert.equal(keys.length, 1);
});

test("a change, and a conflict that does not pass, are sent once", async (t) => {
  const { data: plan } = await newPlan();
  const { client, keys } = await bumpyRoad(t, answer(503, { "Retry-After": "0" }), answer(409));
  const params = { path: { plan_id: plan.id } };

  assert.equal((await refused(client.PATCH("/v1/plans/{plan_id}", { params, body: { title: "Other" } }))).status, 503);
  assert.equal((await refused(client.POST("/v1/plans/{plan_id}/share", { params }))).status, 409);
  assert.equal(keys.length, 2);
});

test("who gives up waits no longer", { timeout: 10_000 }, async (t) => {
  const { client } = await bumpyRoad(t, answer(503, { "Retry-After": "30" }));
  const given = new AbortController();
  const { setTimeout } = globalThis;
  t.mock.method(globalThis, "setTimeout", ((then: () => void, milliseconds?: number) => {
    if (milliseconds === 30_000) {
      queueMicrotask(() => given.abort(new Error("enough")));
    }
    return setTimeout(then, milliseconds);
  }) as typeof setTimeout);

  await assert.rejects(client.GET("/v1/me", { signal: given.signal }), /enough/);
});

test("a change of what has changed since is refused with a 412", async () => {
  const { data: plan, etag } = await newPlan();
  const change = (title: string) =>
    groundwork.PATCH("/v1/plans/{plan_id}", {
      params: { path: { plan_id: plan.id }, header: { "If-Match": etag } },
      body: { title },
    });
  const first = await change("From tester to writer");
  assert.notEqual(first.etag, etag);

  const problem = await refused(change("From tester to speaker"));

  assert.equal(problem.status, 412);
  assert.equal(problem.type, "/problems/precondition-failed");
  assert.ok(problem.request_id);
  assert.equal(problem.response.headers.get("ETag"), first.etag);
});

test("what has not changed is not sent again", async () => {
  const { data: plan, etag } = await newPlan();
  const params = { path: { plan_id: plan.id }, header: { "If-None-Match": etag } };

  assert.equal((await refused(groundwork.GET("/v1/plans/{plan_id}", { params }))).status, 304);
});

test("a problem names every fault", async () => {
  const body = { title: "", starts_on: "tomorrow" };

  const problem = await refused(groundwork.POST("/v1/plans", { body }));

  assert.equal(problem.status, 422);
  assert.equal(problem.type, "/problems/invalid-body");
  assert.deepEqual(new Set(problem.errors.map((fault) => fault.pointer)), new Set(["/title", "/starts_on"]));
  assert.match(problem.message, /^422: /);
});

test("what is deleted is gone", async () => {
  const params = { path: { plan_id: (await newPlan()).data.id } };

  const { data } = await groundwork.DELETE("/v1/plans/{plan_id}", { params });

  assert.equal(data, undefined);
  assert.equal((await refused(groundwork.GET("/v1/plans/{plan_id}", { params }))).status, 404);
});

test("a text is sent and read as it is", async (t) => {
  const { client, bodies } = await bumpyRoad(t);
  const csv = "external_id,user_name,display_name\n";
  const headers = { "Content-Type": "text/csv" };
  assert.equal((await refused(client.POST("/v1/people/import", { headers, body: csv }))).status, 403);
  assert.deepEqual(bodies, [csv]);
  const { data: me } = await groundwork.GET("/v1/me");

  const { data: rows } = await groundwork.GET("/v1/people/{person_id}/team-progress", {
    params: { path: { person_id: me.person?.id ?? "" } },
    headers: { Accept: "text/csv" },
    parseAs: "text",
  });

  const [columns]: string[] = rows.split("\r\n");
  assert.match(columns ?? "", /display_name,/);
});

test("the token is asked for before every request", async () => {
  const tokens = [token, "expired"];
  const client = createGroundworkClient({ baseUrl, token: async () => tokens.shift() ?? "" });

  const { data: me } = await client.GET("/v1/me");

  assert.ok(me.person?.display_name);
  assert.equal((await refused(client.GET("/v1/me"))).status, 401);
});
