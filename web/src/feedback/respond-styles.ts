import { css } from "lit";

/** Styles of `gw-feedback-respond`. */
export const respondStyles = css`
  :host {
    scroll-margin-block-start: 5rem;
  }
  .wrap {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  nav ol {
    display: flex;
    flex-wrap: wrap;
    gap: var(--groundwork-space-2);
  }
  nav button {
    display: flex;
    align-items: center;
    gap: var(--groundwork-space-2);
    min-block-size: 2.75rem;
    padding: 0 var(--groundwork-space-3) 0 var(--groundwork-space-2);
    border: 1px solid transparent;
    border-radius: var(--groundwork-radius-full);
    background: none;
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-s);
    font-weight: 560;
    cursor: pointer;
  }
  nav button:hover {
    background: var(--groundwork-sunken);
    color: var(--groundwork-text);
  }
  nav button[aria-current] {
    border-color: var(--groundwork-line);
    background: var(--groundwork-surface);
    color: var(--groundwork-text);
  }
  .number {
    display: grid;
    place-items: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    border: 1px solid var(--groundwork-line-strong);
    border-radius: 50%;
    font-variant-numeric: tabular-nums;
  }
  .given .number {
    border-color: transparent;
    background: var(--groundwork-accent-soft);
    color: var(--groundwork-accent);
  }
  [aria-current] .number {
    border-color: transparent;
    background: var(--groundwork-accent);
    color: var(--groundwork-on-accent);
  }
  @media (forced-colors: active) {
    nav button {
      border-color: Canvas;
    }
    nav button[aria-current] {
      border-color: Highlight;
    }
  }
  @media (max-width: 48rem) {
    nav li:not(:has([aria-current])) .name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    nav ol {
      gap: 0;
      justify-content: space-between;
    }
    nav button {
      padding-inline: var(--groundwork-space-2);
    }
  }
  .bar {
    position: sticky;
    z-index: 5;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--groundwork-space-3);
    padding-block: var(--groundwork-space-4);
    border-block-start: 1px solid var(--groundwork-line);
    background: var(--groundwork-canvas);
  }
  .saved {
    display: inline-flex;
    align-items: center;
    gap: var(--groundwork-space-2);
    min-block-size: 1.5em;
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-s);
  }
  .step-head {
    display: grid;
    gap: var(--groundwork-space-2);
  }
  .step-head h2:focus {
    outline: none;
  }
  .step-head p {
    max-inline-size: var(--groundwork-measure);
    color: var(--groundwork-text-muted);
  }
  .group {
    margin-block-start: var(--groundwork-space-3);
  }
  .added,
  .promise {
    padding: var(--groundwork-space-4);
    border-inline-start: 3px solid var(--groundwork-accent);
    border-radius: var(--groundwork-radius-s);
    background: var(--groundwork-accent-soft);
  }
  .closing,
  .sheet {
    max-inline-size: var(--groundwork-measure);
  }
  .basics {
    display: grid;
    gap: var(--groundwork-space-4);
  }
  .basics ul {
    padding-inline-start: 1.25rem;
  }
  .notice {
    display: flex;
    gap: var(--groundwork-space-3);
    padding: var(--groundwork-space-3) var(--groundwork-space-4);
    border-radius: var(--groundwork-radius-m);
    background: var(--groundwork-info-soft);
  }
  .notice gw-icon {
    color: var(--groundwork-info);
  }
  .conflict {
    display: grid;
    gap: var(--groundwork-space-3);
    padding: var(--groundwork-space-4);
    border-radius: var(--groundwork-radius-m);
    background: var(--groundwork-caution-soft);
  }
  .edit {
    display: flex;
    flex-wrap: wrap;
    gap: var(--groundwork-space-2);
  }
`;
