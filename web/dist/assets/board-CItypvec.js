import{i as s,a as n,_ as a}from"./tokens-BHm-NQ-a.js";const t=s`
  :root {
    color-scheme: light dark;
    background: var(--groundwork-canvas);
  }
  body {
    margin: 0;
  }
`;async function i(){const e=new URLSearchParams(location.search);if(!(window.parent!==window||window.opener!==null)||!e.has("state")||!(e.has("code")||e.has("error")))return!1;const{deliverResult:o}=await a(async()=>{const{deliverResult:r}=await import("./session-oidc-liaX3asx.js");return{deliverResult:r}},[]);return o()}async function c(){n(),t.styleSheet!==void 0&&document.adoptedStyleSheets.push(t.styleSheet),await i()||await a(()=>import("./board-ajG2pWSM.js"),[])}c();
