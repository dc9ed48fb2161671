import { css } from "lit";

/** Fields for people's own words: each paragraph runs as its first letter does, whatever the language of the page. */
export const ownWords = css`
  gw-text-field::part(control) {
    unicode-bidi: plaintext;
  }
`;
