import { css } from "lit";

/** What HR's views share: filters above a list, lists of facts, and the row below a list. */
export const hrStyles = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    align-items: end;
    gap: var(--groundwork-space-4);
    margin-block-end: var(--groundwork-space-5);
  }
  .paging {
    margin-block-start: var(--groundwork-space-4);
  }
  .totals {
    margin-block-end: var(--groundwork-space-3);
    font-weight: 560;
  }
  .note {
    margin-block: var(--groundwork-space-4);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: var(--groundwork-space-4) var(--groundwork-space-5);
  }
  .facts dt {
    color: var(--groundwork-text-muted);
    font-size: var(--groundwork-text-s);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: var(--groundwork-space-4);
    margin-block-end: var(--groundwork-space-6);
  }
`;
