// The service with tokens of a real OpenID provider: algorithms, people and services, rotation of keys, outages, and a
// flood of unknown keys. Arguments: the path of groundwork, and an empty folder.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

const [groundwork, folder] = process.argv.slice(2);
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const AUDIENCE = 'groundwork';
const REDIRECT = 'https://portal.example/callback';
const SECRET = 'a secret of the clients of this test';
const ANA = 'ana';

const say = (text) => console.log(`${(performance.now() / 1000).toFixed(1)} s  ${text}`);

/** New private keys, one for each algorithm. */
async function newKeys() {
  return Promise.all(
    ALGORITHMS.map(async (alg) => {
      const { privateKey } = await generateKeyPair(alg, { extractable: true });
      return { ...(await exportJWK(privateKey)), alg, use: 'sig', kid: randomUUID() };
    }),
  );
}

/** An OpenID provider on a port of its own, which can stop and start again. */
class Idp {
  /** Requests for the keys, and for the discovery document. */
  fetches = { keys: 0, discovery: 0 };

  static async create(tenant) {
    const idp = new Idp();
    idp.tenant = tenant;
    idp.port = await freePort();
    idp.issuer = `http://127.0.0.1:${idp.port}`;
    idp.keys = await newKeys();
    idp.build();
    return idp;
  }

  build() {
    const client = (client_id) => ({
      client_id,
      client_secret: SECRET,
      grant_types: ['client_credentials', 'authorization_code'],
      redirect_uris: [REDIRECT],
    });
    this.provider = new Provider(this.issuer, {
      jwks: { keys: this.keys },
      clients: ['portal', ANA].map(client),
      cookies: { keys: [SECRET] },
      clientAuthMethods: ['client_secret_basic'],
      enabledJWA: { idTokenSigningAlgValues: ALGORITHMS },
      findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
      extraTokenClaims: () => ({ company: this.tenant }),
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      ttl: { AccessToken: 600, ClientCredentials: 600, Grant: 600, Interaction: 600, Session: 600, IdToken: 600 },
      features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        // The resource says with which algorithm its access tokens are signed.
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: (_, resource) => ({
            scope: 'people:read people:write',
            audience: AUDIENCE,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: resource.split(':').at(-1) } },
          }),
        },
      },
    });
    this.handle = this.provider.callback();
  }

  async start() {
    this.server = http.createServer(async (request, response) => {
      if (request.url.startsWith('/jwks')) this.fetches.keys += 1;
      if (request.url.startsWith('/.well-known/')) this.fetches.discovery += 1;
      if (request.url.startsWith('/interaction/')) await this.logIn(request, response);
      else this.handle(request, response);
    });
    await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
  }

  async stop() {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  /** Signs with new keys from now on, and publishes the old ones as well. */
  async rotate() {
    this.keys = [...(await newKeys()), ...this.keys];
    this.build();
  }

  /** Logs in the person whom the request hints at, who agrees to everything. */
  async logIn(request, response) {
    const { params } = await this.provider.interactionDetails(request, response);
    const grant = new this.provider.Grant({ accountId: params.login_hint, clientId: params.client_id });
    grant.addOIDCScope('openid');
    grant.addResourceScope(params.resource, 'people:read people:write');
    const result = { login: { accountId: params.login_hint }, consent: { grantId: await grant.save() } };
    await this.provider.interactionFinished(request, response, result);
  }

  async token(client, parameters) {
    const response = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${client}:${encodeURIComponent(SECRET)}`)}` },
      body: new URLSearchParams(parameters),
    });
    const body = await response.json();
    assert.equal(response.status, 200, JSON.stringify(body));
    return body.access_token;
  }

  /** A token that a client gets for itself. */
  ofClient(client, alg = 'RS256', scope = 'people:read') {
    return this.token(client, { grant_type: 'client_credentials', resource: `urn:alg:${alg}`, scope });
  }

  /** A token that a person gets by the authorization code flow. */
  async ofPerson(person, alg = 'RS256') {
    const resource = `urn:alg:${alg}`;
    const query = new URLSearchParams({
      client_id: 'portal', response_type: 'code', redirect_uri: REDIRECT, scope: 'openid', login_hint: person, resource,
    });
    const cookies = new Map();
    let location = `${this.issuer}/auth?${query}`;
    while (!location.startsWith(REDIRECT)) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(location, { redirect: 'manual', headers: { cookie } });
      assert.equal(response.status, 303, await response.text());
      for (const set of response.headers.getSetCookie()) {
        const [, name, value] = set.match(/^([^=]+)=([^;]*)/);
        cookies.set(name, value);
      }
      location = new URL(response.headers.get('location'), this.issuer).href;
    }
    const code = new URL(location).searchParams.get('code');
    assert.ok(code, location);
    return this.token('portal', { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, resource });
  }
}

