const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/session-oidc-DfAID_2p.js","assets/session-Ccz1QV9H.js","assets/tokens-Bm7sD29N.js","assets/board-CXqNDVBx.js","assets/states-Df_x2EX3.js"])))=>i.map(i=>d[i]);
import{i as s,a as n,_ as r}from"./tokens-Bm7sD29N.js";const t=s`
  :root {
    color-scheme: light dark;
    background: var(--groundwork-canvas);
    scrollbar-gutter: stable;
  }
  body {
    margin: 0;
  }
`;async function i(){const e=new URLSearchParams(location.search);if(!(window.parent!==window||window.opener!==null)||!e.has("state")||!(e.has("code")||e.has("error")))return!1;const{deliverResult:a}=await r(async()=>{const{deliverResult:o}=await import("./session-oidc-DfAID_2p.js");return{deliverResult:o}},__vite__mapDeps([0,1,2]));return a()}async function c(){n(),t.styleSheet!==void 0&&document.adoptedStyleSheets.push(t.styleSheet),await i()||await r(()=>import("./board-CXqNDVBx.js"),__vite__mapDeps([3,4,2,1]))}c();
