import { css } from "lit";

import { adoptTokens } from "./design/tokens.js";

const page = css`
  :root {
    color-scheme: light dark;
    background: var(--groundwork-canvas);
  }
  body {
    margin: 0;
  }
`;

/** Whether the board has opened this window for a sign-in, and the identity provider has sent it back with a result. */
function isSignInWindow(): boolean {
  const query = new URLSearchParams(location.search);
  const isResult = query.has("state") && (query.has("code") || query.has("error"));
  // `sessionStorage` belongs to one tab: what this tab has begun is in it.
  return isResult && sessionStorage.getItem(`oidc.${query.get("state")}`) === null;
}

async function start(): Promise<void> {
  adoptTokens();
  if (page.styleSheet !== undefined) {
    document.adoptedStyleSheets.push(page.styleSheet);
  }
  if (isSignInWindow()) {
    const { deliverResult } = await import("./session-oidc.js");
    await deliverResult();
  }
  await import("./shell/board.js");
}

void start();
