import { css } from "lit";

export const planStyles = css`
  :host {
    container-type: inline-size;
  }
  .page-head .row {
    --gap: var(--groundwork-space-2) var(--groundwork-space-3);
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-s);
  }
  .title-field {
    max-inline-size: 36rem;
  }
  .frame {
    display: grid;
    gap: var(--groundwork-space-5);
    grid-template-columns: minmax(0, 1fr);
  }
  aside {
    display: grid;
    gap: var(--groundwork-space-4);
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .next h2 {
    font-size: var(--groundwork-text-l);
  }
  .eyebrow {
    display: flex;
    align-items: center;
    gap: var(--groundwork-space-2);
  }
  .readiness ul {
    display: grid;
    gap: var(--groundwork-space-1);
    margin-block-start: var(--groundwork-space-3);
  }
  .readiness li button {
    display: flex;
    gap: var(--groundwork-space-2);
    align-items: center;
    inline-size: 100%;
    min-block-size: 2rem;
    padding: 0;
    border: 0;
    background: none;
    font-size: var(--groundwork-text-s);
    text-align: start;
    cursor: pointer;
  }
  .readiness li button:hover {
    color: var(--groundwork-accent);
  }
  .readiness gw-icon {
    color: var(--groundwork-text-muted);
  }
  .readiness .answered gw-icon {
    color: var(--groundwork-positive);
  }
  .hint {
    margin-inline-start: auto;
    padding-inline: 0.4em;
    border-radius: var(--groundwork-radius-full);
    background: var(--groundwork-neutral-soft);
    color: var(--groundwork-neutral);
    font-size: var(--groundwork-text-xs);
  }
  .save {
    display: flex;
    align-items: start;
    gap: var(--groundwork-space-2);
    min-block-size: 1.5rem;
    font-size: var(--groundwork-text-s);
    color: var(--groundwork-text-muted);
  }
  .save.bad {
    padding: var(--groundwork-space-3);
    border-radius: var(--groundwork-radius-m);
    background: var(--groundwork-caution-soft);
    color: var(--groundwork-text);
  }
  .alignment {
    margin-block-start: var(--groundwork-space-7);
    scroll-margin-block-start: 5rem;
  }
  .alignment > p {
    margin-block: var(--groundwork-space-2) var(--groundwork-space-5);
    color: var(--groundwork-text-muted);
  }
  .reflection {
    padding-inline-start: var(--groundwork-space-4);
    border-inline-start: 3px solid var(--groundwork-accent);
    white-space: pre-line;
    unicode-bidi: plaintext;
  }
  @container (inline-size >= 56rem) {
    .frame {
      grid-template-columns: minmax(0, 1fr) 17.5rem;
      column-gap: var(--groundwork-space-7);
    }
    aside {
      grid-column: 2;
      grid-row: 1;
      position: sticky;
      inset-block-start: 5.5rem;
      max-block-size: calc(100dvb - 7rem);
      overflow-y: auto;
    }
    .content {
      grid-column: 1;
      grid-row: 1;
    }
  }
  @container (inline-size < 56rem) {
    .readiness {
      display: none;
    }
  }
`;
