import { css } from "lit";

export const answersStyles = css`
  .part + .part {
    margin-block-start: var(--groundwork-space-7);
  }
  .part > h2 {
    margin-block-end: var(--groundwork-space-2);
  }
  .question {
    display: grid;
    gap: var(--groundwork-space-3);
    padding-block: var(--groundwork-space-5);
    border-block-start: 1px solid var(--groundwork-line);
    scroll-margin-block-start: 5rem;
  }
  h2 + .question {
    border-block-start: 0;
  }
  h3 {
    font-size: var(--groundwork-text-m);
  }
  .head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--groundwork-space-2);
  }
  .head gw-comment-button {
    flex: none;
    margin-block: -0.5rem;
  }
  groundwork-comments {
    margin-block-start: var(--groundwork-space-2);
    padding-inline-start: var(--groundwork-space-4);
    border-inline-start: 2px solid var(--groundwork-line);
  }
  h3:focus {
    outline: none;
  }
  .guidance {
    margin-block-start: var(--groundwork-space-1);
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-s);
  }
  .answer {
    display: grid;
    gap: var(--groundwork-space-3);
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .said {
    white-space: pre-line;
    unicode-bidi: plaintext;
  }
  .date {
    max-inline-size: 13rem;
  }
  .items,
  .read {
    display: grid;
    gap: var(--groundwork-space-2);
    grid-template-columns: minmax(0, 1fr);
  }
  .read .name {
    font-weight: 540;
    overflow-wrap: anywhere;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--groundwork-space-1);
  }
  .line gw-text-field {
    flex: 1 1 9rem;
    min-inline-size: 0;
  }
  .note {
    margin-block: var(--groundwork-space-1) var(--groundwork-space-2);
    margin-inline-start: var(--groundwork-space-5);
  }
  .findings {
    display: grid;
    gap: var(--groundwork-space-2);
    font-size: var(--groundwork-text-s);
  }
  .findings li {
    display: flex;
    gap: var(--groundwork-space-2);
    color: var(--groundwork-text-muted);
  }
  .findings .blocker gw-icon {
    color: var(--groundwork-caution);
  }
  .findings span {
    overflow-wrap: anywhere;
    min-inline-size: 0;
  }
  .link {
    flex: none;
    align-self: start;
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--groundwork-accent);
    text-decoration: underline;
    text-underline-offset: 0.18em;
    cursor: pointer;
  }
  .conflict {
    display: grid;
    gap: var(--groundwork-space-3);
    padding: var(--groundwork-space-4);
    border: 1px solid var(--groundwork-caution);
    border-radius: var(--groundwork-radius-m);
  }
  @container (inline-size >= 42rem) {
    .question {
      grid-template-columns: 13rem minmax(0, 1fr);
      gap: var(--groundwork-space-6);
    }
    h2 + .question {
      padding-block-start: var(--groundwork-space-4);
    }
  }
`;
