import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";

import { Provider, type KoaContextWithOIDC } from "oidc-provider";

/** The scope under which people are imported. */
const importing = "people:write";
const secret = "a secret of the clients of this test";

/** Of what the service accepts as its own tokens. */
export const audience = "groundwork";
export const resource = "urn:groundwork";

/** An OpenID Connect provider for the tests: a form that asks for a name, and tokens that live for a few seconds. */
export class TestProvider {
  readonly issuer: string;
  readonly #port: number;
  #provider: Provider;
  #server: http.Server | undefined;
  /** What was requested of it, such as `refresh_token` or `prompt=none`. */
  readonly asked: string[] = [];
  /** Refresh tokens that were issued, to see that they rotate, and to revoke. */
  readonly refreshTokens: { jti: string; destroy(): Promise<void> }[] = [];

  constructor(port: number, board: string) {
    this.#port = port;
    this.issuer = `http://127.0.0.1:${port}`;
    this.#provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: "board",
          token_endpoint_auth_method: "none",
          grant_types: ["authorization_code", "refresh_token"],
          redirect_uris: [`${board}/`, `${board}/signed-in`],
          post_logout_redirect_uris: [`${board}/`],
        },
        {
          client_id: "importer",
          client_secret: secret,
          grant_types: ["client_credentials"],
          response_types: [],
          redirect_uris: [],
        },
      ],
      cookies: { keys: [secret] },
      clientBasedCORS: () => true,
      issueRefreshToken: async (_, client) => client.grantTypeAllowed("refresh_token"),
      findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
      extraTokenClaims: (_, token) => ({
        tenant: "acme",
        ...("accountId" in token && token.accountId === "hanna.weiss" && { roles: ["hr_admin"] }),
      }),
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      // Longer than what the board takes for ending, and not much.
      ttl: { AccessToken: 13, ClientCredentials: 60, Grant: 600, Interaction: 600, Session: 600, IdToken: 600, RefreshToken: 600 },
      features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        rpInitiatedLogout: { enabled: true, logoutSource: endAtOnce },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => resource,
          useGrantedResource: () => true,
          getResourceServerInfo: () => ({ scope: importing, audience, accessTokenFormat: "jwt" }),
        },
      },
    });
    this.#provider.on("refresh_token.saved", (token) => void this.refreshTokens.push(token));
    this.#provider.on("grant.success", (context: KoaContextWithOIDC) => {
      this.asked.push(String(context.oidc.params?.["grant_type"]));
    });
  }

  async start(): Promise<void> {
    const handle = this.#provider.callback();
    this.#server = http.createServer(async (request, response) => {
      if (request.url?.includes("prompt=none")) {
        this.asked.push("prompt=none");
      }
      await (request.url?.startsWith("/interaction/") ? this.#interact(request, response) : handle(request, response));
    });
    await once(this.#server.listen(this.#port, "127.0.0.1"), "listening");
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  /** Asks for the name, and agrees to everything that was requested. */
  async #interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await this.#provider.interactionDetails(request, response);
    const name = new URL(request.url ?? "", this.issuer).searchParams.get("name");
    if (prompt.name === "login" && name === null) {
      response.setHeader("Content-Type", "text/html");
      response.end('<!doctype html><title>Sign in</title><form><label>Name <input name="name"></label><button>Sign in</button></form>');
      return;
    }
    const accountId = name ?? session?.accountId ?? "";
    const grant = new this.#provider.Grant({ accountId, clientId: String(params["client_id"]) });
    grant.addOIDCScope("openid offline_access");
    grant.addResourceScope(resource, importing);
    const consent = { grantId: await grant.save() };
    await this.#provider.interactionFinished(request, response, name === null ? { consent } : { login: { accountId: name }, consent });
  }

  /** A token of the service that imports people. */
  async importer(): Promise<string> {
    const response = await fetch(`${this.issuer}/token`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`importer:${encodeURIComponent(secret)}`)}` },
      body: new URLSearchParams({ grant_type: "client_credentials", resource, scope: importing }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }
}

/** Ends the session without a question. */
function endAtOnce(context: KoaContextWithOIDC, form: string): void {
  const button = '<button form="op.logoutForm" name="logout" value="yes">Sign out</button>';
  context.body = `<!doctype html><title>Sign out</title>${form}${button}`;
}
