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

async function start(): Promise<void> {
  adoptTokens();
  if (page.styleSheet !== undefined) {
    document.adoptedStyleSheets.push(page.styleSheet);
  }
  await import("./shell/board.js");
}

void start();