async function freePort() {
  const server = http.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** A token that is made here, as a service of the tenant acme. */
async function forge({ issuer, key, kid, alg = 'EdDSA', claims = {} }) {
  const all = { sub: 'portal', client_id: 'portal', scope: 'people:read', company: 'acme', ...claims };
  return new SignJWT(all).setProtectedHeader({ alg, kid, typ: 'at+jwt' })
    .setIssuer(issuer).setAudience(AUDIENCE).setIssuedAt().setExpirationTime('10m').sign(key);
}

const acme = await Idp.create('acme');
const globex = await Idp.create('globex');
const { privateKey, publicKey } = await generateKeyPair('EdDSA');
const NEVER = 'https://never.example';
writeFileSync(join(folder, 'never.json'), JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'never' }] }));
writeFileSync(join(folder, 'issuers.toml'), `
[[issuer]]
url = "${acme.issuer}"
audience = "${AUDIENCE}"
tenant_claim = "company"
tenants = ["acme"]

[[issuer]]
url = "${globex.issuer}"
audience = "${AUDIENCE}"
tenant_claim = "company"
tenants = ["globex"]
links_by_name = true

# Its provider never runs: the keys are in a file.
[[issuer]]
url = "${NEVER}"
audience = "${AUDIENCE}"
jwks_file = "never.json"
tenant = "acme"
`);

const service = spawn(groundwork, ['serve'], {
  env: {
    GROUNDWORK_DATABASE_URL: `sqlite:${join(folder, 'identity.db')}`,
    GROUNDWORK_AUTH_ISSUERS_FILE: join(folder, 'issuers.toml'),
    GROUNDWORK_BIND: '127.0.0.1:0',
    GROUNDWORK_OPERATIONS_BIND: 'off',
    GROUNDWORK_LOG_FORMAT: 'json',
  },
  stdio: ['ignore', 'ignore', 'pipe'],
});
const ended = once(service, 'exit');
process.on('exit', () => service.kill('SIGKILL'));
const log = [];
const address = new Promise((resolve, reject) => {
  createInterface({ input: service.stderr }).on('line', (line) => {
    log.push(line);
    const entry = line.startsWith('{') ? JSON.parse(line) : {};
    if (entry.address) resolve(`http://${entry.address}`);
  });
  ended.then(() => reject(new Error(log.join('\n'))));
});
const base = await address;

async function call(path, token, options = {}) {
  const response = await fetch(base + path, {
    ...options,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...options.headers },
  });
  const text = await response.text();
  const body = text.startsWith('{') ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body };
}

async function expect(status, path, token, options) {
  const reply = await call(path, token, options);
  assert.equal(reply.status, status, `${path}: ${JSON.stringify(reply.body)}`);
  return reply;
}

say('the service starts while its providers are down');
await expect(200, '/health/ready');
await expect(401, '/v1/people');
const own = await forge({ issuer: acme.issuer, key: privateKey, kid: acme.keys[2].kid });
const unavailable = await expect(503, '/v1/people', own);
assert.ok(unavailable.headers.get('retry-after'));
const offline = await forge({ issuer: NEVER, key: privateKey, kid: 'never', claims: { company: 'globex' } });
await expect(200, '/v1/people', offline);
const unsent = await forge({ issuer: 'https://evil.example', key: privateKey, kid: 'never' });
await expect(401, '/v1/people', unsent);

await acme.start();
await globex.start();
const first = await acme.ofClient('portal');
const deadline = performance.now() + 30_000;
let recovered;
while ((recovered = await call('/v1/people', first)).status === 503 && performance.now() < deadline) await pause(100);
assert.equal(recovered.status, 200, JSON.stringify(recovered.body));
await expect(401, '/v1/people', own);
say('it recovers when they are up, and refuses what others signed');

