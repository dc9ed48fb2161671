import { css } from "lit";

/** Styles of every element: box, type, links, focus. */
export const base = css`
  :host {
    display: block;
    color: var(--groundwork-text);
    font: 400 var(--groundwork-text-m) / var(--groundwork-leading) var(--groundwork-font);
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul[role="list"],
  ol[role="list"] {
    list-style: none;
  }
  h1,
  h2,
  h3,
  h4 {
    line-height: var(--groundwork-leading-tight);
    font-weight: 620;
    letter-spacing: -0.011em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  /* Names in a script of the other direction stay at the side of the page where all others are. */
  h1,
  h2,
  h3,
  h4,
  bdi {
    text-align: -webkit-match-parent; /* in Chromium */
    text-align: match-parent;
  }
  h1 {
    font-size: var(--groundwork-text-3xl);
    letter-spacing: -0.022em;
  }
  h2 {
    font-size: var(--groundwork-text-xl);
    letter-spacing: -0.015em;
  }
  h3 {
    font-size: var(--groundwork-text-l);
  }
  h4 {
    font-size: var(--groundwork-text-m);
  }
  p {
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  a {
    color: var(--groundwork-accent);
    text-underline-offset: 0.18em;
    text-decoration-thickness: 1px;
  }
  a:hover {
    color: var(--groundwork-accent-strong);
    text-decoration-thickness: 2px;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--groundwork-ring);
    outline-offset: 2px;
    border-radius: var(--groundwork-radius-s);
  }
  .muted {
    color: var(--groundwork-text-muted);
  }
  .small {
    font-size: var(--groundwork-text-s);
  }
  .visually-hidden:not(:focus, :active, :focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Layouts that views share: `.stack` (one below the other), `.row` (beside, wrapping), `.page-head`, `.back` (a link above it). */
export const layout = css`
  .stack {
    display: grid;
    gap: var(--gap, var(--groundwork-space-5));
    justify-items: stretch;
    grid-template-columns: minmax(0, 1fr);
  }
  .stack.tight {
    --gap: var(--groundwork-space-3);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap, var(--groundwork-space-3));
  }
  .row.spread {
    justify-content: space-between;
  }
  .page-head {
    display: grid;
    gap: var(--groundwork-space-3);
    margin-block-end: var(--groundwork-space-6);
  }
  .page-head p {
    max-inline-size: var(--groundwork-measure);
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-l);
  }
  .eyebrow {
    font-size: var(--groundwork-text-xs);
    font-weight: 600;
    color: var(--groundwork-text-muted);
    letter-spacing: 0.02em;
  }
  .back {
    justify-self: start;
    display: inline-flex;
    align-items: center;
    gap: var(--groundwork-space-2);
    min-block-size: 1.75rem;
    font-size: var(--groundwork-text-s);
    text-decoration: none;
  }
`;
