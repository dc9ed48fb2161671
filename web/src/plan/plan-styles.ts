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
    gw-plan-side::part(readiness) {
      display: none;
    }
  }
`;