const person = { external_id: 'E1', user_name: ANA, display_name: 'Ana' };
for (const idp of [acme, globex]) {
  const importer = await idp.ofClient('portal', 'RS256', 'people:write');
  const headers = { 'content-type': 'application/x-ndjson' };
  const { body } = await expect(200, '/v1/people/import', importer, { method: 'POST', headers, body: JSON.stringify(person) });
  assert.equal(body.failed, 0, JSON.stringify(body));
}

for (const alg of ALGORITHMS) {
  for (const idp of [acme, globex]) {
    const [ofClient, ofPerson] = [await idp.ofClient('portal', alg), await idp.ofPerson(ANA, alg)];
    for (const token of [ofClient, ofPerson]) {
      assert.equal(JSON.parse(Buffer.from(token.split('.')[0], 'base64url')).alg, alg);
    }
    const asService = (await expect(200, '/v1/me', ofClient)).body;
    assert.deepEqual([asService.service, asService.person], [true, null]);
    await expect(200, '/v1/people', ofClient);
    const asPerson = (await expect(200, '/v1/me', ofPerson)).body;
    assert.deepEqual([asPerson.service, asPerson.person.user_name], [false, ANA]);
  }
  say(`${alg}: client credentials are a service, the authorization code of the same client is a person`);
}
const namesake = await expect(403, '/v1/me', await acme.ofClient(ANA));
assert.match(namesake.body.type, /identity-conflict/);
say('a client with the name of a person is not that person');

globex.tenant = 'acme';
for (const token of [await globex.ofClient('portal'), await globex.ofPerson(ANA)]) {
  const refused = await expect(401, '/v1/people', token);
  assert.match(refused.body.detail, /may not name this tenant/);
}
globex.tenant = 'globex';
say("an issuer cannot name another's tenant");

// Some callers keep their tokens, others get a new one for each request; all go on while the keys are replaced.
const [before, counts] = [acme.fetches.keys, {}];
let isRotated = false;
let enough = false;
const request = async (token) => {
  const { status, body } = await call('/v1/people', token);
  counts[status] = (counts[status] ?? 0) + 1;
  assert.equal(status, 200, `after ${JSON.stringify(counts)}: ${JSON.stringify(body)}`);
};
const kept = await Promise.all(ALGORITHMS.map((alg) => acme.ofClient('portal', alg)));
const callers = [
  ...kept.map((token) => async () => request(token)),
  ...ALGORITHMS.map((alg) => async () => request(await acme.ofClient('portal', alg))),
];
let afterRotation = 0;
const running = callers.map(async (step) => {
  while (!enough) {
    const began = isRotated;
    await step();
    if (began) afterRotation += 1;
    enough ||= afterRotation >= 300;
  }
});
while ((counts[200] ?? 0) < 300) await Promise.race([pause(20), ...running]);
await acme.rotate();
isRotated = true;
await Promise.all(running);
assert.deepEqual(Object.keys(counts), ['200']);
// A refresh in the background may happen meanwhile.
const fetches = acme.fetches.keys - before;
assert.ok(fetches >= 1 && fetches <= 2, `${fetches} fetches`);
say(`rotation: ${counts[200]} requests, none refused, ${fetches} fetch`);

const [floodBefore, documents] = [globex.fetches.keys, globex.fetches.discovery];
const honest = await globex.ofClient('portal');
let refusals = 0;
const flood = Array.from({ length: 20 }, async () => {
  for (let n = 0; n < 50; n += 1) {
    const token = await forge({ issuer: globex.issuer, key: privateKey, kid: randomUUID(), claims: { company: 'globex' } });
    await expect(401, '/v1/people', token);
    refusals += 1;
    if (n % 10 === 0) await expect(200, '/v1/people', honest);
  }
});
await Promise.all(flood);
assert.deepEqual([globex.fetches.keys - floodBefore, globex.fetches.discovery - documents], [1, 1]);
say(`a flood of ${refusals} tokens with unknown keys caused 1 fetch`);

const late = await acme.ofPerson(ANA, 'ES256');
await acme.stop();
await globex.stop();
for (const token of [first, late, honest, offline, ...kept]) await expect(200, '/v1/me', token);
await expect(401, '/v1/people', await forge({ issuer: acme.issuer, key: privateKey, kid: 'unknown' }));
say('the providers are down again, and their tokens are accepted');

service.kill('SIGTERM');
const [status] = await ended;
assert.equal(status, 0, log.join('\n'));
const faults = log.filter((line) => line.includes('"level":"ERROR"'));
assert.deepEqual(faults, []);
