import type { Api } from "../api.js";
import { download } from "../download.js";

/**
 * Opens the brief as a page of its own, and the dialog to print it. False if the browser opens none.
 *
 * The page is a document of this origin (a blob), so it inherits the content security policy: scripts do not run in it,
 * and its style sheet, which is inside the page, is blocked. So that is adopted, which the policy allows.
 */
export async function printBrief(api: Api, planId: string, language: string): Promise<boolean> {
  // At once: later the browser takes it for a page that no one asked for.
  const page = window.open("about:blank");
  if (page === null) {
    return false;
  }
  try {
    const text = await brief(api, planId, "text/html", language);
    const styles = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, rules]) => rules ?? "").join("\n");
    const url = URL.createObjectURL(new Blob([text.replaceAll(/<style>[\s\S]*?<\/style>/g, "")], { type: "text/html;charset=utf-8" }));
    page.location.replace(url);
    await arrived(page, url);
    const sheet = new (page as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(styles);
    page.document.adoptedStyleSheets = [sheet];
    page.print();
    URL.revokeObjectURL(url);
    return true;
  } catch (error) {
    page.close();
    throw error;
  }
}

/** Saves the brief as a Markdown file. */
export async function downloadBrief(api: Api, planId: string, language: string): Promise<void> {
  const text = await brief(api, planId, "text/markdown", language);
  download(new Blob([text], { type: "text/markdown;charset=utf-8" }), "plan.md");
}

async function brief(api: Api, planId: string, type: string, language: string): Promise<string> {
  const { data } = await api.GET("/v1/plans/{plan_id}/brief", {
    params: { path: { plan_id: planId } },
    headers: { Accept: type, "Accept-Language": language },
    parseAs: "text",
  });
  return data;
}

async function arrived(page: Window, url: string): Promise<void> {
  const until = Date.now() + 5_000;
  while (page.location.href !== url || page.document.readyState !== "complete") {
    if (Date.now() > until) {
      throw new Error("the page to print did not open");
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
