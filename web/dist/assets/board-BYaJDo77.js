import{i as t,a as e,_ as a}from"./tokens-BHm-NQ-a.js";const o=t`
  :root {
    color-scheme: light dark;
    background: var(--groundwork-canvas);
  }
  body {
    margin: 0;
  }
`;async function r(){e(),o.styleSheet!==void 0&&document.adoptedStyleSheets.push(o.styleSheet),await a(()=>import("./board-jqmDM41n.js"),[])}r();
