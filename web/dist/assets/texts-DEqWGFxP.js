import{i as o}from"./tokens-BHm-NQ-a.js";const i=o`
  gw-text-field::part(control) {
    unicode-bidi: plaintext;
  }
`;export{i as o};
