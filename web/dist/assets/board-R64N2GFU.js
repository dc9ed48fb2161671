import{i as s,a as r,_ as o}from"./tokens-BHm-NQ-a.js";const a=s`
  :root {
    color-scheme: light dark;
    background: var(--groundwork-canvas);
  }
  body {
    margin: 0;
  }
`;function i(){const t=new URLSearchParams(location.search);return t.has("state")&&(t.has("code")||t.has("error"))&&sessionStorage.getItem(`oidc.${t.get("state")}`)===null}async function n(){if(r(),a.styleSheet!==void 0&&document.adoptedStyleSheets.push(a.styleSheet),i()){const{deliverResult:t}=await o(async()=>{const{deliverResult:e}=await import("./session-oidc-DfphJ_b1.js");return{deliverResult:e}},[]);await t()}await o(()=>import("./board-CbZsnjHf.js"),[])}n();
