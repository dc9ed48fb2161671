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

/** A result of the identity provider for a board in another frame or window: nothing to show here. */
async function isMessenger(): Promise<boolean> {
  const query = new URLSearchParams(location.search);
  const elsewhere = window.parent !== window || window.opener !== null;
  if (!elsewhere || !query.has("state") || !(query.has("code") || query.has("error"))) {
    return false;
  }
  const { deliverResult } = await import("./session-oidc.js");
  return deliverResult();
}

async function start(): Promise<void> {
  adoptTokens();
  if (page.styleSheet !== undefined) {
    document.adoptedStyleSheets.push(page.styleSheet);
  }
  if (!(await isMessenger())) {
    await import("./shell/board.js");
  }
}

void start();
